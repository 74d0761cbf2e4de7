import { confirmedLevel, isUnconfirmed } from '../../shared/assessment/change.ts'
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
  readonly confirmedAgain: boolean
}

type Stored = Omit<AssessmentRow, 'confirmedAgain'> & { readonly again: number }

/** All of a client, the newest first. A confirmation given in a meeting that went to another file does not count. */
export const assessmentsOf = (db: Read, clientId: number): readonly AssessmentRow[] =>
  db
    .all<Stored>(
      `SELECT a.id, a.level, a.date, a.serial, a.channel, a.staff_id AS staffId, a.at,
         a.confirmed_again = 1 OR EXISTS (
           SELECT 1 FROM level_confirmation AS k JOIN encounter AS e ON e.id = k.encounter_id
           WHERE k.assessment_id = a.id AND e.client_id = a.client_id) AS again
       FROM assessment AS a WHERE a.client_id = ? ORDER BY a.date DESC, a.id DESC`,
      [clientId],
    )
    .map(({ again, ...row }) => ({ ...row, confirmedAgain: again === 1 }))

/**
 * The one that counts: the newest date wins, whichever way it came; of one day the one recorded last. A level that
 * differs from the confirmed one waits for the client's second word, also when it was imported (practice 6).
 */
export const currentAssessment = (
  db: Read,
  clientId: number,
): (AssessmentRow & { readonly unconfirmed: boolean }) | undefined => {
  const held = assessmentsOf(db, clientId)
  const [newest] = held
  return newest && { ...newest, unconfirmed: isUnconfirmed(held.toReversed()) }
}

export const confirmedLevelOf = (db: Read, clientId: number): RiskLevel | undefined =>
  confirmedLevel(assessmentsOf(db, clientId).toReversed())

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
