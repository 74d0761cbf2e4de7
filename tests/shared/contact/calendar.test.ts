import { describe, expect, it } from 'vitest'
import { isProvisional, isWorkingDay, nextWorkingDay, openDayFrom } from '../../../shared/contact/calendar.ts'
import { addDays } from '../../../shared/plain-date.ts'

describe('working days', () => {
  it('are 248 in 2026 (W48)', () => {
    let count = 0
    for (let day = '2026-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) if (isWorkingDay(day)) count += 1
    expect(count).toBe(248)
  })

  it('include the make-up Saturday and leave out the long holiday', () => {
    expect(isWorkingDay('2026-10-10')).toBe(true)
    expect(isWorkingDay('2026-10-05')).toBe(false)
  })

  it('offer the next open day for a closed one', () => {
    expect(openDayFrom('2026-10-01')).toBe('2026-10-08')
    expect(openDayFrom('2026-12-09')).toBe('2026-12-09')
  })

  it('set the call-back after an early leave to the next working day', () => {
    expect(nextWorkingDay('2026-11-25')).toBe('2026-11-26')
    expect(nextWorkingDay('2026-11-27')).toBe('2026-11-30')
  })

  it('are provisional in a year without a table', () => {
    expect(isProvisional('2027-01-04')).toBe(true)
    expect(isProvisional('2026-12-31')).toBe(false)
  })
})
