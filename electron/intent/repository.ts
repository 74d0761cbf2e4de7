import type { Intent } from '../../shared/intent/model.ts'
import type { Read, Write } from '../database/handle.ts'

export const intentsOf = (db: Read, encounterId: number): readonly Intent[] =>
  db.all(
    `SELECT i.id, i.choice_id AS choiceId, c.need_id AS needId, c.product_id AS productId, p.name AS productName,
       i.amount, i.recording_number AS recordingNumber, i.paper_number AS paperNumber, i.at
     FROM intent i JOIN fit_choice c ON c.id = i.choice_id JOIN product p ON p.id = c.product_id
     WHERE i.encounter_id = ? ORDER BY i.id`,
    [encounterId],
  )

export const insertIntent = (
  db: Write,
  intent: {
    encounterId: number
    choiceId: number
    amount: number
    recordingNumber: string
    paperNumber: string
    at: number
  },
): void => {
  db.run(
    `INSERT INTO intent(encounter_id, choice_id, amount, recording_number, paper_number, at)
     VALUES (:encounterId, :choiceId, :amount, :recordingNumber, :paperNumber, :at)`,
    intent,
  )
}

/** The client wants nothing at all this time (S1 p48). */
export const insertIntentRefusal = (
  db: Write,
  refusal: { encounterId: number; cause: string; note: string; at: number },
): void => {
  db.run(
    'INSERT INTO intent_refusal(encounter_id, cause, note, at) VALUES (:encounterId, :cause, :note, :at)',
    refusal,
  )
}
