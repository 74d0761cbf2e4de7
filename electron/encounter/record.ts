import type { MeetingEvent } from '../../shared/encounter/event.ts'
import type { Facts } from '../../shared/encounter/facts.ts'
import type { SentEvent } from '../../shared/encounter/sent.ts'
import { isOver } from '../../shared/encounter/step.ts'
import type { WriteCall } from '../desk/call.ts'
import type { EncounterRow } from './repository.ts'
import { saveProgress } from './repository.ts'
import { keptSign } from './sign.ts'
import { appendStep } from './steps.ts'

// Of the digits of a second sign nothing is kept.
const kept = (event: SentEvent): SentEvent =>
  event.type === 'answer.given' && event.field === 'second-sign'
    ? { ...event, value: keptSign(event.value) }
    : event

/** Step row, progress and audit line of an accepted event; the typed rows are written by `apply`. */
export const record = (
  call: WriteCall,
  encounter: EncounterRow,
  change: { readonly asked: MeetingEvent; readonly sent: SentEvent | null; readonly facts: Facts },
): void => {
  const seq = encounter.seq + 1
  const { at: step } = change.facts
  appendStep(call.db, {
    encounterId: encounter.id,
    seq,
    from: encounter.step,
    to: step,
    payload: { asked: change.asked, sent: change.sent && kept(change.sent) },
    staffId: call.session.staffId,
    at: call.now,
  })
  const endedAt = encounter.endedAt ?? (isOver(step) ? call.now : null)
  saveProgress(call.db, { id: encounter.id, step, seq, at: call.now, endedAt })
  call.audit({ action: change.asked.type, object: `encounter:${encounter.id}` })
  call.notify(`encounter:${encounter.id}`)
  call.notify(`client:${encounter.clientId}`)
}
