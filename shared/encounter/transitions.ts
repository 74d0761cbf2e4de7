import { and } from 'xstate'

// What an event does wherever it is allowed: its guards, named as the bank's rules, and where it leads.

// While the client is here: what may happen in every step. A step adds its own events to these.
const answered = {
  guard: and(['isRunning', 'stepMatches', 'secondSignGiven', 'secondSignMatches']),
  actions: 'note',
} as const
export const recorded = { guard: and(['isRunning', 'secondSignGiven']), actions: 'note' } as const
export const introduced = {
  guard: and(['isRunning', 'secondSignGiven', 'needIsKnown', 'productIsOpen']),
  // An event without target or action counts as "can't" in XState.
  actions: 'note',
} as const
const assessed = {
  guard: and(['isRunning', 'secondSignGiven', 'assessmentDateHolds', 'levelConfirmedAgain']),
  actions: 'note',
} as const
const leftEarly = { guard: 'isRunning', target: 'reviewing', actions: 'note' } as const
export const postponed = {
  guard: and(['isRunning', 'newDayAhead', 'newDayOpen']),
  target: 'postponed',
} as const
export const aborted = { guard: 'noIntentStands', target: 'aborted' } as const
export const dropped = {
  guard: and(['isRunning', 'secondSignGiven', 'choiceIsKnown']),
  actions: 'note',
} as const
export const nothing = {
  guard: and(['isRunning', 'secondSignGiven', 'choiceIsKnown', 'wantsNothing']),
  target: 'intending',
  actions: 'note',
} as const
export const moved = { guard: and(['isRunning', 'clientIsAnother']), actions: 'note' } as const
// The right person is greeted, and shows a document, before anything goes on.
const movedBack = { ...moved, target: 'greeting' } as const
export const judged = { guard: 'isRunning', actions: 'note' } as const
export const over = { on: { 'meeting.moved': { guard: 'clientIsAnother', actions: 'keep' } } } as const
const suspended = { guard: 'isRunning', actions: 'note' } as const
const resumed = { guard: 'isSuspended', actions: 'note' } as const

export const paused = { 'meeting.suspended': suspended, 'meeting.resumed': resumed } as const
export const present = {
  ...paused,
  'answer.given': answered,
  'client.left-early': leftEarly,
  'meeting.aborted': aborted,
  'meeting.moved': movedBack,
  'assessment.recorded': assessed,
} as const
