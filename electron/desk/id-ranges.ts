/** Rising ids as ranges, for reading: 3, 4, 5, 9 is `3-5` and `9`. */
export const idRanges = (ids: readonly number[]): readonly string[] => {
  const ranges: { from: number; to: number }[] = []
  for (const id of ids) {
    const last = ranges.at(-1)
    if (last?.to === id - 1) last.to = id
    else ranges.push({ from: id, to: id })
  }
  return ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`))
}
