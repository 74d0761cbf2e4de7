import { describe, expect, it } from 'vitest'
import { decide, reasonsAgainst } from '../../../shared/encounter/decide.ts'
import type { MeetingEvent } from '../../../shared/encounter/event.ts'
import { wellFormed } from '../../../shared/encounter/event.ts'
import type { Facts } from '../../../shared/encounter/facts.ts'
import { noFacts } from '../../../shared/encounter/facts.ts'
import { meetingMachine } from '../../../shared/encounter/machine.ts'
import { stepSchema } from '../../../shared/encounter/step.ts'

const after = (facts: Facts, ...events: readonly MeetingEvent[]): Facts =>
  events.reduce((now, event) => {
    const decision = decide(now, event)
    if (!decision.allowed) throw new Error(`${event.type} in ${now.at}: ${decision.reasons.join()}`)
    return decision.facts
  }, facts)

const answer = (step: Facts['at'], field: string): MeetingEvent => ({
  type: 'answer.given',
  step,
  field,
  filled: true,
  signMatches: true,
})
const completed = (step: Facts['at']): MeetingEvent => ({ type: 'step.completed', step })
const started = after(noFacts, { type: 'meeting.started', unscheduled: true })
const greeted = after(
  started,
  answer('greeting', 'second-sign'),
  answer('greeting', 'purpose'),
  completed('greeting'),
)
const needed = after(greeted, { type: 'need.recorded', isNew: true }, completed('discovering'))
const fitting = after(needed, { type: 'planning.skipped' })
const chosen: MeetingEvent = { type: 'fit.chosen', recorded: true, current: true, fits: true, open: true }

describe('a meeting', () => {
  it('skips preparation when the client was not announced', () => {
    expect(started.at).toBe('greeting')
    expect(after(noFacts, { type: 'meeting.started', unscheduled: false }).at).toBe('preparing')
  })

  it('takes no answer before the second sign, and no sign that differs', () => {
    expect(reasonsAgainst(started, answer('greeting', 'purpose'))).toEqual(['secondSignGiven'])
    const wrong = { ...answer('greeting', 'second-sign'), signMatches: false } as MeetingEvent
    expect(reasonsAgainst(started, wrong)).toEqual(['secondSignMatches'])
  })

  it('speaks of no product while no need is recorded', () => {
    expect(reasonsAgainst(greeted, { type: 'product.introduced', open: true })).toEqual(['needIsKnown'])
    expect(reasonsAgainst(greeted, completed('discovering'))).toEqual(['needIsKnown'])
    expect(decide(needed, { type: 'product.introduced', open: true }).allowed).toBe(true)
  })

  it('chooses no product without a valid assessment or above the level', () => {
    const none = { ...chosen, recorded: false } as MeetingEvent
    const expired = { ...chosen, current: false } as MeetingEvent
    expect(reasonsAgainst(fitting, none)).toEqual(['assessmentIsRecorded'])
    expect(reasonsAgainst(fitting, expired)).toEqual(['assessmentIsValid'])
    expect(reasonsAgainst(fitting, { ...chosen, fits: false } as MeetingEvent)).toEqual(['productFits'])
  })

  it('ends in an intent or in none, never by itself in a deal', () => {
    const nothing: MeetingEvent = {
      type: 'intent.declined',
      known: true,
      ofChoice: false,
      wasExplained: false,
    }
    expect(after(fitting, nothing).at).toBe('intending')
    expect(after(fitting, nothing, completed('intending')).at).toBe('closing')
    const proposing = after(fitting, chosen, completed('fitting'))
    expect(reasonsAgainst(proposing, completed('proposing'))).toEqual(['productExplained'])
    const explained = after(
      proposing,
      { type: 'explanation.given', known: true, completes: true },
      completed('proposing'),
    )
    expect(reasonsAgainst(explained, completed('intending'))).toEqual(['everyChoiceDecided'])
    const agreed = after(explained, {
      type: 'intent.agreed',
      known: true,
      explained: true,
      stillFits: true,
      papersGiven: true,
    })
    expect(after(agreed, completed('intending')).at).toBe('closing')
  })

  it('says no farewell before the next contact or its honest exit is set', () => {
    const closing: Facts = { ...fitting, at: 'closing' }
    expect(reasonsAgainst(closing, { type: 'farewell.given' })).toEqual(['nextContactAgreed'])
    for (const type of ['contact.declined', 'contact.left-to-client'] as const)
      expect(after(closing, { type }, { type: 'farewell.given' }).at).toBe('reviewing')
    expect(reasonsAgainst(closing, { type: 'contact.agreed', ahead: true, dayOpen: false })).toEqual([
      'contactDayOpen',
    ])
  })

  it('goes back with everything kept, never forward by it', () => {
    const back = after(fitting, { type: 'step.reopened', step: 'discovering' })
    expect(back).toEqual({ ...fitting, at: 'discovering' })
    expect(reasonsAgainst(back, { type: 'step.reopened', step: 'fitting' })).toEqual(['stepLiesBehind'])
  })

  it('lets the client leave early from every step she sits in, with the call-back set', () => {
    for (const at of ['greeting', 'discovering', 'planning', 'fitting', 'proposing', 'closing'] as const) {
      const left = after({ ...fitting, at }, { type: 'client.left-early' })
      expect([left.at, left.contactSettled]).toEqual(['reviewing', true])
    }
  })

  it('can be suspended in every open step, and then takes nothing but the way back', () => {
    for (const at of stepSchema.options.filter((step) => !['done', 'postponed', 'aborted'].includes(step))) {
      const paused = after({ ...fitting, at }, { type: 'meeting.suspended' })
      expect(paused).toEqual({ ...fitting, at, suspended: true })
      const open = wellFormed(at).filter((event) => decide(paused, event).allowed)
      expect(open.map((event) => event.type).filter((type) => type !== 'meeting.aborted')).toEqual([
        'meeting.resumed',
      ])
      expect(after(paused, { type: 'meeting.resumed' })).toEqual({ ...fitting, at })
    }
  })

  it('has no step that cannot be reached', () => {
    expect(Object.keys(meetingMachine.states).sort()).toEqual([...stepSchema.options].sort())
  })
})
