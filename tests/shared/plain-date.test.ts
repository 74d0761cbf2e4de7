import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainDateAt } from '../../electron/desk/zone.ts'
import {
  addDays,
  addMonths,
  ageOn,
  daysBetween,
  isPlainDate,
  readPlainDate,
  weekday,
} from '../../shared/plain-date.ts'

const dayMs = 86_400_000
const iso = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10)
// 1900 to 2199, as days since 1970.
const days = fc.integer({ min: -25_567, max: 84_005 })

describe('plain dates', () => {
  it('count days and weekdays as the platform’s calendar does, for three centuries', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -4000, max: 4000 }), (day, step) => {
        expect(addDays(iso(day), step)).toBe(iso(day + step))
        expect(daysBetween(iso(day), iso(day + step))).toBe(step)
        expect(weekday(iso(day))).toBe(((new Date(day * dayMs).getUTCDay() + 6) % 7) + 1)
      }),
    )
  })

  it('know which days there are', () => {
    expect(['2024-02-29', '2000-02-29', '2026-12-31'].every(isPlainDate)).toBe(true)
    expect(['2026-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-1-1', ''].some(isPlainDate)).toBe(
      false,
    )
  })

  it('add months to the end of a shorter one', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
    expect(addMonths('2026-11-25', 2)).toBe('2027-01-25')
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15')
  })

  it('make a person 65 on the day, and one born on 29 February on 1 March (W41)', () => {
    expect(ageOn('1961-11-22', '2026-11-22')).toBe(65)
    expect(ageOn('1961-11-23', '2026-11-22')).toBe(64)
    expect(ageOn('1960-02-29', '2025-02-28')).toBe(64)
    expect(ageOn('1960-02-29', '2025-03-01')).toBe(65)
  })

  it('are read as people and banks write them, and nothing else is taken for one', () => {
    for (const text of [
      '20261125',
      '2026/11/25',
      '2026-11-25',
      '2026.11.25',
      '2026年11月25日',
      '２０２６－１１－２５',
    ])
      expect(readPlainDate(text), text).toBe('2026-11-25')
    for (const text of ['2026-11-31', '26-11-25', '11-25', '明天', ''])
      expect(readPlainDate(text), text).toBeNull()
  })
})

describe('the branch’s day', () => {
  it('changes at midnight in Shanghai, wherever the PC thinks it is', () => {
    expect(plainDateAt(Date.parse('2026-11-25T23:30:00+08:00'), 'Asia/Shanghai')).toBe('2026-11-25')
    expect(plainDateAt(Date.parse('2026-11-26T00:30:00+08:00'), 'Asia/Shanghai')).toBe('2026-11-26')
    expect(plainDateAt(Date.parse('2026-11-26T00:30:00+08:00'), 'America/New_York')).toBe('2026-11-25')
  })
})
