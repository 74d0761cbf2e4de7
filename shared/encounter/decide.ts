import { transition } from 'xstate'
import type { MeetingEvent } from './event.ts'
import type { Facts } from './facts.ts'
import { meetingMachine } from './machine.ts'
import type { RuleName } from './rules.ts'
import { isRuleName, rules } from './rules.ts'
import type { Step } from './step.ts'

/** `notInThisStep`: the event does not belong to the step at all; else the rules that do not hold. */
export type Reason = RuleName | 'notInThisStep'

export type Decision =
  | { readonly allowed: true; readonly step: Step; readonly facts: Facts }
  | { readonly allowed: false; readonly reasons: readonly Reason[] }

const snapshotOf = (facts: Facts) =>
  meetingMachine.resolveState({
    value: facts.at === 'intending' ? { intending: facts.intents > 0 ? 'intent' : 'none' } : facts.at,
    context: facts,
  })

const isObject = (value: unknown): value is Record<string, unknown> =>
  (typeof value === 'object' || typeof value === 'function') && value !== null

/** The rule names inside a guard, which is a name, a name with parameters, or a conjunction of such. */
const namesIn = (guard: unknown): readonly string[] => {
  if (typeof guard === 'string') return [guard]
  if (!isObject(guard)) return []
  if (Array.isArray(guard.guards)) return guard.guards.flatMap(namesIn)
  return typeof guard.type === 'string' ? [guard.type] : []
}

/** Guards that only choose between two targets of one event; they are no reason by themselves. */
const choosers: readonly string[] = ['reopens', 'wantsNothing', 'isUnscheduled'] satisfies readonly (
  RuleName | 'reopens'
)[]

const reasonsOf = (facts: Facts, event: MeetingEvent): readonly Reason[] => {
  const candidates = meetingMachine.states[facts.at]?.on[event.type] ?? []
  if (candidates.length === 0) return ['notInThisStep']
  const failing = candidates.map((candidate) =>
    namesIn(candidate.guard)
      .filter((name) => !choosers.includes(name))
      .filter(isRuleName)
      .filter((name) => !rules[name]({ context: facts, event })),
  )
  const fewest = failing.reduce((best, next) => (next.length < best.length ? next : best))
  return fewest.length > 0 ? fewest : ['notInThisStep']
}

/** May this happen now, and what is true afterwards? Unknown events change nothing in XState, so `can` is asked. */
export const decide = (facts: Facts, event: MeetingEvent): Decision => {
  const now = snapshotOf(facts)
  if (!now.can(event)) return { allowed: false, reasons: reasonsOf(facts, event) }
  const [next] = transition(meetingMachine, now, event)
  return { allowed: true, step: next.context.at, facts: next.context }
}

/** For each event the rules it still waits for; none when it may happen. The state is built once for all of them. */
export const reasonsAgainstAll = (
  facts: Facts,
  events: readonly MeetingEvent[],
): readonly (readonly Reason[])[] => {
  const now = snapshotOf(facts)
  return events.map((event) => (now.can(event) ? [] : reasonsOf(facts, event)))
}

/** The rules an event still waits for; empty when it may happen. */
export const reasonsAgainst = (facts: Facts, event: MeetingEvent): readonly Reason[] =>
  reasonsAgainstAll(facts, [event])[0] ?? []
