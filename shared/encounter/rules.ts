import type { MeetingEvent, MeetingEventType } from './event.ts'
import type { Facts } from './facts.ts'
import { liesBehind } from './step.ts'

type Asked = { readonly context: Facts; readonly event: MeetingEvent }

/** A finding the desk put beside one kind of event; true for every other kind. */
const found =
  <T extends MeetingEventType>(type: T, holds: (event: Extract<MeetingEvent, { type: T }>) => boolean) =>
  ({ event }: Asked): boolean =>
    event.type !== type || holds(event as Extract<MeetingEvent, { type: T }>)

/**
 * The rules of the bank, each a fact that must hold. Their names are the machine's guards and, with
 * `encounter.refusal.<name>`, the sentences that say why something is refused.
 */
export const rules = {
  isRunning: ({ context }: Asked) => !context.suspended,
  isSuspended: ({ context }: Asked) => context.suspended,
  stepMatches: ({ context, event }: Asked) => !('step' in event) || event.step === context.at,
  stepLiesBehind: ({ context, event }: Asked) => !('step' in event) || liesBehind(event.step, context.at),
  isUnscheduled: found('meeting.started', (event) => event.unscheduled),
  goalIsSet: ({ context }: Asked) => context.goalSet,
  privacyIsKept: ({ context }: Asked) => context.privacyKept,
  // Wrong client, wrong dossier: a second sign comes before the first answer (practice 3).
  secondSignGiven: ({ context, event }: Asked) =>
    context.signGiven || (event.type === 'answer.given' && event.field === 'second-sign'),
  secondSignMatches: found('answer.given', (event) => event.field !== 'second-sign' || event.signMatches),
  purposeIsKnown: ({ context }: Asked) => context.purposeGiven,
  // Don't hurry to talk products (S1 p44).
  needIsKnown: ({ context }: Asked) => context.needs > 0,
  planAreasChosen: ({ context }: Asked) => context.areasChosen,
  productIsOpen: found('product.introduced', (event) => event.open),
  choiceIsOpen: found('fit.chosen', (event) => event.open),
  assessmentIsRecorded: found('fit.chosen', (event) => event.recorded),
  assessmentIsValid: found('fit.chosen', (event) => event.current),
  productFits: found('fit.chosen', (event) => event.fits),
  assessmentDateHolds: found('assessment.recorded', (event) => event.dateHolds),
  levelConfirmedAgain: found('assessment.recorded', (event) => event.confirmed),
  productChosen: ({ context }: Asked) => context.chosen > 0,
  choiceIsKnown: ({ event }: Asked) => !('known' in event) || event.known,
  productExplained: ({ context }: Asked) => context.explained > 0,
  choiceExplained: found('intent.agreed', (event) => event.explained),
  choiceStillFits: found('intent.agreed', (event) => event.stillFits),
  papersGiven: found('intent.agreed', (event) => event.papersGiven),
  everyChoiceDecided: ({ context }: Asked) =>
    context.undecided === 0 && context.intents + context.declined > 0,
  hasIntent: ({ context }: Asked) => context.intents > 0,
  wantsNothing: found('intent.declined', (event) => !event.ofChoice),
  contactDayAhead: found('contact.agreed', (event) => event.ahead),
  contactDayOpen: found('contact.agreed', (event) => event.dayOpen),
  // The next contact or its honest exit comes before the end (S1 p49, practice 7).
  nextContactAgreed: ({ context }: Asked) => context.contactSettled,
  lessonIsWritten: ({ context }: Asked) => context.lessonWritten,
  // Chosen, explained and agreed under the wrong file: the right person's document comes before the end (practice 3).
  signedAfterMove: ({ context }: Asked) => context.signGiven || !context.moved,
  // Somebody who wants to buy leaves by the early leave: with a call-back and a review.
  noIntentStands: ({ context }: Asked) => context.intents === 0,
  newDayAhead: found('meeting.postponed', (event) => event.ahead),
  newDayOpen: found('meeting.postponed', (event) => event.dayOpen),
  clientIsAnother: found('meeting.moved', (event) => event.toAnother),
} as const

export type RuleName = keyof typeof rules

export const isRuleName = (name: string): name is RuleName => Object.hasOwn(rules, name)
