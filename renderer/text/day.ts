import type { Language } from '../../shared/text/index.ts'

const formatOf = (language: Language, withYear: boolean): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(language, {
    timeZone: 'UTC',
    ...(withYear ? { year: 'numeric' } : {}),
    month: language === 'en' ? 'short' : 'long',
    day: 'numeric',
  })

/** A plain date in words, 2026年11月23日; given today, the year is left out within the same year. */
export const dayText = (day: string, language: Language, today = ''): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return formatOf(language, day.slice(0, 4) !== today.slice(0, 4)).format(Date.UTC(year, month - 1, date))
}

/** A birth as it is known: a day, or for third persons a year only. */
export const birthText = (birth: string, language: Language): string =>
  /^\d{4}$/.test(birth) ? (language === 'en' ? birth : `${birth}年`) : dayText(birth, language)

const dayAndClock = /^(\d{4}-\d{2}-\d{2})( \d{2}:\d{2})?$/

/** What the desk gives to a sentence: days come as plain days, and are said like every other day on the screen. */
export const withDayWords = <Value extends string | number>(
  params: Readonly<Record<string, Value>>,
  language: Language,
): Readonly<Record<string, Value | string>> =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      const [, day, clock = ''] = (typeof value === 'string' && dayAndClock.exec(value)) || []
      return [
        name,
        day === undefined
          ? value
          : dayText(day, language) + (language === 'en' && clock !== '' ? ',' : '') + clock,
      ]
    }),
  )
