import { describe, expect, it } from 'vitest'
import { needsSecondConfirmation, newestOf } from '../../../shared/assessment/change.ts'
import { mayAssessAgain } from '../../../shared/assessment/counts.ts'

const refusedBy = (result: ReturnType<typeof mayAssessAgain>): string | null =>
  result.ok || result.failure.code !== 'refused' ? null : result.failure.rule

describe('how often a client may be assessed', () => {
  it('refuses the third time on one day (W39a)', () => {
    expect(mayAssessAgain(['2026-11-22'], '2026-11-22').ok).toBe(true)
    expect(refusedBy(mayAssessAgain(['2026-11-22', '2026-11-22'], '2026-11-22'))).toBe('assessedTwiceToday')
  })

  it('refuses the ninth time within twelve months (W39b)', () => {
    const eight = ['2025-11-23', ...Array.from({ length: 7 }, (_, i) => `2026-0${i + 1}-05`)]
    expect(refusedBy(mayAssessAgain(eight, '2026-11-22'))).toBe('assessedEightTimes')
    expect(mayAssessAgain(eight, '2026-11-23').ok).toBe(true)
  })
})

describe('a new level', () => {
  it('asks the client a second time only when it differs', () => {
    expect(needsSecondConfirmation({ level: 4 }, { level: 3 })).toBe(true)
    expect(needsSecondConfirmation({ level: 4 }, { level: 4 })).toBe(false)
    expect(needsSecondConfirmation(undefined, { level: 3 })).toBe(false)
  })

  it('is the one with the newest date, and of one day the one entered last', () => {
    const all = [
      { date: '2026-03-01', level: 2 },
      { date: '2025-09-14', level: 4 },
      { date: '2026-03-01', level: 3 },
    ]
    expect(newestOf(all)?.level).toBe(3)
    expect(newestOf([])).toBeUndefined()
  })
})
