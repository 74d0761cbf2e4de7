import { isWorkingDay } from '../contact/calendar.ts'
import { addDays, type PlainDate } from '../plain-date.ts'

// Due times count the hours the keeper is there (practice 1): a dossier due at 17:30 is not eleven hours late at 08:30.

export type KeeperHours = { readonly from: string; readonly until: string }

/** A wall clock of the branch. */
export type Moment = { readonly day: PlainDate; readonly clock: string }

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

/** Minutes of one working day. */
export const dayMinutes = ({ from, until }: KeeperHours): number => minutesOf(until) - minutesOf(from)

const within = (clock: string, { from, until }: KeeperHours): number =>
  Math.min(Math.max(minutesOf(clock), minutesOf(from)), minutesOf(until)) - minutesOf(from)

const mostDays = 3_700

/** Keeper's minutes between two moments; nothing while he is not there, never less than nothing. */
export const keeperMinutes = (start: Moment, end: Moment, hours: KeeperHours): number => {
  if (end.day < start.day || (end.day === start.day && end.clock <= start.clock)) return 0
  let sum = 0
  let day = start.day
  for (let passed = 0; day <= end.day && passed < mostDays; passed += 1, day = addDays(day, 1)) {
    if (!isWorkingDay(day)) continue
    const from = day === start.day ? within(start.clock, hours) : 0
    const to = day === end.day ? within(end.clock, hours) : dayMinutes(hours)
    sum += Math.max(0, to - from)
  }
  return sum
}

/** Somebody must be there to take it back. */
export const isKept = ({ day, clock }: Moment, { from, until }: KeeperHours): boolean =>
  isWorkingDay(day) && from <= clock && clock <= until
