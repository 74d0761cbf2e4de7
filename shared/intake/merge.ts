import type { Taken } from './model.ts'

/** An earlier row whose number comes again further down; `differences` are the fields in which the later one differs. */
export type Repeat<Row> = {
  readonly line: number
  readonly by: number
  readonly row: Row
  readonly differences: readonly string[]
}

export type Merged<Row> = { readonly kept: readonly Taken<Row>[]; readonly repeats: readonly Repeat<Row>[] }

/** Rows of one file with the same number are one: the last counts, the difference is shown. */
export const mergeRepeats = <Row>(
  taken: readonly Taken<Row>[],
  numberOf: (row: Row) => string,
  differencesOf: (earlier: Row, later: Row) => readonly string[],
): Merged<Row> => {
  const last = new Map(taken.map((each) => [numberOf(each.row), each]))
  const kept: Taken<Row>[] = []
  const repeats: Repeat<Row>[] = []
  for (const each of taken) {
    const winner = last.get(numberOf(each.row))
    if (winner === undefined || winner === each) kept.push(each)
    else {
      const differences = differencesOf(each.row, winner.row)
      repeats.push({ line: each.line, by: winner.line, row: each.row, differences })
    }
  }
  return { kept, repeats }
}
