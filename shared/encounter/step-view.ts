import { reasonsAgainst, reasonsAgainstAll } from './decide.ts'
import type { MeetingEvent } from './event.ts'
import { wellFormed } from './event.ts'
import type { Facts } from './facts.ts'
import type { RuleName } from './rules.ts'
import { rules } from './rules.ts'
import type { Step } from './step.ts'
import { isOver, liesBehind } from './step.ts'

/** The steps a manager sees on the left. */
export const shownSteps = [
  'preparing',
  'greeting',
  'discovering',
  'planning',
  'fitting',
  'proposing',
  'intending',
  'closing',
  'reviewing',
] as const satisfies readonly Step[]

export type ShownStep = (typeof shownSteps)[number]

// What must hold before a later step can be entered: shown as the reason why it is closed.
const entry: Readonly<Record<ShownStep, readonly RuleName[]>> = {
  preparing: [],
  greeting: ['goalIsSet', 'privacyIsKept'],
  discovering: ['secondSignGiven', 'purposeIsKnown'],
  planning: ['needIsKnown'],
  fitting: ['needIsKnown'],
  proposing: ['productChosen'],
  intending: ['productExplained'],
  closing: ['everyChoiceDecided'],
  reviewing: ['nextContactAgreed'],
}

/** The event that ends a step. */
export const endOf = (step: Step): MeetingEvent => {
  if (step === 'scheduled') return { type: 'meeting.started', unscheduled: false }
  if (step === 'closing') return { type: 'farewell.given' }
  if (step === 'reviewing') return { type: 'review.written' }
  return { type: 'step.completed', step }
}

export type StepState = {
  readonly step: ShownStep
  readonly state: 'done' | 'skipped' | 'current' | 'open' | 'closed'
  readonly reasons: readonly string[]
}

export const stepStates = (facts: Facts, skipped: readonly Step[]): readonly StepState[] =>
  shownSteps.map((step) => {
    if (step === facts.at) return { step, state: 'current', reasons: reasonsAgainst(facts, endOf(step)) }
    if (isOver(facts.at) || liesBehind(step, facts.at))
      return { step, state: skipped.includes(step) ? 'skipped' : 'done', reasons: [] }
    const event = endOf(step)
    const reasons = entry[step].filter((rule) => !rules[rule]({ context: facts, event }))
    return { step, state: reasons.length > 0 ? 'closed' : 'open', reasons }
  })

export const openEvents = (
  facts: Facts,
): readonly { readonly type: string; readonly reasons: readonly string[] }[] => {
  const events = wellFormed(facts.at)
  const reasons = reasonsAgainstAll(facts, events)
  return events.map(({ type }, at) => ({ type, reasons: reasons[at] ?? [] }))
}
