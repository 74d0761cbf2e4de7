import type { PlainDate } from '../../shared/plain-date.ts'
import type { Read, Write } from '../database/handle.ts'

/** A bank-owned field that a newer client book changed. */
export type ClientChange = {
  readonly clientId: number
  readonly field: string
  readonly before: string
  readonly after: string
  readonly asOf: PlainDate
  readonly at: number
}

export const recordChange = (db: Write, change: ClientChange): void => {
  db.run(
    `INSERT INTO client_change(client_id, field, before, after, as_of, at)
     VALUES (:clientId, :field, :before, :after, :asOf, :at)`,
    { ...change },
  )
}

export const changesOf = (db: Read, clientId: number): readonly ClientChange[] =>
  db.all<ClientChange>(
    `SELECT client_id AS clientId, field, before, after, as_of AS asOf, at FROM client_change
     WHERE client_id = ? ORDER BY id DESC`,
    [clientId],
  )
