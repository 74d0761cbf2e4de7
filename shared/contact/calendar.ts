import type { PlainDate } from '../plain-date.ts'
import { addDays, weekday } from '../plain-date.ts'

/** One year of closed days and make-up working days. Days off on a plain weekend need not be listed. */
export type HolidayYear = {
  readonly year: string
  readonly closed: readonly (readonly [from: PlainDate, to: PlainDate])[]
  readonly working: readonly PlainDate[]
}

// State Council notice for 2026. A year without a table is provisional: weekends only (practice 23).
export const holidays: readonly HolidayYear[] = [
  {
    year: '2026',
    closed: [
      ['2026-01-01', '2026-01-03'],
      ['2026-02-15', '2026-02-23'],
      ['2026-04-04', '2026-04-06'],
      ['2026-05-01', '2026-05-05'],
      ['2026-06-19', '2026-06-21'],
      ['2026-09-25', '2026-09-27'],
      ['2026-10-01', '2026-10-07'],
    ],
    working: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
]

const tableOf = (date: PlainDate): HolidayYear | undefined =>
  holidays.find((table) => table.year === date.slice(0, 4))

export const isWorkingDay = (date: PlainDate): boolean => {
  const table = tableOf(date)
  if (table?.working.includes(date)) return true
  if (table?.closed.some(([from, to]) => from <= date && date <= to)) return false
  return weekday(date) <= 5
}

/** The day itself when it is open, else the next one that is. */
export const openDayFrom = (date: PlainDate): PlainDate =>
  isWorkingDay(date) ? date : openDayFrom(addDays(date, 1))

export const nextWorkingDay = (date: PlainDate): PlainDate => openDayFrom(addDays(date, 1))

/** No table for that year yet: the date is shown as provisional (暂定). */
export const isProvisional = (date: PlainDate): boolean => tableOf(date) === undefined
