import type { Read } from '../database/handle.ts'
import type { WriteCall } from '../desk/call.ts'
import type { MoveRow } from './move.ts'

/** The meeting stays where it is; it may be asked for again, and nothing of it keeps a dossier from being sealed. */
export const dropMove = (call: WriteCall, move: MoveRow, why: string): void => {
  call.db.run(
    'INSERT INTO encounter_move_declined(move_id, staff_id, why, at) VALUES (:id, :by, :why, :at)',
    { id: move.id, by: call.session.staffId, why, at: call.now },
  )
  call.audit({ action: 'move.declined', object: `encounter:${move.encounterId}` })
  call.notify(`encounter:${move.encounterId}`)
}

/** What came of the last request, for the one who asked: nothing unless somebody else sent it back. */
export const lastDeclined = (
  db: Read,
  encounterId: number,
): { readonly by: string; readonly why: string } | null =>
  db.one(
    `SELECT s.name AS by, d.why FROM encounter_move AS m
     JOIN encounter_move_declined AS d ON d.move_id = m.id
     JOIN staff AS s ON s.id = d.staff_id
     WHERE m.id = (SELECT max(id) FROM encounter_move WHERE encounter_id = ?) AND d.staff_id <> m.requested_by`,
    [encounterId],
  ) ?? null
