import type { Client } from '../../shared/client/model.ts'
import { isProvisional, nextWorkingDay } from '../../shared/contact/calendar.ts'
import type { Step } from '../../shared/encounter/step.ts'
import type { SentEvent } from '../../shared/encounter/sent.ts'
import { confirmLevel } from '../assessment/confirm.ts'
import { recordAssessment } from '../assessment/repository.ts'
import { setType } from '../client/repository.ts'
import { banMarketing, banOf, contactOf, liftBan, putContact } from '../contact/repository.ts'
import type { WriteCall } from '../desk/call.ts'
import { declineChoice, putExplanation } from '../fit/repository.ts'
import { insertIntent, insertIntentRefusal } from '../intent/repository.ts'
import { insertNeed, updateNeed } from '../need/repository.ts'
import { putAnswer } from './answers.ts'
import { applyChoice } from './apply-choice.ts'
import { seat } from './lead.ts'
import { moveEncounter } from './move.ts'
import { postpone } from './postpone.ts'
import { readPresent } from './present.ts'
import type { EncounterRow } from './repository.ts'
import { setLeftEarly, setPlace, setSuspended } from './repository.ts'
import { keptSign } from './sign.ts'

export type Applying = {
  readonly call: WriteCall
  readonly encounter: EncounterRow
  readonly client: Client
}

type Sent<T extends SentEvent['type']> = Extract<SentEvent, { type: T }>

const answer = ({ call, encounter }: Applying, step: Step, field: string, value: string): void => {
  putAnswer(call.db, {
    encounterId: encounter.id,
    step,
    field,
    value,
    staffId: call.session.staffId,
    at: call.now,
  })
}

const applyAnswer = (a: Applying, sent: Sent<'answer.given'>): void => {
  const { db } = a.call
  if (sent.field === 'second-sign') return answer(a, 'greeting', 'second-sign', keptSign(sent.value))
  const { clientId, id: encounterId } = a.encounter
  const { now, today } = a.call
  if (sent.field === 'present') seat(db, { encounterId, clientId, now, today }, readPresent(sent.value))
  if (sent.field === 'level-confirmed') confirmLevel(a.call, a.encounter)
  if (sent.field === 'place') setPlace(db, a.encounter.id, sent.value.slice(0, 60))
  answer(a, sent.step, sent.field, sent.value)
}

const applyJudgement = ({ call, client }: Applying, sent: Sent<'type.judged'>): void => {
  const type = sent.judgement === 'kept' ? client.type : sent.judgement
  setType(call.db, {
    clientId: client.id,
    type,
    previous: client.type,
    confirmed: true,
    reason: sent.reason,
    staffId: call.session.staffId,
    at: call.now,
  })
}

const contact = (
  { call, encounter, client }: Applying,
  plan: {
    kind: 'agreed' | 'call-back' | 'left-to-client' | 'declined'
    date?: string
    time?: string
    channel?: Sent<'contact.agreed'>['channel']
  },
): void => {
  putContact(call.db, {
    encounterId: encounter.id,
    clientId: client.id,
    kind: plan.kind,
    date: plan.date ?? null,
    time: plan.time ?? '',
    channel: plan.channel ?? null,
    provisional: plan.date !== undefined && isProvisional(plan.date),
    at: call.now,
  })
}

const leaveEarly = (a: Applying, sent: Sent<'client.left-early'>): void => {
  answer(a, a.encounter.step, 'leave-reason', sent.reason)
  setLeftEarly(a.call.db, a.encounter.id)
  const { db, today } = a.call
  // What the client said about the next contact stands; a call-back is only for who said nothing.
  if (contactOf(db, a.encounter.id) !== null) return
  if (banOf(db, a.client.id) !== null) return contact(a, { kind: 'declined' })
  contact(a, { kind: 'call-back', date: nextWorkingDay(today), channel: 'phone' })
}

const agree = ({ call, encounter }: Applying, sent: Sent<'intent.agreed'>): void => {
  const { choiceId, amount, recordingNumber, paperNumber } = sent
  const at = call.now
  insertIntent(call.db, { encounterId: encounter.id, choiceId, amount, recordingNumber, paperNumber, at })
}

const decline = ({ call, encounter }: Applying, sent: Sent<'intent.declined'>): void => {
  const { cause, note } = sent
  if (sent.choiceId !== null) return declineChoice(call.db, sent.choiceId, cause, note)
  insertIntentRefusal(call.db, { encounterId: encounter.id, cause, note, at: call.now })
}

const recordNeed = ({ call, encounter }: Applying, sent: Sent<'need.recorded'>): void => {
  if (sent.needId === null) insertNeed(call.db, encounter.id, sent.need, call.now, null)
  else updateNeed(call.db, sent.needId, sent.need, call.now)
}

type OfMeeting = Sent<
  'meeting.suspended' | 'meeting.resumed' | 'meeting.postponed' | 'meeting.aborted' | 'meeting.moved'
>

// What happens to the meeting as a whole.
const applyToMeeting = (a: Applying, sent: OfMeeting): void => {
  const { db, now } = a.call
  const { encounter } = a
  switch (sent.type) {
    case 'meeting.suspended':
      return setSuspended(db, encounter.id, now)
    case 'meeting.resumed':
      return setSuspended(db, encounter.id, null)
    case 'meeting.postponed':
      answer(a, encounter.step, 'end-reason', sent.reason)
      return postpone(a, sent)
    case 'meeting.aborted':
      setSuspended(db, encounter.id, null)
      return answer(a, encounter.step, 'end-reason', sent.reason)
    case 'meeting.moved':
      return moveEncounter(a, sent)
  }
}

/** The typed rows an accepted event leaves behind. Runs inside the one transaction of its procedure. */
export const apply = (a: Applying, sent: SentEvent): void => {
  const { db, now, session } = a.call
  const { encounter } = a
  switch (sent.type) {
    case 'answer.given':
      return applyAnswer(a, sent)
    case 'need.recorded':
      return recordNeed(a, sent)
    case 'type.judged':
      return applyJudgement(a, sent)
    case 'planning.skipped':
      answer(a, 'planning', 'skip-reason', sent.reason)
      return answer(a, 'planning', 'skip-note', sent.note)
    case 'fit.chosen':
      return applyChoice(a, sent)
    case 'explanation.given':
      return putExplanation(db, sent.choiceId, sent.items, now)
    case 'assessment.recorded':
      recordAssessment(db, {
        ...sent,
        clientId: encounter.clientId,
        encounterId: encounter.id,
        staffId: session.staffId,
        at: now,
      })
      return
    case 'intent.agreed':
      return agree(a, sent)
    case 'intent.declined':
      return decline(a, sent)
    case 'contact.agreed':
      liftBan(db, encounter.clientId, encounter.id)
      return contact(a, { kind: 'agreed', date: sent.date, time: sent.time, channel: sent.channel })
    case 'contact.declined':
      contact(a, { kind: 'declined' })
      return banMarketing(db, encounter.clientId, encounter.id, now)
    case 'contact.left-to-client':
      liftBan(db, encounter.clientId, encounter.id)
      return contact(a, { kind: 'left-to-client' })
    case 'client.left-early':
      return leaveEarly(a, sent)
    case 'meeting.suspended':
    case 'meeting.resumed':
    case 'meeting.postponed':
    case 'meeting.aborted':
    case 'meeting.moved':
      return applyToMeeting(a, sent)
    case 'product.introduced':
    case 'meeting.started':
    case 'step.completed':
    case 'step.reopened':
    case 'farewell.given':
    case 'review.written':
      return
  }
}
