import type { PlainDate } from '../plain-date.ts'
import { addDays, addMonths } from '../plain-date.ts'
import type { Assessment } from './model.ts'

/**
 * Last day on which a result still counts. "Twelve months" is read carefully: the same date of the next year is
 * already too late (order 2025-7 Art. 29).
 */
export const lastValidDay = (assessed: PlainDate): PlainDate => addDays(addMonths(assessed, 12), -1)

export type Standing = 'none' | 'valid' | 'expired'

export const standingOf = (assessment: Pick<Assessment, 'date'> | undefined, today: PlainDate): Standing => {
  if (!assessment) return 'none'
  return today <= lastValidDay(assessment.date) ? 'valid' : 'expired'
}
