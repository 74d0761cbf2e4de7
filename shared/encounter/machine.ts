import { and, assign, setup } from 'xstate'
import { factsAfter } from './effects.ts'
import type { MeetingEvent } from './event.ts'
import type { Facts } from './facts.ts'
import { noFacts } from './facts.ts'
import { rules } from './rules.ts'
import type { Step } from './step.ts'
import { reopenable } from './step.ts'
import {
  aborted,
  dropped,
  introduced,
  judged,
  moved,
  nothing,
  over,
  paused,
  postponed,
  present,
  recorded,
} from './transitions.ts'

type Reopens = { readonly step: Step }

const reopens = (step: Step) => ({ type: 'reopens' as const, params: { step } })

const meeting = setup({
  types: { context: {} as Facts, events: {} as MeetingEvent },
  guards: {
    ...rules,
    reopens: ({ event }, { step }: Reopens) => event.type === 'step.reopened' && event.step === step,
  },
  actions: {
    note: assign(({ context, event }) => factsAfter(context, event)),
    // A move after completion is only asked for: the facts stay as they are.
    keep: assign(({ context }) => context),
    arrive: assign((_, { step }: Reopens) => ({ at: step })),
  },
})

const arrive = (step: Step) => ({ type: 'arrive' as const, params: { step } })

/** Back to an earlier step: everything recorded stays. */
const back = <S extends Step>(step: S) => ({
  guard: and(['isRunning', 'stepLiesBehind', reopens(step)]),
  target: step,
})
const backTo = reopenable.map((step) => back(step))

/** The meeting of S1 p41–49. It decides and nothing else: no clock, no input or output. */
export const meetingMachine = meeting.createMachine({
  id: 'meeting',
  context: noFacts,
  initial: 'scheduled',
  states: {
    scheduled: {
      entry: arrive('scheduled'),
      on: {
        ...paused,
        'meeting.started': [
          { guard: and(['isRunning', 'isUnscheduled']), target: 'greeting' },
          { guard: 'isRunning', target: 'preparing' },
        ],
        'meeting.continued': { guard: 'isRunning', target: 'greeting', actions: 'note' },
        'needs.carried': { guard: 'isRunning', actions: 'note' },
        'meeting.postponed': postponed,
        'meeting.aborted': aborted,
        'meeting.moved': moved,
      },
    },
    preparing: {
      entry: arrive('preparing'),
      on: {
        ...paused,
        'answer.given': { guard: and(['isRunning', 'stepMatches']), actions: 'note' },
        'step.completed': {
          guard: and(['isRunning', 'stepMatches', 'goalIsSet', 'privacyIsKept']),
          target: 'greeting',
        },
        'meeting.postponed': postponed,
        'meeting.aborted': aborted,
        'meeting.moved': moved,
      },
    },
    greeting: {
      entry: arrive('greeting'),
      on: {
        ...present,
        'step.completed': {
          guard: and(['isRunning', 'stepMatches', 'secondSignGiven', 'purposeIsKnown']),
          target: 'discovering',
        },
        'product.introduced': introduced,
        'choices.judged': judged,
        'meeting.postponed': postponed,
      },
    },
    discovering: {
      entry: arrive('discovering'),
      on: {
        ...present,
        'need.recorded': recorded,
        'type.judged': recorded,
        'product.introduced': introduced,
        'step.completed': { guard: and(['isRunning', 'stepMatches', 'needIsKnown']), target: 'planning' },
        'step.reopened': backTo,
      },
    },
    planning: {
      entry: arrive('planning'),
      on: {
        ...present,
        'need.recorded': recorded,
        'planning.skipped': { guard: 'isRunning', target: 'fitting' },
        'product.introduced': introduced,
        'step.completed': { guard: and(['isRunning', 'stepMatches', 'planAreasChosen']), target: 'fitting' },
        'step.reopened': backTo,
      },
    },
    fitting: {
      entry: arrive('fitting'),
      on: {
        ...present,
        'need.recorded': recorded,
        'product.introduced': introduced,
        'fit.chosen': {
          guard: and([
            'isRunning',
            'secondSignGiven',
            'needIsKnown',
            'choiceIsOpen',
            'assessmentIsRecorded',
            'assessmentIsValid',
            'productFits',
          ]),
          actions: 'note',
        },
        'intent.declined': [nothing, dropped],
        'step.completed': { guard: and(['isRunning', 'stepMatches', 'productChosen']), target: 'proposing' },
        'step.reopened': backTo,
      },
    },
    proposing: {
      entry: arrive('proposing'),
      on: {
        ...present,
        'explanation.given': {
          guard: and(['isRunning', 'secondSignGiven', 'choiceIsKnown']),
          actions: 'note',
        },
        'intent.declined': [nothing, dropped],
        'step.completed': {
          guard: and(['isRunning', 'stepMatches', 'productExplained']),
          target: 'intending',
        },
        'step.reopened': backTo,
      },
    },
    intending: {
      entry: arrive('intending'),
      initial: 'none',
      states: {
        none: { always: { guard: 'hasIntent', target: 'intent' } },
        intent: {},
      },
      on: {
        ...present,
        'intent.agreed': {
          guard: and([
            'isRunning',
            'secondSignGiven',
            'choiceIsKnown',
            'choiceExplained',
            'choiceStillFits',
            'papersGiven',
          ]),
          target: '.intent',
          actions: 'note',
        },
        'intent.declined': dropped,
        'step.completed': {
          guard: and(['isRunning', 'stepMatches', 'everyChoiceDecided']),
          target: 'closing',
        },
        'step.reopened': backTo,
      },
    },
    closing: {
      entry: arrive('closing'),
      on: {
        ...present,
        'contact.agreed': {
          guard: and(['isRunning', 'secondSignGiven', 'contactDayAhead', 'contactDayOpen']),
          actions: 'note',
        },
        'contact.declined': recorded,
        'contact.left-to-client': recorded,
        'farewell.given': {
          guard: and(['isRunning', 'signedAfterMove', 'nextContactAgreed']),
          target: 'reviewing',
        },
        'step.reopened': backTo,
      },
    },
    reviewing: {
      entry: arrive('reviewing'),
      on: {
        ...paused,
        'answer.given': { guard: and(['isRunning', 'stepMatches', 'secondSignMatches']), actions: 'note' },
        'review.written': {
          guard: and(['isRunning', 'signedAfterMove', 'lessonIsWritten']),
          target: 'done',
        },
        'meeting.moved': moved,
        'choices.judged': judged,
      },
    },
    // Once it is over a move waits for a supervisor; nothing else may change any more.
    done: { entry: arrive('done'), ...over },
    postponed: { entry: arrive('postponed'), ...over },
    aborted: { entry: arrive('aborted'), ...over },
  },
})
