import type { KeyObject } from 'node:crypto'
import type { Read, Write } from '../database/handle.ts'
import type { AuditEntry } from '../desk/audit-entry.ts'
import { macOf } from '../vault/derive.ts'
import { firstHash, hashRow, macRow } from './row.ts'
import type { AuditRow } from './row.ts'

/** An entry with everything the chain keeps beside it; `boot` and `mono` order rows when the clock lies. */
export type Stamped = AuditEntry & {
  readonly at: number
  readonly boot: string
  readonly mono: number
  readonly slotId: string
  readonly staffId: number
  readonly channel: 'window' | 'cli'
}

export type Head = { readonly seq: number; readonly hash: string }

export const readHead = (db: Read, key: KeyObject): Head =>
  db.one<Head>('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1') ?? { seq: 0, hash: firstHash(key) }

const insert = `
  INSERT INTO audit (seq, at, boot, mono, slot, staff, channel, action, object, detail, prev, hash, mac)
  VALUES (:seq, :at, :boot, :mono, :slot, :staff, :channel, :action, :object, :detail, :prev, :hash, :mac)`

/**
 * Adds one row to the chain; belongs inside the transaction of the change it records. `above`: the number is beyond this
 * one, so that a salvage gives no lost row's number to another row.
 */
export const appendAudit = (db: Write, key: KeyObject, entry: Stamped, above = 0): Head => {
  const head = readHead(db, key)
  const body = {
    seq: Math.max(head.seq, above) + 1,
    at: entry.at,
    boot: entry.boot,
    mono: Math.trunc(entry.mono),
    slot: entry.slotId,
    staff: entry.staffId,
    channel: entry.channel,
    action: entry.action,
    object: entry.object,
    // Keyed: the vault can recognise the same detail again, and nobody else can guess it.
    detail: entry.detail === undefined ? '' : macOf(key, `detail:${entry.detail}`),
    prev: head.hash,
  }
  const hash = hashRow(body)
  const row: AuditRow = { ...body, hash, mac: macRow(key, hash) }
  db.run(insert, row)
  return { seq: row.seq, hash: row.hash }
}
