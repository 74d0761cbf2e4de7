import { z } from 'zod'

/** A business date in the branch's zone: `YYYY-MM-DD`. */
export type PlainDate = string

const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

export const partsOf = (date: PlainDate): { year: number; month: number; day: number } => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
})

const two = (n: number): string => String(n).padStart(2, '0')

/** Null when there is no such day. */
export const plainDate = (year: number, month: number, day: number): PlainDate | null => {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1) return null
  return day > daysInMonth(year, month) ? null : `${year}-${two(month)}-${two(day)}`
}

export const isPlainDate = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const { year, month, day } = partsOf(text)
  return plainDate(year, month, day) === text
}

const writtenForms = [
  /^(\d{4})(\d{2})(\d{2})$/,
  /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?:[ T].*)?$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日?$/,
]

/** As people and banks write it: 20261122, 2026/11/22, 2026-11-22, 2026年11月22日, full-width too; else null. */
export const readPlainDate = (text: string): PlainDate | null => {
  const plain = text.normalize('NFKC').trim()
  for (const form of writtenForms) {
    const found = form.exec(plain)
    if (found) return plainDate(Number(found[1]), Number(found[2]), Number(found[3]))
  }
  return null
}

export const plainDateSchema = z.string().refine(isPlainDate, 'date')

// Days since 0000-03-01 by the civil calendar (proleptic Gregorian), so that arithmetic needs no clock.
const toDays = (date: PlainDate): number => {
  const { year, month, day } = partsOf(date)
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
}

const fromDays = (days: number): PlainDate => {
  const era = Math.floor(days / 146097)
  const dayOfEra = days - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted + (shifted < 10 ? 3 : -9)
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1)}`
}

export const addDays = (date: PlainDate, days: number): PlainDate => fromDays(toDays(date) + days)

/** Whole days from `from` to `to`; negative when `to` lies before. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => toDays(to) - toDays(from)

/** 1 Monday … 7 Sunday. */
export const weekday = (date: PlainDate): number => ((((toDays(date) + 2) % 7) + 7) % 7) + 1

/** Adds calendar months; a day the month lacks becomes its last day (31 January + 1 = 28 or 29 February). */
export const addMonths = (date: PlainDate, months: number): PlainDate => {
  const { year, month, day } = partsOf(date)
  const index = year * 12 + (month - 1) + months
  const y = Math.floor(index / 12)
  const m = (index % 12) + 1
  return `${y}-${two(m)}-${two(Math.min(day, daysInMonth(y, m)))}`
}

/** Completed years; a person born on 29 February is a year older on 1 March of a common year. */
export const ageOn = (birth: PlainDate, on: PlainDate): number => {
  const b = partsOf(birth)
  const o = partsOf(on)
  const before = o.month < b.month || (o.month === b.month && o.day < b.day)
  return o.year - b.year - (before ? 1 : 0)
}
