import type { KeyObject } from 'node:crypto'
import type { Read } from '../database/handle.ts'
import { rowHolds } from './row.ts'
import type { AuditRow } from './row.ts'

// A salvage can't bring back rows of the chain that stood on a page nobody can read. Its own line says which, so that the
// walk over the chain neither calls the gap whole nor stops there for good and sees nothing behind it any more.

/** Row numbers, both ends among them. */
export type Range = { readonly from: number; readonly to: number }

/** `atLeast`: an end could not be read, so that nobody can say how many more were lost. */
type Counts = { readonly rows: number; readonly lost: number; readonly atLeast: boolean }

const contradictions = ['altered', 'truncated', 'replaced', 'unanchored', 'header-replaced'] as const
export type Contradiction = (typeof contradictions)[number]

/** What already contradicted the chain when it was salvaged. */
export type Before = { readonly kind: Contradiction; readonly row: number | null }

const rangesText = (ranges: readonly Range[]): string =>
  ranges.length === 0 ? 'whole' : ranges.map(({ from, to }) => `${from}-${to}`).join(',')

const beforeText = (before: Before | undefined): string =>
  before === undefined ? '' : ` before ${before.kind}${before.row === null ? '' : ` ${before.row}`}`

/** What a salvage's line is about: rows saved, ids lost, which rows of the chain are gone, and what no loss excuses. */
export const salvageObject = (
  { rows, lost, atLeast }: Counts,
  chain: readonly Range[],
  before?: Before,
): string =>
  `salvage:rows ${rows} lost ${lost}${atLeast ? '+' : ''} chain ${rangesText(chain)}${beforeText(before)}`

const rangesOf = (object: string): readonly Range[] =>
  [...object.matchAll(/(\d+)-(\d+)/g)].map(([, from, to]) => ({ from: Number(from), to: Number(to) }))

// By the index on `object`, so that looking costs nothing at an unlock.
const lines = `
  SELECT * FROM audit
  WHERE object NOT GLOB 'encounter:*' AND object >= 'salvage:' AND object < 'salvage;' ORDER BY object, seq`

/** Ranges that touch become one. */
export const joined = (ranges: readonly Range[]): readonly Range[] => {
  const whole: Range[] = []
  for (const { from, to } of ranges.toSorted((left, right) => left.from - right.from)) {
    const before = whole.at(-1)
    if (before && from <= before.to + 1) whole[whole.length - 1] = { ...before, to: Math.max(before.to, to) }
    else whole.push({ from, to })
  }
  return whole
}

/** Lines about salvages, of one action, that nobody without the key can have written. */
export const genuineLines = (db: Read, key: KeyObject, action = 'vault.salvaged'): readonly AuditRow[] =>
  db.all<AuditRow>(lines).filter((row) => row.action === action && rowHolds(key, row, row.seq, row.prev))

/** Every row that genuine salvage lines name as lost, first ones first; what two of them lost side by side is one gap. */
export const rowsLost = (db: Read, key: KeyObject): readonly Range[] =>
  joined(genuineLines(db, key).flatMap(({ object }) => rangesOf(object)))

/** What the first salvage that found the chain contradicted says of it; a new vault around it mends nothing. */
export const foundBefore = (db: Read, key: KeyObject): Before | undefined => {
  for (const { object } of genuineLines(db, key).toSorted((left, right) => left.seq - right.seq)) {
    const [, said, row] = / before ([a-z-]+)(?: (\d+))?$/.exec(object) ?? []
    const kind = contradictions.find((one) => one === said)
    if (kind) return { kind, row: row === undefined ? null : Number(row) }
  }
  return undefined
}

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
