import type { SentEvent } from '../../shared/encounter/sent.ts'
import type { Step } from '../../shared/encounter/step.ts'
import type { EncounterView } from '../../shared/encounter/view.ts'
import type { TestClient } from './desk.ts'
import { answer, completed, need, sendAll, sign } from './meeting.ts'

export type Book = {
  readonly clientId: number
  readonly otherClientId: number
  /** A product that fits and needs a recording number. */
  readonly productId: number
}

const person = '郝欣' as const
// An id no row has.
const nothing = 999_999

export const choose = (view: EncounterView, book: Book): SentEvent => ({
  type: 'fit.chosen',
  needId: view.needList[0]?.id ?? nothing,
  productId: book.productId,
  amount: 1_000_000,
  premium: null,
  writtenChoice: '',
})

export const explain = (view: EncounterView): SentEvent => ({
  type: 'explanation.given',
  choiceId: view.choices[0]?.id ?? nothing,
  items: view.choices[0]?.items.map(({ item }) => item) ?? [],
})

export const agree = (view: EncounterView): SentEvent => ({
  type: 'intent.agreed',
  choiceId: view.choices[0]?.id ?? nothing,
  amount: 1_000_000,
  recordingNumber: 'SL-1',
  paperNumber: '',
})

type Leg = (view: EncounterView, book: Book) => readonly SentEvent[]

const nextContact: SentEvent = { type: 'contact.agreed', date: '2026-12-09', time: '10:00', channel: 'phone' }

// What leads from each step to the one after it, with everything the rules ask for.
const legs: readonly (readonly [Step, Leg])[] = [
  ['scheduled', () => [{ type: 'meeting.started', unscheduled: false }]],
  [
    'preparing',
    () => [
      answer('preparing', 'goal', '看看'),
      answer('preparing', 'privacy', 'yes'),
      completed('preparing'),
    ],
  ],
  ['greeting', () => [sign(person), answer('greeting', 'purpose', '教育金'), completed('greeting')]],
  ['discovering', () => [need('孩子上学'), completed('discovering')]],
  ['planning', () => [answer('planning', 'areas', 'education'), completed('planning')]],
  ['fitting', (view, book) => [choose(view, book), completed('fitting')]],
  ['proposing', (view) => [explain(view), completed('proposing')]],
  ['intending', (view) => [agree(view), completed('intending')]],
  ['closing', () => [nextContact, { type: 'farewell.given' }]],
  ['reviewing', () => [answer('reviewing', 'lesson', '少说多听'), { type: 'review.written' }]],
]

/** Everything asked for in the step is answered, so that only the step itself can refuse. */
export const fulfil = async (client: TestClient, id: number, book: Book): Promise<EncounterView> => {
  const view = await client.encounter.get({ id })
  const leg = legs.find(([step]) => step === view.step)
  return leg ? sendAll(client, id, leg[1](view, book).slice(0, -1)) : view
}

const appointment = { date: '2026-11-25', time: '15:00', place: '理财室' }

export const startScheduled = async (client: TestClient, book: Book): Promise<number> =>
  (
    await client.encounter.start({
      clientId: book.clientId,
      source: 'appointment',
      appointment,
      present: [],
      continues: null,
    })
  ).id

/** A fresh meeting led to the given step. */
export const leadTo = async (client: TestClient, step: Step, book: Book): Promise<number> => {
  const id = await startScheduled(client, book)
  if (step === 'postponed')
    await sendAll(client, id, [{ type: 'meeting.postponed', reason: 'branch', date: null }])
  if (step === 'aborted') await sendAll(client, id, [{ type: 'meeting.aborted', reason: 'wrong-time' }])
  if (step === 'postponed' || step === 'aborted') return id
  for (const [from, leg] of legs) {
    const view = await client.encounter.get({ id })
    if (view.step === step) return id
    if (view.step !== from) throw new Error(`expected ${from}, found ${view.step}`)
    await sendAll(client, id, leg(view, book))
  }
  return id
}

/** One of every kind of event a window can send, as good as it can be in this meeting. */
export const everyEvent = (view: EncounterView, book: Book): readonly SentEvent[] => [
  { type: 'meeting.started', unscheduled: false },
  completed(view.step),
  { type: 'step.reopened', step: 'greeting' },
  answer(view.step, 'note', '记一笔'),
  need('再记一项'),
  { type: 'type.judged', judgement: 'kept', reason: '' },
  { type: 'planning.skipped', reason: 'not-needed-now', note: '' },
  { type: 'product.introduced', productId: book.productId },
  choose(view, book),
  explain(view),
  {
    type: 'assessment.recorded',
    level: 3,
    date: '2026-11-25',
    serial: 'FX-1',
    channel: 'counter-slip',
    confirmedAgain: true,
  },
  agree(view),
  { type: 'intent.declined', choiceId: null, cause: 'family', note: '' },
  nextContact,
  { type: 'contact.declined' },
  { type: 'contact.left-to-client' },
  { type: 'farewell.given' },
  { type: 'client.left-early', reason: 'called-away' },
  { type: 'review.written' },
  { type: 'meeting.suspended' },
  { type: 'meeting.resumed' },
  { type: 'meeting.postponed', reason: 'client-asked', date: null },
  { type: 'meeting.aborted', reason: 'disturbed' },
  { type: 'meeting.moved', clientId: book.otherClientId, why: '坐在对面的是另一位' },
]
