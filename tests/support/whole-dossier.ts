import { recordAssessment } from '../../electron/assessment/repository.ts'
import { recordChange } from '../../electron/client/changes.ts'
import { recordPosition } from '../../electron/client/positions.ts'
import { insertClient } from '../../electron/client/repository.ts'
import type { TestDesk } from './desk.ts'
import { addShelf, answer, completed, dbOf, sendAll, walkIn } from './meeting.ts'
import { agree, choose, explain } from './meeting-path.ts'

/** Two signs that stand in everything of this client and nowhere else; the mask of a name keeps neither together. */
export const marker = '暗号'

export const secrets = {
  name: '暗号琳欣',
  phone: '18671772999',
  document: '990000195908175962',
  birthDate: '1959-08-17',
} as const

export type WholeDossier = {
  readonly clientId: number
  readonly encounterId: number
  readonly childId: number
}

const enterClient = (test: TestDesk): number => {
  const db = dbOf(test)
  const clientId = insertClient(db, {
    number: '6228480099',
    dossierNumber: 'YH-2026-0099',
    name: secrets.name,
    sex: 'female',
    documentKind: 'resident-id',
    documentNumber: secrets.document,
    idDoubtful: false,
    birthDate: secrets.birthDate,
    phone: secrets.phone,
    employer: '暗号纺织厂',
    occupation: '暗号会计',
    ownerId: 1,
    band: 3,
    aum: 1_401_948_160,
    asOf: '2026-11-20',
    type: 'quality',
    typeConfirmed: true,
    typeReason: '暗号：老客户',
    staffId: 1,
    at: test.clock.now(),
  })
  const rest = { time: 0, wealth: 1_400_948_160, fund: 0, insurance: 0, bond: 0, metal: 0, loan: 0 }
  recordPosition(db, clientId, { asOf: '2026-11-20', aum: 1_401_948_160, demand: 1_000_000, ...rest })
  const level = { clientId, level: 4, date: '2026-09-14', serial: '暗号-1', channel: 'import' } as const
  recordAssessment(db, { ...level, staffId: 1, at: test.clock.now() })
  recordChange(db, {
    clientId,
    field: 'phone',
    before: '暗号',
    after: secrets.phone,
    asOf: '2026-11-20',
    at: test.clock.now(),
  })
  return clientId
}

/** A meeting led to its end, with the client's words in every place that takes words. */
const meet = async ({ client }: TestDesk, clientId: number, productId: number): Promise<number> => {
  const { id } = await client.encounter.start({ ...walkIn, clientId })
  const book = { clientId, otherClientId: clientId, productId }
  const needed = {
    area: 'investment',
    words: '暗号：给外孙备一笔',
    amount: 60_000_000,
    forWhom: '暗号外孙',
  } as const
  const need = { ...needed, priority: 'high', evidence: 'said', latest: null } as const
  await sendAll(client, id, [
    answer('greeting', 'second-sign', `birth:${secrets.birthDate}`),
    answer('greeting', 'purpose', '暗号：看看存款'),
    completed('greeting'),
    { type: 'need.recorded', needId: null, need },
  ])
  const view = await sendAll(client, id, [
    completed('discovering'),
    { type: 'planning.skipped', reason: 'other', note: '暗号：改天再说' },
  ])
  const chosen = await sendAll(client, id, [choose(view, book), completed('fitting')])
  const told = await sendAll(client, id, [explain(chosen), completed('proposing')])
  await sendAll(client, id, [
    agree(told),
    completed('intending'),
    { type: 'contact.agreed', date: '2026-12-09', time: '10:00', channel: 'phone' },
    { type: 'farewell.given' },
    answer('reviewing', 'lesson', '暗号：少说多听'),
    { type: 'review.written' },
  ])
  return id
}

/** Family, figures, a consent and a print. */
const tellMoney = async ({ client }: TestDesk, clientId: number): Promise<number> => {
  const { selfId } = await client.household.begin({ clientId })
  const child = await client.household.addMember({
    clientId,
    name: '暗号女儿',
    relation: 'daughter',
    sex: 'female',
    birth: '1990',
    occupation: '暗号教师',
    agreed: true,
  })
  const figure = await client.figure.put({
    clientId,
    ownerId: selfId,
    kind: 'cash',
    amount: 2_000_000,
    period: 'year',
    source: 'told',
    reach: { kind: 'own' },
    place: '暗号柜子',
    asOf: '2026-11-20',
  })
  await client.consent.record({
    clientId,
    memberId: selfId,
    reach: { kind: 'family' },
    bank: true,
    figureIds: [figure.id],
    paper: '暗号-F40',
    signedOn: '2026-11-20',
  })
  await client.printout.start({ clientId, readers: [selfId, child.id], way: 'paper', glyphsAccepted: true })
  return child.id
}

// Rows that only rare turns of a life write.
const rareRows = (test: TestDesk, clientId: number, encounterId: number): void => {
  const db = dbOf(test)
  const of = { clientId, encounterId, at: test.clock.now() }
  db.run('INSERT INTO contact_ban(client_id, encounter_id, at) VALUES (:clientId, :encounterId, :at)', of)
  db.run(
    `INSERT INTO intent_refusal(encounter_id, cause, note, at) VALUES (:encounterId, 'other', '暗号', :at)`,
    of,
  )
  db.run(
    `INSERT INTO client_owner(client_id, owner_id, previous_id, staff_id, at) VALUES (:clientId, 1, NULL, 1, :at)`,
    of,
  )
  db.run(
    `INSERT INTO level_confirmation(assessment_id, encounter_id, staff_id, at)
     SELECT id, :encounterId, 1, :at FROM assessment WHERE client_id = :clientId`,
    of,
  )
  db.run(
    `INSERT INTO encounter_move(encounter_id, from_client_id, to_client_id, number, why, requested_by, requested_at,
       confirmed_by, confirmed_at) VALUES (:encounterId, :clientId, :clientId, 1, '暗号', 1, :at, 1, :at)`,
    of,
  )
  db.run(
    `INSERT INTO encounter_move_declined(move_id, staff_id, why, at)
     SELECT id, 1, '暗号', :at FROM encounter_move WHERE encounter_id = :encounterId`,
    of,
  )
}

/** One client of whom something stands in every table a dossier has. */
export const makeWholeDossier = async (test: TestDesk): Promise<WholeDossier> => {
  const shelf = addShelf(test)
  const clientId = enterClient(test)
  const encounterId = await meet(test, clientId, shelf.get('LC2031') ?? 0)
  const childId = await tellMoney(test, clientId)
  await test.client.draft.put({ place: `/figure/${clientId}/page`, field: 'line', value: '暗号：半句话' })
  await test.client.draft.put({ place: `/encounter/${encounterId}`, field: 'lesson', value: '暗号：又半句' })
  rareRows(test, clientId, encounterId)
  return { clientId, encounterId, childId }
}
