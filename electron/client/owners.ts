import type { Read, Write } from '../database/handle.ts'
import { staffNames } from './staff-names.ts'
import type { TimelineSource } from './timeline.ts'

export type OwnerChange = {
  readonly clientId: number
  readonly ownerId: number | null
  readonly previousId: number | null
  readonly staffId: number
  readonly at: number
}

const addLine = (db: Write, change: OwnerChange): void => {
  db.run(
    `INSERT INTO client_owner(client_id, owner_id, previous_id, staff_id, at)
     VALUES (:clientId, :ownerId, :previousId, :staffId, :at)`,
    { ...change },
  )
}

/** Every change of an owner leaves its line, also one by a book: whose client it was on a day is read from these. */
export const recordOwner = (db: Write, change: OwnerChange): void => {
  if (change.ownerId !== change.previousId) addLine(db, change)
}

/** The new owner on the client's row, and who did it when. */
export const setOwner = (db: Write, change: OwnerChange): void => {
  const { clientId, ownerId } = change
  db.run('UPDATE client SET owner_id = :ownerId, next_owner_id = NULL, seq = seq + 1 WHERE id = :clientId', {
    clientId,
    ownerId,
  })
  addLine(db, change)
}

const changesOf = (db: Read, clientId: number): readonly OwnerChange[] =>
  db.all<OwnerChange>(
    `SELECT client_id AS clientId, owner_id AS ownerId, previous_id AS previousId, staff_id AS staffId, at
     FROM client_owner WHERE client_id = ? ORDER BY id DESC`,
    [clientId],
  )

/** Who the last line says it is; undefined: it never changed hands. */
export const lastRecorded = (db: Read, clientId: number): number | null | undefined =>
  changesOf(db, clientId)[0]?.ownerId

/** Whose client this was at that moment, or is now where none is named; null: nobody's. */
export const ownerAt = (db: Read, clientId: number, at: number | null): number | null => {
  // No line is later than no moment.
  const later = db.one<{ previousId: number | null }>(
    `SELECT previous_id AS previousId FROM client_owner WHERE client_id = :clientId AND at > :at ORDER BY id LIMIT 1`,
    { clientId, at },
  )
  if (later) return later.previousId
  return (
    db.one<{ id: number | null }>('SELECT owner_id AS id FROM client WHERE id = ?', [clientId])?.id ?? null
  )
}

export const ownerLines: TimelineSource = (db, clientId) => {
  const names = staffNames(db)
  const nameOf = (id: number | null): string => names.get(id ?? 0) ?? '—'
  return changesOf(db, clientId).map((line) => ({
    key: `owner:${line.at}`,
    at: line.at,
    title: 'client.timeline.owner',
    params: { from: nameOf(line.previousId), to: nameOf(line.ownerId) },
    note: '',
    by: nameOf(line.staffId),
    route: null,
  }))
}
