import type { Read } from '../database/handle.ts'
import type { VaultKeys } from '../vault/vault-keys.ts'
import { anchorEvery, auditKeyOf, headerSeq, readAnchors } from './anchor.ts'
import type { Anchor } from './anchor.ts'
import { readHead } from './chain.ts'
import { areLost, foundBefore, joined, rowsLost } from './lost-rows.ts'
import type { Contradiction, Range } from './lost-rows.ts'
import { firstHash, rowHolds } from './row.ts'
import type { AuditRow } from './row.ts'

/**
 * intact: nothing contradicts the chain and its anchors (an old copy of the whole folder can't be told from inside;
 * the numbers printed on paper can). altered: the first row that doesn't hold. truncated: rows an anchor saw are gone.
 * replaced: the chain holds in itself, but isn't the one that was anchored. unanchored: anchors are missing or forged.
 * header-replaced: the header is older than an anchor that saw it. salvaged: all that is there holds, and a salvage
 * names the rows it could not save. What a salvage already found contradicted stays so.
 */
export type Verdict = {
  readonly kind: 'intact' | 'salvaged' | Contradiction
  /** The row at fault, where one can be named. */
  readonly row: number | null
  readonly rows: number
  readonly anchored: number
}

type Case = {
  readonly db: Read
  readonly folder: string
  readonly keys: Pick<VaultKeys, 'vmk'>
  /** Rows a salvage is about to name as lost, beside those earlier ones named. */
  readonly lostNow?: readonly Range[]
}

// One transaction may write more rows than fit between two anchors; beyond this, anchors were removed.
const slack = 4 * anchorEvery

const rowsAfter = 'SELECT * FROM audit WHERE seq > :seq ORDER BY seq LIMIT :limit'

/** Number of the first row after `seq` that doesn't hold, or undefined. */
const firstBroken = (
  { db, keys, lost }: Case & { readonly lost: readonly Range[] },
  from: { readonly seq: number; readonly hash: string },
  limit: number,
): number | undefined => {
  const key = auditKeyOf(keys)
  let { seq, hash } = from
  for (const row of db.each<AuditRow>(rowsAfter, { seq, limit })) {
    // What a lost row was called is not known any more; the one behind the gap still holds in itself.
    const isBehindGap = row.seq > seq + 1 && areLost(lost, seq + 1, row.seq - 1)
    const holds = isBehindGap ? rowHolds(key, row, row.seq, row.prev) : rowHolds(key, row, seq + 1, hash)
    if (!holds) return seq + 1
    seq = row.seq
    hash = row.hash
  }
  return undefined
}

type Finding = Pick<Verdict, 'kind' | 'row'>

const readHash = (db: Read, seq: number): string | undefined =>
  db.one<{ hash: string }>('SELECT hash FROM audit WHERE seq = :seq', { seq })?.hash

const contradiction = (db: Read, anchor: Anchor, rows: number): Finding | undefined => {
  if (rows < anchor.seq) return { kind: 'truncated', row: rows + 1 }
  if (anchor.seq === 0) return undefined
  const hash = readHash(db, anchor.seq)
  if (hash === undefined) return { kind: 'altered', row: anchor.seq }
  return hash === anchor.head ? undefined : { kind: 'replaced', row: anchor.seq }
}

const firstContradiction = (db: Read, anchors: readonly Anchor[], rows: number): Finding | undefined => {
  for (const anchor of anchors) {
    const found = contradiction(db, anchor, rows)
    if (found) return found
  }
  return undefined
}

const altered = (row: number | undefined): Finding | undefined =>
  row === undefined ? undefined : { kind: 'altered', row }

const newest = (anchors: readonly Anchor[]): Anchor | undefined =>
  anchors.toSorted((left, right) => left.seq - right.seq).at(-1)

/** Rows that are there and no anchor has seen yet, counted as far as it matters. */
const unseen = (db: Read, anchored: number): number =>
  db.one<{ n: number }>('SELECT count(*) AS n FROM (SELECT 1 FROM audit WHERE seq > :anchored LIMIT :most)', {
    anchored,
    most: slack + 1,
  })?.n ?? 0

const walked = (
  subject: Case & { readonly lost: readonly Range[] },
  anchors: readonly Anchor[],
  rows: number,
): Finding | undefined => {
  const { db, keys } = subject
  const fromStart = { seq: 0, hash: firstHash(auditKeyOf(keys)) }
  return altered(firstBroken(subject, fromStart, -1)) ?? firstContradiction(db, anchors, rows)
}

const walkedLately = (
  subject: Case & { readonly lost: readonly Range[] },
  last: Anchor | undefined,
  rows: number,
): Finding | undefined => {
  const { db, keys } = subject
  const from = last ? { seq: last.seq, hash: last.head } : { seq: 0, hash: firstHash(auditKeyOf(keys)) }
  return (last && contradiction(db, last, rows)) ?? altered(firstBroken(subject, from, slack))
}

const judge = (subject: Case, depth: 'recent' | 'whole'): Verdict => {
  const { db, folder, keys, lostNow = [] } = subject
  const rows = readHead(db, auditKeyOf(keys)).seq
  const lost = joined([...rowsLost(db, auditKeyOf(keys)), ...lostNow])
  const { anchors: written, foreign } = readAnchors(folder, keys)
  const anchors = written.filter(({ seq }) => !areLost(lost, seq, seq))
  const last = newest(anchors)
  const anchored = last?.seq ?? 0
  // Also of an anchor whose row is lost: which header there was, it knows all the same.
  const header = Math.max(0, ...written.map((anchor) => anchor.header))
  const found = (): Finding => {
    const before = foundBefore(db, auditKeyOf(keys))
    if (before) return before
    if (rows < anchored) return { kind: 'truncated', row: rows + 1 }
    if (headerSeq(folder) < header) return { kind: 'header-replaced', row: null }
    const broken =
      depth === 'whole'
        ? walked({ ...subject, lost }, anchors, rows)
        : walkedLately({ ...subject, lost }, last, rows)
    if (broken) return broken
    if (foreign > 0 || unseen(db, anchored) > slack) return { kind: 'unanchored', row: null }
    const [first] = lost
    return first ? { kind: 'salvaged', row: first.from } : { kind: 'intact', row: null }
  }
  return { ...found(), rows, anchored }
}

/** Bounded work, for unlock: the last anchor against its row, and the rows after it. */
export const verifyRecent = (subject: Case): Verdict => judge(subject, 'recent')

/** Every row and every anchor, for the job thread. */
export const verifyWhole = (subject: Case): Verdict => judge(subject, 'whole')
