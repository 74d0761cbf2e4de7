import { describe, expect, it } from 'vitest'
import { lastValidDay, standingOf } from '../../../shared/assessment/validity.ts'

describe('a risk assessment counts for twelve months', () => {
  it('ends the day before the same date of the next year (W38)', () => {
    expect(lastValidDay('2026-02-10')).toBe('2027-02-09')
    expect(lastValidDay('2024-02-29')).toBe('2025-02-27')
  })

  it('still counts on its last day and not on the day after', () => {
    expect(standingOf({ date: '2026-02-10' }, '2027-02-09')).toBe('valid')
    expect(standingOf({ date: '2026-02-10' }, '2027-02-10')).toBe('expired')
  })

  it('is missing when the bank never sent one', () => {
    expect(standingOf(undefined, '2026-11-25')).toBe('none')
  })
})
