export type FakeClock = {
  readonly now: () => number
  readonly monotonic: () => number
  readonly set: (iso: string) => void
  readonly advance: (ms: number) => void
}

/** A clock that stands still until it is told to move. `iso` carries its offset: `2026-11-23T08:05:00+08:00`. */
export const fakeClock = (iso: string): FakeClock => {
  let at = Date.parse(iso)
  const start = at
  return {
    now: () => at,
    monotonic: () => Math.max(0, at - start),
    set: (next) => {
      at = Date.parse(next)
    },
    advance: (ms) => {
      at += ms
    },
  }
}
