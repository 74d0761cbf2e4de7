import type { BookRow } from '../../shared/intake/book-row.ts'
import type { PlainDate } from '../../shared/plain-date.ts'
import type { Read, Write } from '../database/handle.ts'
import { unwrapWith, wrapTo } from '../vault/key-pair.ts'
import type { Random } from '../vault/random.ts'
import { rowBinding } from './key.ts'

/** A row of a client book that came while the dossier was sealed, with what is needed to apply it later. */
export type WaitingRow = {
  readonly row: BookRow
  readonly asOf: PlainDate
  /** Fields that file had no column for. */
  readonly absent: readonly string[]
  readonly staffId: number
  readonly at: number
}

/** Puts the row away so that only the archive key reads it; false when the same file was here before. */
export const keepWaiting = (
  db: Write,
  to: {
    readonly clientId: number
    readonly fileSha256: string
    readonly archive: Buffer
    readonly vaultId: string
    readonly random: Random
  },
  waiting: WaitingRow,
): boolean => {
  const plain = Buffer.from(JSON.stringify(waiting), 'utf8')
  const wrapped = wrapTo(to.archive, plain, rowBinding(to.vaultId, to.clientId), to.random)
  plain.fill(0)
  if (!wrapped) throw new Error('the archive key in the header is no key')
  return (
    db.run(
      `INSERT INTO sealed_row(client_id, as_of, file_sha256, wrapped, at)
       VALUES (:clientId, :asOf, :sha256, :wrapped, :at)
       ON CONFLICT(client_id, as_of, file_sha256) DO NOTHING`,
      { clientId: to.clientId, asOf: waiting.asOf, sha256: to.fileSha256, wrapped, at: waiting.at },
    ).changes === 1
  )
}

export const countWaiting = (db: Read, clientId: number): number =>
  db.one<{ n: number }>('SELECT count(*) AS n FROM sealed_row WHERE client_id = ?', [clientId])?.n ?? 0

/** What waited, in the order of its days; undefined when one of them doesn't open. */
export const openWaiting = (
  db: Read,
  { clientId, vaultId }: { readonly clientId: number; readonly vaultId: string },
  archivePrivate: Uint8Array,
): readonly WaitingRow[] | undefined => {
  const rows = db.all<{ wrapped: Buffer }>(
    'SELECT wrapped FROM sealed_row WHERE client_id = ? ORDER BY as_of, id',
    [clientId],
  )
  const opened: WaitingRow[] = []
  for (const { wrapped } of rows) {
    const plain = unwrapWith(archivePrivate, wrapped, rowBinding(vaultId, clientId))
    if (!plain) return undefined
    opened.push(JSON.parse(plain.toString('utf8')) as WaitingRow)
    plain.fill(0)
  }
  return opened
}
