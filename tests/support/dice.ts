/** A small generator (mulberry32), 0 ≤ n < 1: the same seed gives the same throws. */
export const dice = (seed: number): (() => number) => {
  let state = seed
  return (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A whole number below `end`. */
export const below = (throwOnce: () => number, end: number): number => Math.floor(throwOnce() * end)
