import { maySeal } from '../../shared/seal/rules.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import type { Read } from '../database/handle.ts'
import { moveWaits } from '../encounter/move-waits.ts'
import type { Proposal } from './proposal.ts'
import { isSealed } from './stub.ts'

const isMeeting = (db: Read, clientId: number): boolean =>
  db.one(
    `SELECT 1 AS running FROM encounter
     WHERE client_id = ? AND ended_at IS NULL AND suspended_at IS NULL AND step <> 'scheduled'`,
    [clientId],
  ) !== undefined

// The meeting may turn out to be another's: first it goes where it belongs.
const isBeingMoved = (db: Read, clientId: number): boolean =>
  db.one(
    `SELECT 1 AS waiting FROM encounter_move
     WHERE ${moveWaits} AND (from_client_id = :clientId OR to_client_id = :clientId)`,
    { clientId },
  ) !== undefined

const isCheckedOut = (db: Read, clientId: number): boolean =>
  db.one("SELECT 1 AS held FROM checkout WHERE client_id = ? AND state = 'issued'", [clientId]) !== undefined

/** Whether this dossier can be closed at all, as things stand. */
export const canBeClosed = (db: Read, clientId: number): Result<null> => {
  if (isSealed(db, clientId)) return refuse('seal.refusal.already')
  if (isMeeting(db, clientId)) return refuse('seal.refusal.meeting')
  if (isCheckedOut(db, clientId)) return refuse('seal.refusal.out')
  return isBeingMoved(db, clientId) ? refuse('seal.refusal.moving') : ok(null)
}

/** Asked before the work begins and once more inside it. */
export const mayBeSealed = (db: Read, proposal: Proposal, staffId: number): Result<null> => {
  const allowed = maySeal(proposal, staffId)
  return allowed.ok ? canBeClosed(db, proposal.clientId) : allowed
}
