import type { MeetingEvent } from '../../shared/encounter/event.ts'
import type { SentEvent } from '../../shared/encounter/sent.ts'
import { clientIsHere, type Step } from '../../shared/encounter/step.ts'
import type { Read, Write } from '../database/handle.ts'

export type StepRow = {
  readonly seq: number
  readonly type: string
  readonly from: Step
  readonly to: Step
  readonly payload: string
  readonly staffId: number
  readonly at: number
}

/** Both what was sent and what the machine was asked: replaying the second rebuilds the state. */
export type Payload = { readonly asked: MeetingEvent; readonly sent: SentEvent | null }

export const appendStep = (
  db: Write,
  step: {
    encounterId: number
    seq: number
    from: Step
    to: Step
    payload: Payload
    staffId: number
    at: number
  },
): void => {
  db.run(
    `INSERT INTO encounter_step(encounter_id, seq, type, step_from, step_to, payload, staff_id, at)
     VALUES (:encounterId, :seq, :type, :from, :to, :payload, :staffId, :at)`,
    { ...step, type: step.payload.asked.type, payload: JSON.stringify(step.payload) },
  )
}

export const stepsOf = (db: Read, encounterId: number): readonly StepRow[] =>
  db.all(
    `SELECT seq, type, step_from AS "from", step_to AS "to", payload, staff_id AS staffId, at
     FROM encounter_step WHERE encounter_id = ? ORDER BY seq`,
    [encounterId],
  )

/** The event list as the machine saw it. The rows were written by appendStep in this same form. */
export const askedOf = (db: Read, encounterId: number): readonly MeetingEvent[] =>
  stepsOf(db, encounterId).map((row) => (JSON.parse(row.payload) as Payload).asked)

// Both words stand in the text: an index of only these rows answers it, however long the meeting was.
const prepared = `
  SELECT 1 FROM encounter_step WHERE encounter_id = ? AND type = 'step.completed' AND step_from = 'preparing'`

export const wasPrepared = (db: Read, encounterId: number): boolean =>
  db.one(prepared, [encounterId]) !== undefined

/** When the client sat down; null: not yet, or never. */
export const hereSince = (db: Read, encounterId: number): number | null =>
  db
    .all<{ to: Step; at: number }>(
      'SELECT step_to AS "to", at FROM encounter_step WHERE encounter_id = ? ORDER BY seq',
      [encounterId],
    )
    .find(({ to }) => clientIsHere(to))?.at ?? null
