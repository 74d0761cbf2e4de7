import type { AssessmentChannel, RiskLevel } from '../../shared/assessment/model.ts'
import type { PlainDate } from '../../shared/plain-date.ts'
import type { Read, Write } from '../database/handle.ts'

export type AssessmentRow = {
  readonly id: number
  readonly level: RiskLevel
  readonly date: PlainDate
  readonly serial: string
  readonly channel: AssessmentChannel
  readonly staffId: number
  readonly at: number
}

/** The one that counts: the newest date wins, whichever way it came; of one day the one recorded last. */
export const currentAssessment = (db: Read, clientId: number): AssessmentRow | undefined =>
  db.one(
    `SELECT id, level, date, serial, channel, staff_id AS staffId, at FROM assessment
     WHERE client_id = ? ORDER BY date DESC, id DESC LIMIT 1`,
    [clientId],
  )

export const assessmentsOf = (db: Read, clientId: number): readonly AssessmentRow[] =>
  db.all(
    `SELECT id, level, date, serial, channel, staff_id AS staffId, at FROM assessment
     WHERE client_id = ? ORDER BY date DESC, id DESC`,
    [clientId],
  )

export type NewAssessment = {
  readonly clientId: number
  readonly level: RiskLevel
  readonly date: PlainDate
  readonly serial: string
  readonly channel: AssessmentChannel
  readonly staffId: number
  readonly at: number
  readonly encounterId?: number
  /** The client confirmed a changed level a second time. */
  readonly confirmedAgain?: boolean
}

export const recordAssessment = (db: Write, assessment: NewAssessment): number =>
  db.run(
    `INSERT INTO assessment(client_id, level, date, serial, channel, confirmed_again, encounter_id, staff_id, at)
     VALUES (:clientId, :level, :date, :serial, :channel, :again, :encounterId, :staffId, :at)`,
    {
      clientId: assessment.clientId,
      level: assessment.level,
      date: assessment.date,
      serial: assessment.serial,
      channel: assessment.channel,
      again: assessment.confirmedAgain === true ? 1 : 0,
      encounterId: assessment.encounterId ?? null,
      staffId: assessment.staffId,
      at: assessment.at,
    },
  ).id
