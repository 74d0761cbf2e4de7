/** How many calls may come at once, and how many a second after that. */
export type Rate = { readonly burst: number; readonly perSecond: number }

/** True while the caller keeps to its rate. `monotonic` gives milliseconds that never run backwards. */
export const tokenBucket = ({ burst, perSecond }: Rate, monotonic: () => number): (() => boolean) => {
  let tokens = burst
  let last = monotonic()
  return () => {
    const now = monotonic()
    tokens = Math.min(burst, tokens + ((now - last) / 1000) * perSecond)
    last = now
    if (tokens < 1) return false
    tokens -= 1
    return true
  }
}

/** Ten times what the busiest page asks for: a window that goes beyond it is broken or not ours. */
export const windowRate: Rate = { burst: 1000, perSecond: 200 }
