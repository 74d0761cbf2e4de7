import { beforeAll, describe, expect, it } from 'vitest'
import { askedOf } from '../../electron/encounter/steps.ts'
import { factsOf } from '../../electron/encounter/facts.ts'
import { encounterById } from '../../electron/encounter/repository.ts'
import { decide } from '../../shared/encounter/decide.ts'
import { noFacts } from '../../shared/encounter/facts.ts'
import type { SentEvent } from '../../shared/encounter/sent.ts'
import type { Step } from '../../shared/encounter/step.ts'
import { isOver, stepSchema } from '../../shared/encounter/step.ts'
import { failureFrom, openTestDesk } from '../support/desk.ts'
import type { TestDesk } from '../support/desk.ts'
import { addAssessment, addClient, addShelf, completed, dbOf } from '../support/meeting.ts'
import type { Book } from '../support/meeting-path.ts'
import { everyEvent, fulfil, leadTo } from '../support/meeting-path.ts'

type Edges = Readonly<Partial<Record<SentEvent['type'], Step>>>

// Written from the bank's rules, not from the machine: what may happen in each step, and where it leads.
const seated = (step: Step): Edges => ({
  'answer.given': step,
  'assessment.recorded': step,
  'client.left-early': 'reviewing',
  // The right person is greeted first.
  'meeting.moved': 'greeting',
  'meeting.suspended': step,
})
// Once somebody wants to buy, a meeting is no longer broken off.
const abortable: Edges = { 'meeting.aborted': 'aborted' }
const waiting = (step: Step): Edges => ({
  'meeting.postponed': 'postponed',
  'meeting.aborted': 'aborted',
  'meeting.moved': step,
  'meeting.suspended': step,
})
const reopened: Edges = { 'step.reopened': 'greeting' }

const allowed: Readonly<Record<Step, Edges>> = {
  scheduled: { ...waiting('scheduled'), 'meeting.started': 'preparing' },
  preparing: { ...waiting('preparing'), 'answer.given': 'preparing', 'step.completed': 'greeting' },
  greeting: {
    ...seated('greeting'),
    ...abortable,
    'step.completed': 'discovering',
    'meeting.postponed': 'postponed',
  },
  discovering: {
    ...seated('discovering'),
    ...abortable,
    ...reopened,
    'step.completed': 'planning',
    'need.recorded': 'discovering',
    'type.judged': 'discovering',
    'product.introduced': 'discovering',
  },
  planning: {
    ...seated('planning'),
    ...abortable,
    ...reopened,
    'step.completed': 'fitting',
    'planning.skipped': 'fitting',
    'need.recorded': 'planning',
    'product.introduced': 'planning',
  },
  fitting: {
    ...seated('fitting'),
    ...abortable,
    ...reopened,
    'step.completed': 'proposing',
    'need.recorded': 'fitting',
    'product.introduced': 'fitting',
    'fit.chosen': 'fitting',
    'intent.declined': 'intending',
  },
  proposing: {
    ...seated('proposing'),
    ...abortable,
    ...reopened,
    'step.completed': 'intending',
    'explanation.given': 'proposing',
    'intent.declined': 'intending',
  },
  intending: {
    ...seated('intending'),
    ...reopened,
    'step.completed': 'closing',
    'intent.agreed': 'intending',
    'intent.declined': 'intending',
  },
  closing: {
    ...seated('closing'),
    ...reopened,
    'contact.agreed': 'closing',
    'contact.declined': 'closing',
    'contact.left-to-client': 'closing',
    'farewell.given': 'reviewing',
  },
  reviewing: {
    'answer.given': 'reviewing',
    'review.written': 'done',
    'meeting.moved': 'reviewing',
    'meeting.suspended': 'reviewing',
  },
  done: { 'meeting.moved': 'done' },
  postponed: { 'meeting.moved': 'postponed' },
  aborted: { 'meeting.moved': 'aborted' },
}

describe('every step meets every event, on the real desk', () => {
  let desk: TestDesk
  let book: Book
  const met = { allowed: 0, refused: 0, total: 0 }

  const end = async (id: number): Promise<void> => {
    const view = await desk.client.encounter.get({ id })
    if (isOver(view.step)) return
    const mayEnd = view.step !== 'reviewing' && view.intents === 0
    const event: SentEvent = mayEnd
      ? { type: 'meeting.aborted', reason: 'other' }
      : { type: 'meeting.suspended' }
    if (mayEnd || view.suspendedAt === null) await desk.client.encounter.send({ id, seq: view.seq, event })
  }

  const replayed = (id: number) =>
    askedOf(dbOf(desk), id).reduce((facts, event) => {
      const decision = decide(facts, event)
      if (!decision.allowed) throw new Error(`replay refused ${event.type}`)
      return decision.facts
    }, noFacts)

  beforeAll(async () => {
    desk = await openTestDesk({ at: '2026-11-25T15:00:00+08:00' })
    const shelf = addShelf(desk)
    const clientId = addClient(desk, '郝欣')
    addAssessment(desk, clientId, 3, '2026-11-01')
    book = { clientId, otherClientId: addClient(desk, '贺超文'), productId: shelf.get('LC2031') ?? 0 }
  })

  for (const step of stepSchema.options) {
    it(`takes in ${step} exactly what the rules allow, and changes nothing otherwise`, async () => {
      const first = await leadTo(desk.client, step, book)
      const view = await fulfil(desk.client, first, book)
      const events = everyEvent(view, book)
      for (const event of events) {
        met.total += 1
        const target = allowed[step][event.type]
        if (target !== undefined) continue
        const failure = await failureFrom(desk.client.encounter.send({ id: first, seq: view.seq, event }))
        expect(failure, event.type).toMatchObject({ code: 'refused' })
        expect(await desk.client.encounter.get({ id: first }), event.type).toEqual(view)
        met.refused += 1
      }
      await end(first)
      for (const type of Object.keys(allowed[step])) {
        const id = await leadTo(desk.client, step, book)
        // A choice that is decided can't be agreed once more, so that one meets the step as it begins.
        const before =
          type === 'intent.agreed'
            ? await desk.client.encounter.get({ id })
            : await fulfil(desk.client, id, book)
        const event = everyEvent(before, book).find((one) => one.type === type)
        if (!event) throw new Error(`no ${type} to send`)
        const after = await desk.client.encounter.send({ id, seq: before.seq, event })
        expect([type, after.step]).toEqual([type, allowed[step][event.type]])
        const row = encounterById(dbOf(desk), id)
        if (!row) throw new Error('the meeting is gone')
        expect(replayed(id), `${type} replayed`).toEqual(factsOf(dbOf(desk), row))
        met.allowed += 1
        await end(id)
      }
    })
  }

  const missing: readonly (readonly [Step, SentEvent, readonly string[]])[] = [
    ['preparing', completed('preparing'), ['goalIsSet', 'privacyIsKept']],
    ['greeting', completed('greeting'), ['secondSignGiven', 'purposeIsKnown']],
    ['discovering', completed('discovering'), ['needIsKnown']],
    ['planning', completed('planning'), ['planAreasChosen']],
    ['fitting', completed('fitting'), ['productChosen']],
    ['proposing', completed('proposing'), ['productExplained']],
    ['intending', completed('intending'), ['everyChoiceDecided']],
    ['closing', { type: 'farewell.given' }, ['nextContactAgreed']],
    ['reviewing', { type: 'review.written' }, ['lessonIsWritten']],
  ]
  for (const [step, event, reasons] of missing) {
    it(`says what is missing in ${step} and stays there`, async () => {
      const id = await leadTo(desk.client, step, book)
      const view = await desk.client.encounter.get({ id })
      const failure = await failureFrom(desk.client.encounter.send({ id, seq: view.seq, event }))
      expect(failure).toMatchObject({ code: 'refused', reasons })
      expect(view.steps.find((one) => one.step === step)?.reasons).toEqual(reasons)
      await end(id)
    })
  }

  it('left no pair of step and event unmet', () => {
    const steps = stepSchema.options.length
    console.log(
      `meeting: ${steps} steps × 24 events = ${met.total}: ${met.allowed} allowed, ${met.refused} refused`,
    )
    expect(met.total).toBe(steps * 24)
    expect(met.allowed + met.refused).toBe(met.total)
  })

  it('carries needs over only into a new meeting of the same client', async () => {
    const id = await leadTo(desk.client, 'discovering', book)
    await fulfil(desk.client, id, book)
    const left = await desk.client.encounter.get({ id })
    await desk.client.encounter.send({
      id,
      seq: left.seq,
      event: { type: 'client.left-early', reason: 'called-away' },
    })
    const again = { source: 'walk-in' as const, appointment: null, present: [], continues: id }
    const failure = await failureFrom(desk.client.encounter.start({ ...again, clientId: book.otherClientId }))
    expect(failure).toEqual({ code: 'not-found', what: 'encounter' })
    const next = await desk.client.encounter.start({ ...again, clientId: book.clientId })
    const view = await desk.client.encounter.get({ id: next.id })
    expect([view.step, view.needList.map((need) => need.words)]).toEqual(['greeting', ['孩子上学']])
    await end(next.id)
  })
})
