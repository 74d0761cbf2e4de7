import { isWorkingDay } from '../contact/calendar.ts'
import { addDays, type PlainDate } from '../plain-date.ts'

/** So many working days without a copy elsewhere are red (practice 12). */
export const overdueAfter = 3

const most = 400

/** Full working days between two dates, neither of them counted. */
export const workingDaysBetween = (from: PlainDate, to: PlainDate): number => {
  let count = 0
  let day = addDays(from, 1)
  for (let steps = 0; day < to && steps < most; steps += 1) {
    if (isWorkingDay(day)) count += 1
    day = addDays(day, 1)
  }
  return count
}
