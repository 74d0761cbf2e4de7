import type { KeyObject } from 'node:crypto'
import type { Read } from '../database/handle.ts'
import { rowHolds } from './row.ts'
import type { AuditRow } from './row.ts'

// A salvage can't bring back rows of the chain that stood on a page nobody can read. Its own line says which, so that the
// walk over the chain neither calls the gap whole nor stops there for good and sees nothing behind it any more.

/** Row numbers, both ends among them. */
export type Range = { readonly from: number; readonly to: number }

type Counts = { readonly rows: number; readonly lost: number }

const rangesText = (ranges: readonly Range[]): string =>
  ranges.length === 0 ? 'whole' : ranges.map(({ from, to }) => `${from}-${to}`).join(',')

/** What a salvage's line is about: rows saved, ids lost, and which rows of the chain are gone. */
export const salvageObject = ({ rows, lost }: Counts, chain: readonly Range[]): string =>
  `salvage:rows ${rows} lost ${lost} chain ${rangesText(chain)}`

const rangesOf = (object: string): readonly Range[] =>
  [...object.matchAll(/(\d+)-(\d+)/g)].map(([, from, to]) => ({ from: Number(from), to: Number(to) }))

// By the index on `object`, so that looking costs nothing at an unlock.
const lines = `
  SELECT * FROM audit
  WHERE object NOT GLOB 'encounter:*' AND object >= 'salvage:' AND object < 'salvage;' ORDER BY object, seq`

/** Ranges that touch become one. */
const joined = (ranges: readonly Range[]): readonly Range[] => {
  const whole: Range[] = []
  for (const { from, to } of ranges.toSorted((left, right) => left.from - right.from)) {
    const before = whole.at(-1)
    if (before && from <= before.to + 1) whole[whole.length - 1] = { ...before, to: Math.max(before.to, to) }
    else whole.push({ from, to })
  }
  return whole
}

/** Every row that genuine salvage lines name as lost, first ones first; what two of them lost side by side is one gap. */
export const rowsLost = (db: Read, key: KeyObject): readonly Range[] =>
  joined(
    db
      .all<AuditRow>(lines)
      .filter((row) => row.action === 'vault.salvaged' && rowHolds(key, row, row.seq, row.prev))
      .flatMap(({ object }) => rangesOf(object)),
  )

export const areLost = (ranges: readonly Range[], first: number, last: number): boolean =>
  ranges.some(({ from, to }) => from <= first && last <= to)

const gaps = `
  SELECT before + 1 AS "from", seq - 1 AS "to"
  FROM (SELECT seq, lag(seq, 1, 0) OVER (ORDER BY seq) AS before FROM audit)
  WHERE seq > before + 1 ORDER BY seq`

/**
 * The numbers between rows that are there, which a reader of the table could not read. `known` are those an earlier
 * salvage has named. A number that could be read, holds no row and was named by nobody was taken out before: no damaged
 * page lost that, and it excuses nothing beside it either.
 */
export const gapsAmong = (
  db: Read,
  unreadable: readonly number[],
  known: readonly Range[],
): readonly Range[] => {
  const unread = new Set(unreadable)
  const lostNow = db.all<Range>(gaps).flatMap(({ from, to }) => {
    const numbers = Array.from({ length: to - from + 1 }, (_, at) => from + at)
    const isExplained = numbers.every((seq) => unread.has(seq) || areLost(known, seq, seq))
    return isExplained ? numbers.filter((seq) => unread.has(seq)) : []
  })
  return joined(lostNow.map((seq) => ({ from: seq, to: seq })))
}
