// Making a format costs fifty times what using it costs, and a timeline needs one or two for each of its lines.
const kept = (
  options: Intl.DateTimeFormatOptions,
  locale: string,
): ((zone: string) => Intl.DateTimeFormat) => {
  const formats = new Map<string, Intl.DateTimeFormat>()
  return (zone) => {
    const known = formats.get(zone)
    if (known) return known
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone })
    formats.set(zone, format)
    return format
  }
}

const days = kept({ year: 'numeric', month: '2-digit', day: '2-digit' }, 'en-CA')
const clocks = kept({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, 'en-GB')

const minute = 60_000

let lastAsked = { zone: '', minute: Number.NaN, date: '' }

/** The plain date an instant falls on in the branch's zone, whatever zone the PC is set to. */
export const plainDateAt = (instant: number, zone: string): string => {
  const at = Math.floor(instant / minute)
  // Every call asks for today first, and no zone changes its date within a minute.
  if (lastAsked.minute !== at || lastAsked.zone !== zone)
    lastAsked = { zone, minute: at, date: days(zone).format(instant) }
  return lastAsked.date
}

/** The branch's wall clock, `HH:MM`. */
export const clockAt = (instant: number, zone: string): string => clocks(zone).format(instant)

// How far the zone's wall clock is ahead of UTC at an instant, in milliseconds.
const aheadAt = (instant: number, zone: string): number => {
  const [hours = 0, minutes = 0] = clockAt(instant, zone).split(':').map(Number)
  const wall = Date.parse(`${plainDateAt(instant, zone)}T00:00:00Z`) + (hours * 60 + minutes) * minute
  return wall - Math.floor(instant / minute) * minute
}

/** The instant at which the branch's wall clock shows this; in the hour a zone skips, the one after it. */
export const instantAt = (date: string, clock: string, zone: string): number => {
  const wall = Date.parse(`${date}T${clock}:00Z`)
  const guess = wall - aheadAt(wall, zone)
  return wall - aheadAt(guess, zone)
}
