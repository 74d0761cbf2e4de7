import type { ChoiceFacts } from './facts.ts'
import { noChoices } from './facts.ts'
import type { Step } from './step.ts'

/**
 * What the machine is asked. The desk has looked up everything that needs a row (does the sign match? does the
 * product fit?) and put the finding beside the event, so that deciding stays pure.
 */
export type MeetingEvent =
  | { readonly type: 'meeting.started'; readonly unscheduled: boolean }
  | { readonly type: 'meeting.continued'; readonly needs: number }
  /** The needs of a postponed meeting stand in the one that was put in its place. */
  | { readonly type: 'needs.carried'; readonly needs: number }
  | { readonly type: 'step.completed'; readonly step: Step }
  | { readonly type: 'step.reopened'; readonly step: Step }
  | {
      readonly type: 'answer.given'
      readonly step: Step
      readonly field: string
      readonly filled: boolean
      readonly signMatches: boolean
    }
  | { readonly type: 'need.recorded'; readonly isNew: boolean }
  | { readonly type: 'type.judged' }
  | { readonly type: 'planning.skipped' }
  | { readonly type: 'product.introduced'; readonly open: boolean }
  | {
      readonly type: 'fit.chosen'
      readonly recorded: boolean
      readonly current: boolean
      readonly fits: boolean
      readonly open: boolean
    }
  | { readonly type: 'explanation.given'; readonly known: boolean; readonly completes: boolean }
  | { readonly type: 'assessment.recorded'; readonly dateHolds: boolean; readonly confirmed: boolean }
  | {
      readonly type: 'intent.agreed'
      readonly known: boolean
      readonly explained: boolean
      readonly stillFits: boolean
      readonly papersGiven: boolean
    }
  | {
      readonly type: 'intent.declined'
      readonly known: boolean
      /** False: the client wants nothing at all. */
      readonly ofChoice: boolean
      readonly wasExplained: boolean
    }
  | { readonly type: 'contact.agreed'; readonly ahead: boolean; readonly dayOpen: boolean }
  | { readonly type: 'contact.declined' }
  | { readonly type: 'contact.left-to-client' }
  | { readonly type: 'farewell.given' }
  | { readonly type: 'client.left-early' }
  | { readonly type: 'review.written' }
  | { readonly type: 'meeting.suspended' }
  | { readonly type: 'meeting.resumed' }
  | { readonly type: 'meeting.postponed'; readonly ahead: boolean; readonly dayOpen: boolean }
  | { readonly type: 'meeting.aborted' }
  | { readonly type: 'meeting.moved'; readonly toAnother: boolean }
  /** After a move every choice was judged again for the right client: what stands since. */
  | ({ readonly type: 'choices.judged' } & ChoiceFacts)

export type MeetingEventType = MeetingEvent['type']

/** One of each as it looks when nothing about it is wrong: for the view (what is open now?) and for walks. */
export const wellFormed = (at: Step): readonly MeetingEvent[] => [
  { type: 'meeting.started', unscheduled: false },
  { type: 'meeting.continued', needs: 1 },
  { type: 'needs.carried', needs: 1 },
  { type: 'step.completed', step: at },
  { type: 'step.reopened', step: 'greeting' },
  { type: 'answer.given', step: at, field: 'note', filled: true, signMatches: true },
  { type: 'need.recorded', isNew: true },
  { type: 'type.judged' },
  { type: 'planning.skipped' },
  { type: 'product.introduced', open: true },
  { type: 'fit.chosen', recorded: true, current: true, fits: true, open: true },
  { type: 'explanation.given', known: true, completes: true },
  { type: 'assessment.recorded', dateHolds: true, confirmed: true },
  { type: 'intent.agreed', known: true, explained: true, stillFits: true, papersGiven: true },
  { type: 'intent.declined', known: true, ofChoice: false, wasExplained: false },
  { type: 'contact.agreed', ahead: true, dayOpen: true },
  { type: 'contact.declined' },
  { type: 'contact.left-to-client' },
  { type: 'farewell.given' },
  { type: 'client.left-early' },
  { type: 'review.written' },
  { type: 'meeting.suspended' },
  { type: 'meeting.resumed' },
  { type: 'meeting.postponed', ahead: true, dayOpen: true },
  { type: 'meeting.aborted' },
  { type: 'meeting.moved', toAnother: true },
  { type: 'choices.judged', ...noChoices },
]
