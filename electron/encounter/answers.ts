import type { Step } from '../../shared/encounter/step.ts'
import type { Read, Write } from '../database/handle.ts'

export type AnswerRow = {
  readonly step: Step
  readonly field: string
  readonly value: string
  readonly at: number
}

export const answersOf = (db: Read, encounterId: number): readonly AnswerRow[] =>
  db.all('SELECT step, field, value, at FROM encounter_answer WHERE encounter_id = ? ORDER BY at, field', [
    encounterId,
  ])

export const putAnswer = (
  db: Write,
  answer: { encounterId: number; step: Step; field: string; value: string; staffId: number; at: number },
): void => {
  db.run(
    `INSERT INTO encounter_answer(encounter_id, step, field, value, staff_id, at)
     VALUES (:encounterId, :step, :field, :value, :staffId, :at)
     ON CONFLICT(encounter_id, step, field)
     DO UPDATE SET value = excluded.value, staff_id = excluded.staff_id, at = excluded.at`,
    answer,
  )
}

/** After a move the sign must be asked again, of the right person. */
export const dropSecondSign = (db: Write, encounterId: number): void => {
  db.run(`DELETE FROM encounter_answer WHERE encounter_id = ? AND field = 'second-sign'`, [encounterId])
}
