import type { Language } from '../../shared/text/index.ts'

// The branch's zone, never the PC's: the desk says which one it is.
const formatOf = (zone: string, language: Language): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(language, {
    timeZone: zone,
    year: 'numeric',
    month: language === 'en' ? 'short' : 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })

/** An instant in words: 2026年11月23日 10:30. */
export const momentText = (at: number, zone: string, language: Language): string =>
  formatOf(zone, language)
    .format(at)
    .replace(/日(?=\d)/, '日 ')

/** Only the clock, for "saved": 10:52:08. */
export const clockText = (at: number, zone: string): string =>
  new Intl.DateTimeFormat('zh-CN', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(at)
