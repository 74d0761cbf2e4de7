import type { SentEvent } from '../../shared/encounter/sent.ts'
import { carryNeeds } from '../need/repository.ts'
import type { Applying } from './apply.ts'
import { factsOf } from './facts.ts'
import { seat } from './lead.ts'
import { recordOwn } from './record-own.ts'
import { encounterById, insertEncounter, presentOf } from './repository.ts'

/** The new date of a postponed meeting is a meeting of its own: with the same people and the needs told so far. */
export const postpone = (
  { encounter, call }: Applying,
  sent: Extract<SentEvent, { type: 'meeting.postponed' }>,
): void => {
  if (sent.date === null) return
  const { db, now, today } = call
  const { clientId } = encounter
  const id = insertEncounter(db, {
    clientId,
    staffId: encounter.staffId,
    processVersion: encounter.processVersion,
    source: encounter.source,
    date: sent.date,
    time: encounter.appointmentTime,
    place: encounter.place,
    continuesId: encounter.id,
    at: now,
  })
  call.audit({ action: 'encounter.made', object: `encounter:${id}` })
  seat(db, { encounterId: id, clientId, now, today }, presentOf(db, encounter.id))
  const row = encounterById(db, id)
  if (!row) throw new Error('a meeting vanished while it was made')
  const before = factsOf(db, row)
  const needs = carryNeeds(db, encounter.id, id, now)
  if (needs > 0) recordOwn(call, id, before, { type: 'needs.carried', needs })
}
