import type { Read, Write } from '../database/handle.ts'
import { householdOf } from '../household/repository.ts'
import type { Outcome } from '../../shared/printout/model.ts'
import { setOutcome } from './repository.ts'

export type WrongMeeting = {
  readonly moveId: number
  readonly encounterId: number
  readonly clientId: number
  readonly now: number
}

// A statement is the meeting's when its manager printed it while the client was here, or when it shows a figure told in
// it, whoever printed it and when. One that repeats what stood on paper before the figure was told shows nothing of it.
const sheetsOf = `
  SELECT p.id, p.outcome FROM printout AS p JOIN encounter AS e ON e.id = :encounterId
  WHERE p.kind = 'statement' AND p.move_id IS NULL AND (
    (p.client_id = :clientId AND p.staff_id = e.staff_id
      AND p.at >= (SELECT min(s.at) FROM encounter_step AS s WHERE s.encounter_id = e.id AND s.step_to = 'greeting')
      AND p.at <= coalesce(e.ended_at, :now))
    OR EXISTS (
      SELECT 1 FROM printout_figure AS g JOIN figure AS f ON f.id = g.figure_id AND f.household_id = :householdId
      JOIN figure_version AS v ON v.figure_id = f.id AND v.encounter_id = e.id
      WHERE g.printout_id = p.id AND v.at <= (
        SELECT min(o.at) FROM printout AS o WHERE o.client_id = p.client_id AND o.content_hash = p.content_hash)))
  ORDER BY p.id`

const good: readonly Outcome[] = ['started', 'taken', 'saved', 'failed']

/**
 * Sheets of a meeting held with the wrong file open: the ledger keeps which move they belong to. Those that were not void
 * or cancelled anyway become void and are asked back, also a failed one: it must not be printed again under the wrong
 * name. Returns the ids of these. Call before the figures go to the right client.
 */
export const recallPrinted = (db: Write, { clientId, ...wrong }: WrongMeeting): readonly number[] => {
  const householdId = householdOf(db, clientId)?.householdId ?? null
  const { encounterId, now } = wrong
  const found = db.all<{ id: number; outcome: Outcome }>(sheetsOf, {
    encounterId,
    clientId,
    now,
    householdId,
  })
  for (const { id } of found)
    db.run('UPDATE printout SET move_id = :moveId WHERE id = :id', { id, moveId: wrong.moveId })
  const recalled = found.filter(({ outcome }) => good.includes(outcome)).map(({ id }) => id)
  for (const id of recalled) setOutcome(db, id, 'void')
  return recalled
}

/** Printed under a wrong name: its page is not shown any more, whatever became of the figures in it. */
export const isRecalled = (db: Read, id: number): boolean =>
  db.one('SELECT 1 AS recalled FROM printout WHERE id = ? AND move_id IS NOT NULL', [id]) !== undefined
