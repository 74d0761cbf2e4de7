import type { InHands } from '../../shared/staff/duties.ts'
import type { Read } from '../database/handle.ts'
import { moveWaits } from '../encounter/move-waits.ts'

const counts = `
  SELECT (SELECT count(*) FROM dossier WHERE holder_id = :id) AS dossiers,
    (SELECT count(*) FROM encounter WHERE staff_id = :id AND ended_at IS NULL) AS meetings,
    (SELECT count(*) FROM client WHERE owner_id = :id OR next_owner_id = :id) AS clients,
    (SELECT count(*) FROM encounter_move WHERE requested_by = :id AND ${moveWaits}) AS moves`

/** Dossiers out with this person, meetings not ended, clients owned or on their way to him, moves he asked for. */
export const inHandsOf = (db: Read, id: number): InHands =>
  db.one<InHands>(counts, { id }) ?? { dossiers: 0, meetings: 0, clients: 0, moves: 0 }
