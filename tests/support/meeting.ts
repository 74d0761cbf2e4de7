import { insertClient } from '../../electron/client/repository.ts'
import { recordPosition } from '../../electron/client/positions.ts'
import { recordAssessment } from '../../electron/assessment/repository.ts'
import type { Write } from '../../electron/database/handle.ts'
import { insertProduct } from '../../electron/product/repository.ts'
import type { SentEvent } from '../../shared/encounter/sent.ts'
import type { EncounterView } from '../../shared/encounter/view.ts'
import type { TestClient, TestDesk } from './desk.ts'
import { referenceShelf } from './shelf.ts'

const people = {
  郝欣: { sex: 'female', birthDate: '1959-08-17', documentNumber: '990000195908175962', aum: 1_401_948_160 },
  贺超文: { sex: 'male', birthDate: '1998-02-13', documentNumber: '990000199802134474', aum: 1_432_624_119 },
} as const

export type Person = keyof typeof people

export const dbOf = (test: TestDesk): Write => {
  const open = test.desk.open()
  if (!open) throw new Error('the desk is locked')
  return open.db
}

let made = 0

/** A client of the book with the bank's figures, without going through an import. */
export const addClient = (test: TestDesk, person: Person): number => {
  const db = dbOf(test)
  const { sex, birthDate, documentNumber, aum } = people[person]
  made += 1
  const id = insertClient(db, {
    number: `62284800${String(made).padStart(4, '0')}`,
    name: person,
    sex,
    documentKind: 'resident-id',
    documentNumber,
    idDoubtful: false,
    birthDate,
    phone: '18671772931',
    employer: '',
    occupation: '',
    ownerId: 1,
    band: 3,
    aum,
    asOf: '2026-11-20',
    type: 'quality',
    typeConfirmed: false,
    typeReason: '',
    staffId: 1,
    at: test.clock.now(),
  })
  const rest = { time: 0, wealth: aum - 1_000_000, fund: 0, insurance: 0, bond: 0, metal: 0, loan: 0 }
  recordPosition(db, id, { asOf: '2026-11-20', aum, demand: 1_000_000, ...rest })
  return id
}

export const addShelf = (test: TestDesk): ReadonlyMap<string, number> =>
  new Map(
    referenceShelf.map(
      (product) => [product.code, insertProduct(dbOf(test), product, '2026-11-20')] as const,
    ),
  )

export const addAssessment = (test: TestDesk, clientId: number, level: number, date: string): void => {
  const imported = { clientId, level, date, serial: '', channel: 'import' as const }
  recordAssessment(dbOf(test), { ...imported, staffId: 1, at: test.clock.now() })
}

/** Sends events one after the other, each with the number the last answer carried. */
export const sendAll = async (
  client: TestClient,
  id: number,
  events: readonly SentEvent[],
): Promise<EncounterView> => {
  let view = await client.encounter.get({ id })
  for (const event of events)
    view = await client.encounter.send({ id, seq: view.seq, event }).catch((error: unknown) => {
      throw new Error(`${event.type} in ${view.step}: ${JSON.stringify(error)}`, { cause: error })
    })
  return view
}

export const sign = (person: Person): SentEvent => ({
  type: 'answer.given',
  step: 'greeting',
  field: 'second-sign',
  value: `birth:${people[person].birthDate}`,
})

export const answer = (step: EncounterView['step'], field: string, value: string): SentEvent => ({
  type: 'answer.given',
  step,
  field,
  value,
})

export const need = (words: string, more: { amount?: number; latest?: string } = {}): SentEvent => ({
  type: 'need.recorded',
  needId: null,
  need: {
    area: 'investment',
    words,
    amount: more.amount ?? null,
    forWhom: '',
    priority: 'high',
    evidence: 'said',
    latest: more.latest ?? null,
  },
})

export const completed = (step: EncounterView['step']): SentEvent => ({ type: 'step.completed', step })

export const walkIn = { source: 'walk-in' as const, appointment: null, present: [], continues: null }
