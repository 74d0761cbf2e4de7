import { decide } from '../../shared/encounter/decide.ts'
import type { MeetingEvent } from '../../shared/encounter/event.ts'
import { processVersion } from '../../shared/encounter/step.ts'
import type { Present } from '../../shared/encounter/view.ts'
import type { Result } from '../../shared/result.ts'
import { fail, ok, refuse } from '../../shared/result.ts'
import { clientById } from '../client/repository.ts'
import type { WriteCall } from '../desk/call.ts'
import { carryNeeds } from '../need/repository.ts'
import { factsOf } from './facts.ts'
import type { EncounterRow } from './repository.ts'
import { seat } from './lead.ts'
import { encounterById, insertEncounter } from './repository.ts'
import { record } from './record.ts'
import { roomIsTaken } from './send.ts'

type Start = {
  readonly clientId: number
  readonly source: string
  readonly appointment: { readonly date: string; readonly time: string; readonly place: string } | null
  readonly present: readonly Present[]
  readonly continues: number | null
}

const bornAt = (call: WriteCall, id: number): EncounterRow => {
  const row = encounterById(call.db, id)
  if (!row) throw new Error('a meeting vanished while it was made')
  return row
}

/** The needs of an earlier meeting with this client: one's own, or one that is over. */
const isContinuable = (call: WriteCall, input: Start): boolean => {
  if (input.continues === null) return true
  const earlier = encounterById(call.db, input.continues)
  return (
    earlier?.clientId === input.clientId &&
    (earlier.staffId === call.session.staffId || earlier.endedAt !== null)
  )
}

// The first event of a meeting: here and unannounced, here again, or not yet here.
const firstEvent = (input: Start, needs: number): MeetingEvent | null => {
  if (input.continues !== null) return { type: 'meeting.continued', needs }
  return input.appointment === null ? { type: 'meeting.started', unscheduled: true } : null
}

export const startEncounter = (call: WriteCall, input: Start): Result<{ id: number }> => {
  if (!clientById(call.db, input.clientId)) return fail({ code: 'not-found', what: 'client' })
  if (!isContinuable(call, input)) return fail({ code: 'not-found', what: 'encounter' })
  const isHere = input.appointment === null || input.continues !== null
  if (isHere && roomIsTaken(call, 0)) return refuse('roomIsFree')
  const { db, now } = call
  const id = insertEncounter(db, {
    clientId: input.clientId,
    staffId: call.session.staffId,
    processVersion,
    source: input.source,
    date: input.appointment?.date ?? null,
    time: input.appointment?.time ?? '',
    place: input.appointment?.place ?? '',
    continuesId: input.continues,
    at: now,
  })
  seat(db, { encounterId: id, clientId: input.clientId, now, today: call.today }, input.present)
  call.audit({ action: 'encounter.made', object: `encounter:${id}` })
  call.notify(`client:${input.clientId}`)
  const row = bornAt(call, id)
  const facts = factsOf(db, row)
  const needs = input.continues === null ? 0 : carryNeeds(db, input.continues, id, now)
  const asked = firstEvent(input, needs)
  if (asked) {
    const decision = decide(facts, asked)
    if (!decision.allowed) throw new Error(`a new meeting refused ${asked.type}`)
    record(call, row, { asked, sent: null, facts: decision.facts })
  }
  return ok({ id })
}
