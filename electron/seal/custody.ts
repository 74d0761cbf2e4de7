import type { Write } from '../database/handle.ts'

export type SealMove = {
  readonly clientId: number
  readonly move: 'sealed' | 'unsealed' | 'emergency-opened'
  readonly state: 'sealed' | 'in-cabinet' | 'in-use'
  readonly by: number
  readonly other: number | null
  readonly at: number
  readonly note?: string
}

/** A line in the register, and where the dossier is now; after an emergency it is with whoever opened it. */
export const recordMove = (db: Write, move: SealMove): void => {
  const { clientId, state, by, at } = move
  db.run(
    `INSERT INTO dossier(client_id, state, holder_id, opened_at) VALUES (:clientId, :state, :holder, :at)
     ON CONFLICT(client_id) DO UPDATE SET state = :state, holder_id = :holder, due_at = NULL, seq = seq + 1`,
    { clientId, state, holder: state === 'in-use' ? by : null, at },
  )
  db.run(
    `INSERT INTO custody(client_id, move, staff_id, other_id, note, at)
     VALUES (:clientId, :move, :by, :other, :note, :at)`,
    { clientId, move: move.move, by, other: move.other, note: move.note ?? '', at },
  )
}
