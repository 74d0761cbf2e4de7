import { isUnconfirmed } from '../../shared/assessment/change.ts'
import type { Step } from '../../shared/encounter/step.ts'
import { clientIsHere } from '../../shared/encounter/step.ts'
import type { WriteCall } from '../desk/call.ts'
import { assessmentsOf } from './repository.ts'

type Meeting = { readonly id: number; readonly clientId: number; readonly step: Step }

/** Only the client at the table can confirm; in a meeting that has gone to another file it counts for nobody. */
export const confirmLevel = (call: WriteCall, meeting: Meeting): void => {
  const held = assessmentsOf(call.db, meeting.clientId)
  const [current] = held
  if (!current || !clientIsHere(meeting.step) || !isUnconfirmed(held.toReversed())) return
  call.db.run(
    `INSERT OR IGNORE INTO level_confirmation(assessment_id, encounter_id, staff_id, at)
     VALUES (:assessmentId, :encounterId, :staffId, :at)`,
    { assessmentId: current.id, encounterId: meeting.id, staffId: call.session.staffId, at: call.now },
  )
  call.audit({ action: 'level.confirmed', object: `assessment:${current.id}` })
}
