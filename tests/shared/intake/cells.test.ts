import { describe, expect, it } from 'vitest'
import {
  cellAmount,
  cellDate,
  cellLevel,
  cellRate,
  cellText,
  codeText,
  unreadable,
} from '../../../shared/intake/cells.ts'

describe('cells of an export', () => {
  it('lose the wrapping that protects long numbers', () => {
    expect(cellText('990000195001254398\t')).toBe('990000195001254398')
    expect(cellText('="622848000007"')).toBe('622848000007')
    expect(cellText("'00123")).toBe('00123')
    expect(codeText('６２２８ ４８')).toBe('622848')
  })

  it('are empty when dashes stand for nothing', () => {
    for (const dash of ['--', '-', '—', '', ' \t']) expect(cellText(dash)).toBe('')
  })

  it('are amounts with thousands commas, brackets for a minus, full-width digits or 万元 in the head', () => {
    expect(cellAmount('10,055,504.94', false)).toBe(1_005_550_494)
    expect(cellAmount('(1,234.50)', false)).toBe(-123_450)
    expect(cellAmount('１２.３４', false)).toBe(1234)
    expect(cellAmount('12.5', true)).toBe(12_500_000)
    expect(cellAmount('--', false)).toBe(0)
    expect(cellAmount('1.2.3', false)).toBe(unreadable)
    expect(cellAmount('6.2E+11', false)).toBe(unreadable)
  })

  it('are days in four styles', () => {
    for (const day of ['20260209', '2026/02/09', '2026/2/9', '2026-02-09', '2026年2月9日'])
      expect(cellDate(day)).toBe('2026-02-09')
    expect(cellDate('')).toBeNull()
    expect(cellDate('20260230')).toBe(unreadable)
    expect(cellDate('开放')).toBe(unreadable)
  })

  it('are rates in hundredths of a percent and levels as a number', () => {
    expect([cellRate('1.05'), cellRate('2.7%'), cellRate('3'), cellRate('')]).toEqual([105, 270, 300, null])
    expect(cellRate('保本')).toBe(unreadable)
    expect([cellLevel('C3'), cellLevel('R5'), cellLevel('C3稳健型'), cellLevel('')]).toEqual([3, 5, 3, null])
    expect(cellLevel('C7')).toBe(unreadable)
  })
})
