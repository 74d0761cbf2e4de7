const formats = new Map<string, Intl.DateTimeFormat>()

/** The plain date an instant falls on in the branch's zone, whatever zone the PC is set to. */
export const plainDateAt = (instant: number, zone: string): string => {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    })
    formats.set(zone, format)
  }
  return format.format(instant)
}

/** The branch's wall clock, `HH:MM`. */
export const clockAt = (instant: number, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(instant)
