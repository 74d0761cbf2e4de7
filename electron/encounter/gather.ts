import { needsSecondConfirmation } from '../../shared/assessment/change.ts'
import type { Client } from '../../shared/client/model.ts'
import { isWorkingDay } from '../../shared/contact/calendar.ts'
import type { MeetingEvent } from '../../shared/encounter/event.ts'
import type { SentEvent } from '../../shared/encounter/sent.ts'
import { assertNever } from '../../shared/result.ts'
import { fits, isAssessed, levelCheck } from '../../shared/fit/check.ts'
import { needsRecording } from '../../shared/fit/product.ts'
import { confirmedLevelOf, currentAssessment } from '../assessment/repository.ts'
import { clientById } from '../client/repository.ts'
import type { Read } from '../database/handle.ts'
import { needsOf } from '../need/repository.ts'
import { productById } from '../product/repository.ts'
import type { ChoiceState } from './choices.ts'
import { choiceStates } from './choices.ts'
import { fitOf, isOffered } from './fit-of.ts'
import { declarationToday, premiumIn } from './flags-of.ts'
import type { EncounterRow } from './repository.ts'
import { signMatches } from './sign.ts'

export type Gathering = {
  readonly db: Read
  readonly encounter: EncounterRow
  readonly client: Client
  readonly today: string
}

type Sent<T extends SentEvent['type']> = Extract<SentEvent, { type: T }>

const choice = (g: Gathering, id: number): ChoiceState | undefined =>
  choiceStates(g.db, g.encounter.id).find((state) => state.row.id === id && !state.declined)

const chosen = (g: Gathering, sent: Sent<'fit.chosen'>): MeetingEvent => {
  const product = productById(g.db, sent.productId)
  const need = needsOf(g.db, g.encounter.id).find((line) => line.id === sent.needId)
  if (!product || !need) return { type: 'fit.chosen', recorded: true, current: true, fits: true, open: false }
  const written = sent.writtenChoice !== ''
  const wish = { amount: sent.amount, latest: need.latest, written }
  const report = fitOf(g.db, g.client, product, wish, g.today)
  return {
    type: 'fit.chosen',
    open: isOffered(product, g.today),
    recorded: report.level !== 'none',
    current: report.level !== 'expired',
    fits: !isAssessed(report) || fits(report, product, written),
  }
}

const introduced = (g: Gathering, sent: Sent<'product.introduced'>): MeetingEvent => {
  const product = productById(g.db, sent.productId)
  const open =
    product !== undefined &&
    isOffered(product, g.today) &&
    !['above', 'unconfirmed'].includes(levelCheck(product, currentAssessment(g.db, g.client.id), g.today))
  return { type: 'product.introduced', open }
}

const explained = (g: Gathering, sent: Sent<'explanation.given'>): MeetingEvent => {
  const state = choice(g, sent.choiceId)
  const complete = state?.items.every(({ item, told }) => told || sent.items.includes(item)) ?? false
  return {
    type: 'explanation.given',
    known: state !== undefined,
    completes: complete && state?.explained === false,
  }
}

const agreed = (g: Gathering, sent: Sent<'intent.agreed'>): MeetingEvent => {
  const state = choice(g, sent.choiceId)
  if (!state || state.agreed)
    return { type: 'intent.agreed', known: false, explained: true, stillFits: true, papersGiven: true }
  const { row, product } = state
  const need = needsOf(g.db, g.encounter.id).find((line) => line.id === row.needId)
  const written = row.writtenChoice !== ''
  const wish = { amount: sent.amount, latest: need?.latest ?? null, written }
  const report = fitOf(g.db, g.client, product, wish, g.today)
  const flags = declarationToday(g.client, premiumIn(row), g.today)?.flags ?? []
  return {
    type: 'intent.agreed',
    known: true,
    explained: state.explained,
    stillFits: isAssessed(report) && fits(report, product, written) && isOffered(product, g.today),
    papersGiven:
      (!needsRecording(product) || sent.recordingNumber !== '') &&
      ((row.flags === '[]' && flags.length === 0) || sent.paperNumber !== ''),
  }
}

const declined = (g: Gathering, sent: Sent<'intent.declined'>): MeetingEvent => {
  const state = sent.choiceId === null ? undefined : choice(g, sent.choiceId)
  return {
    type: 'intent.declined',
    known: sent.choiceId === null || (state !== undefined && !state.agreed),
    ofChoice: sent.choiceId !== null,
    wasExplained: state?.explained ?? false,
  }
}

const assessed = (g: Gathering, sent: Sent<'assessment.recorded'>): MeetingEvent => {
  const level = confirmedLevelOf(g.db, g.client.id)
  const before = level === undefined ? undefined : { level }
  return {
    type: 'assessment.recorded',
    dateHolds: sent.date <= g.today,
    confirmed: sent.confirmedAgain || !needsSecondConfirmation(before, sent),
  }
}

/** Looks up what the rules need to know about an event and puts it beside it; deciding is the machine's. */
export const gather = (g: Gathering, sent: SentEvent): MeetingEvent => {
  switch (sent.type) {
    case 'answer.given':
      return {
        type: sent.type,
        step: sent.step,
        field: sent.field,
        filled: sent.value !== '',
        signMatches: sent.field !== 'second-sign' || signMatches(g.client, sent.value),
      }
    case 'need.recorded':
      return { type: sent.type, isNew: sent.needId === null }
    case 'fit.chosen':
      return chosen(g, sent)
    case 'product.introduced':
      return introduced(g, sent)
    case 'explanation.given':
      return explained(g, sent)
    case 'assessment.recorded':
      return assessed(g, sent)
    case 'intent.agreed':
      return agreed(g, sent)
    case 'intent.declined':
      return declined(g, sent)
    case 'contact.agreed':
      return { type: sent.type, ahead: sent.date >= g.today, dayOpen: isWorkingDay(sent.date) }
    case 'meeting.postponed':
      return {
        type: sent.type,
        ahead: sent.date === null || sent.date >= g.today,
        dayOpen: sent.date === null || isWorkingDay(sent.date),
      }
    case 'meeting.moved': {
      const to = clientById(g.db, sent.clientId)
      return { type: sent.type, toAnother: to !== undefined && to.id !== g.client.id }
    }
    case 'meeting.started':
      return { type: sent.type, unscheduled: sent.unscheduled }
    case 'step.completed':
    case 'step.reopened':
      return { type: sent.type, step: sent.step }
    case 'type.judged':
    case 'planning.skipped':
    case 'contact.declined':
    case 'contact.left-to-client':
    case 'farewell.given':
    case 'client.left-early':
    case 'review.written':
    case 'meeting.suspended':
    case 'meeting.resumed':
    case 'meeting.aborted':
      return { type: sent.type }
    default:
      return assertNever(sent)
  }
}
