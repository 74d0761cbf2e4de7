import { expect, test } from 'vitest'
import { workingDaysBetween } from '../../../shared/backup/working-days.ts'

test.each([
  ['the same day', '2026-11-23', '2026-11-23', 0],
  ['the next morning', '2026-11-23', '2026-11-24', 0],
  ['Friday to Monday', '2026-11-20', '2026-11-23', 0],
  ['Monday to Friday', '2026-11-23', '2026-11-27', 3],
  ['over the National Day week', '2026-09-30', '2026-10-09', 1],
  ['a Saturday on which the branch makes up for a holiday', '2026-10-09', '2026-10-12', 1],
  ['a date that was set back', '2026-11-27', '2026-11-23', 0],
])('%s', (_name, from, to, days) => {
  expect(workingDaysBetween(from, to)).toBe(days)
})
