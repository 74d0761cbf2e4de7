import type { Read } from '../database/handle.ts'
import type { VaultKeys } from '../vault/vault-keys.ts'
import { anchorEvery, headerSeq, readAnchors } from './anchor.ts'
import type { Anchor } from './anchor.ts'
import { auditKey, readHead } from './append.ts'
import { firstHash, rowHolds } from './chain.ts'
import type { AuditRow } from './chain.ts'

/**
 * intact: nothing contradicts the chain and its anchors (an old copy of the whole folder can't be told from inside;
 * the numbers printed on paper can). altered: the first row that doesn't hold. truncated: rows an anchor saw are gone.
 * replaced: the chain holds in itself, but isn't the one that was anchored. unanchored: anchors are missing or forged.
 * header-replaced: the header is older than an anchor that saw it.
 */
export type Verdict =
  | { readonly kind: 'intact'; readonly rows: number; readonly head: string }
  | { readonly kind: 'altered'; readonly row: number }
  | { readonly kind: 'truncated'; readonly rows: number; readonly anchored: number }
  | { readonly kind: 'replaced'; readonly row: number }
  | { readonly kind: 'unanchored'; readonly rows: number; readonly anchored: number }
  | { readonly kind: 'header-replaced'; readonly seq: number; readonly anchored: number }

type Case = { readonly db: Read; readonly folder: string; readonly keys: Pick<VaultKeys, 'vmk' | 'vaultId'> }

// One transaction may write more rows than fit between two anchors; beyond this, anchors were removed.
const slack = 4 * anchorEvery

const rowsAfter = 'SELECT * FROM audit WHERE seq > :seq ORDER BY seq LIMIT :limit'

/** Number of the first row after `seq` that doesn't hold, or undefined. */
const firstBroken = (
  { db, keys }: Case,
  from: { readonly seq: number; readonly hash: string },
  limit: number,
): number | undefined => {
  const key = auditKey(keys)
  let { seq, hash } = from
  for (const row of db.each<AuditRow>(rowsAfter, { seq, limit })) {
    if (!rowHolds(key, row, seq + 1, hash)) return seq + 1
    seq = row.seq
    hash = row.hash
  }
  return undefined
}

const contradiction = (db: Read, anchor: Anchor, rows: number): Verdict | undefined => {
  if (rows < anchor.seq) return { kind: 'truncated', rows, anchored: anchor.seq }
  if (anchor.seq === 0) return undefined
  const row = db.one<{ hash: string }>('SELECT hash FROM audit WHERE seq = :seq', { seq: anchor.seq })
  if (!row) return { kind: 'altered', row: anchor.seq }
  return row.hash === anchor.head ? undefined : { kind: 'replaced', row: anchor.seq }
}

const judge = (subject: Case, depth: 'recent' | 'whole'): Verdict => {
  const { db, folder, keys } = subject
  const head = readHead(db, keys.vaultId)
  const { anchors, foreign } = readAnchors(folder, keys)
  const last = anchors.at(-1)
  const anchored = last?.seq ?? 0
  if (last && headerSeq(folder) < last.header)
    return { kind: 'header-replaced', seq: headerSeq(folder), anchored: last.header }
  const start =
    depth === 'recent' && last
      ? { seq: last.seq, hash: last.head }
      : { seq: 0, hash: firstHash(keys.vaultId) }
  const seen = depth === 'recent' ? anchors.slice(-1) : anchors
  const truncated = last ? contradiction(db, last, head.seq) : undefined
  if (truncated?.kind === 'truncated') return truncated
  const broken = firstBroken(subject, start, depth === 'recent' ? slack : -1)
  if (broken !== undefined && depth === 'whole') return { kind: 'altered', row: broken }
  for (const anchor of seen) {
    const found = contradiction(db, anchor, head.seq)
    if (found) return found
  }
  if (broken !== undefined) return { kind: 'altered', row: broken }
  if (foreign > 0 || head.seq - anchored > slack) return { kind: 'unanchored', rows: head.seq, anchored }
  return { kind: 'intact', rows: head.seq, head: head.hash }
}

/** Bounded work, for unlock: the last anchor against its row, and the rows after it. */
export const verifyRecent = (subject: Case): Verdict => judge(subject, 'recent')

/** Every row and every anchor, for the job thread. */
export const verifyWhole = (subject: Case): Verdict => judge(subject, 'whole')
