/** Steps of financial assets in fen, from the highest; a client below all of them is in band 9. */
export const defaultSteps: readonly number[] = [
  1_000_000_000, 600_000_000, 300_000_000, 100_000_000, 50_000_000, 20_000_000, 10_000_000, 5_000_000,
  1_000_000,
]

/** 0 is the highest band; search answers in the order of bands. */
export const bandOf = (aum: number, steps: readonly number[] = defaultSteps): number => {
  const at = steps.findIndex((step) => aum >= step)
  return at === -1 ? steps.length : at
}
