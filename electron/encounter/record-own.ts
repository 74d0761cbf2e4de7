import { decide } from '../../shared/encounter/decide.ts'
import type { MeetingEvent } from '../../shared/encounter/event.ts'
import type { Facts } from '../../shared/encounter/facts.ts'
import type { WriteCall } from '../desk/call.ts'
import { record } from './record.ts'
import { encounterById } from './repository.ts'

/** An event the desk itself puts on the list of a meeting: nobody sent it, so a refusal is a bug. */
export const recordOwn = (call: WriteCall, id: number, before: Facts, asked: MeetingEvent): void => {
  const row = encounterById(call.db, id)
  if (!row) throw new Error('a meeting vanished while it was written')
  const decision = decide(before, asked)
  if (!decision.allowed) throw new Error(`the meeting refused ${asked.type}: ${decision.reasons.join()}`)
  record(call, row, { asked, sent: null, facts: decision.facts })
}
