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
