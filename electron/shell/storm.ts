const windowMs = 60_000
const limit = 5

/** True when something failed for the fifth time within a minute: starting it once more would only hide it. */
export const stormWatch = (monotonic: () => number): (() => boolean) => {
  let times: readonly number[] = []
  return () => {
    const now = monotonic()
    times = [...times, now].filter((time) => now - time < windowMs)
    return times.length >= limit
  }
}
