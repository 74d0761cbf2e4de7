import { describe, expect, it } from 'vitest'
import { maskDocument, maskName, maskPhone } from '../../../shared/client/mask.ts'

describe('what is shown of a client to everybody', () => {
  it('keeps the first and last sign of a name', () => {
    expect(maskName('王小明')).toBe('王*明')
    expect(maskName('王明')).toBe('王*')
    expect(maskName('次仁旺堆')).toBe('次**堆')
    expect(maskName('程𬭎')).toBe('程*')
    expect(maskName('王小明', 'strict')).toBe('王**')
  })

  it('keeps the first letter of each word of a Latin name', () => {
    expect(maskName('Maria Lopez')).toBe('M** L**')
  })

  it('keeps three and four digits of a phone', () => {
    expect(maskPhone('13800138000')).toBe('138****8000')
    expect(maskPhone('13800138000', 'strict')).toBe('*******8000')
    expect(maskPhone('')).toBe('')
  })

  it('keeps three and four signs of an identity card, one and four of other papers', () => {
    expect(maskDocument('11010519491231002X')).toBe('110***********002X')
    expect(maskDocument('E11302457')).toBe('E****2457')
    expect(maskDocument('123')).toBe('***')
    expect(maskDocument('11010519491231002X', 'strict')).toBe('1****************X')
  })
})
