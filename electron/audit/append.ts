import type { Read, Write } from '../database/handle.ts'
import type { AuditEntry } from '../desk/audit-entry.ts'
import { deriveKey, macOf } from '../vault/derive.ts'
import type { VaultKeys } from '../vault/vault-keys.ts'
import { firstHash, hashRow, macRow } from './chain.ts'
import type { AuditRow } from './chain.ts'

/** Who writes into the chain, for the length of one session. */
export type Scribe = {
  readonly vaultId: string
  readonly key: Buffer
  /** Names this start of the desk; with `mono` it orders rows when the clock lies. */
  readonly boot: string
  readonly slotId: string
  readonly staffId: number
  readonly channel: 'window' | 'cli'
}

export const auditKey = (keys: Pick<VaultKeys, 'vmk' | 'vaultId'>): Buffer =>
  deriveKey(keys.vmk, keys.vaultId, 'audit-mac')

export type Head = { readonly seq: number; readonly hash: string }

export const readHead = (db: Read, vaultId: string): Head =>
  db.one<Head>('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1') ?? {
    seq: 0,
    hash: firstHash(vaultId),
  }

const insert = `
  INSERT INTO audit (seq, at, boot, mono, slot, staff, channel, action, object, detail, prev, hash, mac)
  VALUES (:seq, :at, :boot, :mono, :slot, :staff, :channel, :action, :object, :detail, :prev, :hash, :mac)`

/** Adds one row to the chain; belongs inside the transaction of the change it records. */
export const appendAudit = (
  db: Write,
  scribe: Scribe,
  entry: AuditEntry & { readonly at: number; readonly mono: number },
): Head => {
  const head = readHead(db, scribe.vaultId)
  const body = {
    seq: head.seq + 1,
    at: entry.at,
    boot: scribe.boot,
    mono: Math.trunc(entry.mono),
    slot: scribe.slotId,
    staff: scribe.staffId,
    channel: scribe.channel,
    action: entry.action,
    object: entry.object,
    // Keyed: the same detail can be recognised by the vault, and guessed by nobody else.
    detail: entry.detail === undefined ? '' : macOf(scribe.key, entry.detail),
    prev: head.hash,
  }
  const hash = hashRow(body)
  const row: AuditRow = { ...body, hash, mac: macRow(scribe.key, hash) }
  db.run(insert, row)
  return { seq: row.seq, hash: row.hash }
}
