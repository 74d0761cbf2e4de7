import type { PlainDate } from '../plain-date.ts'
import { addMonths } from '../plain-date.ts'
import type { Result } from '../result.ts'
import { ok, refuse } from '../result.ts'

const perDay = 2
const perYear = 8

/**
 * One more assessment on this day? At most two a day and eight in any twelve months, per institution
 * (order 2025-7 Art. 29). `earlier` holds the dates known here; the bank may know of more.
 */
export const mayAssessAgain = (earlier: readonly PlainDate[], on: PlainDate): Result<'allowed'> => {
  if (earlier.filter((date) => date === on).length >= perDay) return refuse('assessedTwiceToday')
  const start = addMonths(on, -12)
  const inWindow = earlier.filter((date) => date > start && date <= on)
  return inWindow.length >= perYear ? refuse('assessedEightTimes') : ok('allowed')
}
