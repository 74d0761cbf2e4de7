import type { MeetingEvent } from './event.ts'
import type { Facts } from './facts.ts'
import { factOfAnswer } from './facts.ts'

/** What an accepted event changes in the facts, apart from the step. */
export const factsAfter = (facts: Facts, event: MeetingEvent): Facts => {
  switch (event.type) {
    case 'answer.given': {
      const fact = factOfAnswer(event.step, event.field)
      return fact ? { ...facts, [fact]: event.filled } : facts
    }
    case 'need.recorded':
      return event.isNew ? { ...facts, needs: facts.needs + 1 } : facts
    case 'meeting.continued':
    case 'needs.carried':
      return { ...facts, needs: facts.needs + event.needs }
    case 'fit.chosen':
      return { ...facts, chosen: facts.chosen + 1, undecided: facts.undecided + 1 }
    case 'explanation.given':
      return event.completes ? { ...facts, explained: facts.explained + 1 } : facts
    case 'intent.agreed':
      return { ...facts, intents: facts.intents + 1, undecided: facts.undecided - 1 }
    case 'intent.declined':
      return declined(facts, event)
    case 'contact.agreed':
    case 'contact.declined':
    case 'contact.left-to-client':
      return { ...facts, contactSettled: true }
    case 'client.left-early':
      return { ...facts, leftEarly: true, contactSettled: true }
    case 'meeting.suspended':
      return { ...facts, suspended: true }
    case 'meeting.resumed':
      return { ...facts, suspended: false }
    case 'meeting.moved':
      return { ...facts, signGiven: false, moved: true }
    case 'choices.judged': {
      const { type: _type, ...standing } = event
      return { ...facts, ...standing }
    }
    default:
      return facts
  }
}

const declined = (facts: Facts, event: Extract<MeetingEvent, { type: 'intent.declined' }>): Facts =>
  event.ofChoice
    ? {
        ...facts,
        declined: facts.declined + 1,
        chosen: facts.chosen - 1,
        undecided: facts.undecided - 1,
        explained: facts.explained - (event.wasExplained ? 1 : 0),
      }
    : { ...facts, declined: facts.declined + 1 }
