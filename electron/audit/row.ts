import { createHash, type KeyObject } from 'node:crypto'
import { canonical } from '../vault/canonical.ts'
import { macOf, sameMac } from '../vault/derive.ts'

/** One row of the chain as it is stored. */
export type AuditRow = {
  readonly seq: number
  readonly at: number
  readonly boot: string
  readonly mono: number
  readonly slot: string
  readonly staff: number
  readonly channel: 'window' | 'cli'
  readonly action: string
  readonly object: string
  readonly detail: string
  readonly prev: string
  readonly hash: string
  readonly mac: string
}

const leaf = Buffer.from([0])

/** What the first row follows: keyed, so that no other vault's chain can be put in its place. */
export const firstHash = (key: KeyObject): string => macOf(key, 'first')

export const hashRow = (row: Omit<AuditRow, 'hash' | 'mac'>): string => {
  const { seq, at, boot, mono, slot, staff, channel, action, object, detail, prev } = row
  const body = canonical([seq, at, boot, mono, slot, staff, channel, action, object, detail, prev])
  return createHash('sha256').update(leaf).update(body, 'utf8').digest('hex')
}

export const macRow = (key: KeyObject, hash: string): string => macOf(key, `row:${hash}`)

/** Does this row stand where it should, unchanged, after the row whose hash is `prev`? */
export const rowHolds = (key: KeyObject, row: AuditRow, seq: number, prev: string): boolean =>
  row.seq === seq && row.prev === prev && row.hash === hashRow(row) && sameMac(row.mac, macRow(key, row.hash))
