import { beforeAll, describe, expect, test } from 'vitest'
import { dossiersIn, membersIn } from '../../../electron/dossier/doors.ts'
import { insertDossier, moveDossier } from '../../../electron/dossier/repository.ts'
import { z } from 'zod'
import { addBranch, sitDown } from '../../support/seats.ts'
import { doors } from '../../support/contract-walk.ts'
import { failureFrom, openTestDesk, type TestDesk } from '../../support/desk.ts'
import { fittingInput } from '../../support/fitting-input.ts'
import { addClient, dbOf, walkIn } from '../../support/meeting.ts'

// A dossier in the cabinet is nobody's: every procedure of the contract that could show or write what is in it is asked.

let on: TestDesk
let people: ReturnType<typeof addBranch>
let clientId: number
let otherClientId: number
let encounterId: number
let printoutId: number
let memberId: number

const put = (
  client: number,
  state: 'in-use' | 'in-cabinet' | 'handed-in' | 'sealed',
  holderId: number | null,
) =>
  moveDossier(dbOf(on), { clientId: client, state, holderId, place: 'A-1', dueAt: null, at: on.clock.now() })

beforeAll(async () => {
  on = await openTestDesk({ at: '2026-11-25T10:00:00+08:00' })
  people = addBranch(on)
  clientId = addClient(on, '郝欣')
  otherClientId = addClient(on, '贺超文')
  const home = await on.client.household.begin({ clientId })
  memberId = home.selfId
  encounterId = (await on.client.encounter.start({ clientId, ...walkIn })).id
  const sheet = { clientId, readers: [memberId], way: 'paper' as const, glyphsAccepted: false }
  printoutId = (await on.client.printout.start(sheet)).printout.id
  await on.client.printout.finish({ id: printoutId, outcome: 'taken' })
  for (const client of [clientId, otherClientId])
    insertDossier(dbOf(on), { clientId: client, state: 'in-use', year: null, sequence: null, at: 1 })
})

const record = { id: 0, seq: 0 }

/** Meetings and printed sheets name no client: these ask by themselves. */
const byHand: Readonly<Record<string, () => unknown>> = {
  'encounter.get': () => ({ id: encounterId }),
  'encounter.send': () => ({ id: encounterId, seq: 1, event: { type: 'meeting.suspended' } }),
  'encounter.shelf': () => ({ id: encounterId, needId: null }),
  'encounter.face': () => ({ id: encounterId, face: 'a-window' }),
  'printout.again': () => ({ id: printoutId }),
  'printout.duplicate': () => ({ id: printoutId, way: 'paper' }),
  'printout.page': () => ({ job: `p${printoutId}` }),
  'client.page': () => ({ id: clientId }),
  'client.reveal': () => ({ id: clientId, field: 'phone', reason: 'contact-client' }),
  'client.setType': () => ({ id: clientId, seq: 0, type: 'quality', reason: '确认' }),
}

/** What may be asked about a dossier in the cabinet, and why. */
const allowed: Readonly<Record<string, string>> = {
  'encounter.leaveFace': 'that nobody looks at the client’s face any more',
  'client.setOwner': 'the owner stands outside the dossier (practice 1)',
  'printout.finish': 'how a sheet came out of the printer',
  'printout.giveBack': 'what became of a sheet outside the dossier',
  'encounter.list': 'asked without a client: one line per own meeting; with one it is refused',
  'printout.list': 'asked without a client: the ledger; with one it is refused',
  'encounter.confirmMove': 'asks for the one who asked for the move; tested below',
  'encounter.declineMove': 'shows and changes nothing in a dossier: the meeting stays where it is',
  'encounter.withdrawMove': 'takes back what the asker himself wished; the meeting stays where it is',
}

const keysOf = (input: z.ZodType | undefined): readonly string[] => {
  if (!input) return []
  const schema = z.toJSONSchema(input, { unrepresentable: 'any', io: 'input' })
  return Object.keys(schema.properties ?? {})
}

const isAboutClients = (name: string, keys: readonly string[]): boolean =>
  keys.some((key) => /^(clientId|otherClientId|encounterId|householdId|memberId)$/.test(key)) ||
  (/^(client|encounter|household|figure|consent|statement|printout)\./.test(name) &&
    keys.some((key) => /^(id|job|moveId)$/.test(key)))

const asked = doors.filter(({ name, input }) => isAboutClients(name, keysOf(input)))
const moves = /^(custody|seal)\./
const closed = asked.filter(({ name }) => !(name in allowed) && !moves.test(name))

const call = (name: string, input: unknown): Promise<unknown> => {
  let node: unknown = on.client
  for (const key of name.split('.')) node = (node as Record<string, unknown>)[key]
  return (node as (input: unknown) => Promise<unknown>)(input)
}

const inputFor = (name: string): unknown => {
  const hand = byHand[name]
  if (hand) return hand()
  const door = doors.find((one) => one.name === name)
  const fitting = door && fittingInput(door)
  return { ...record, ...(fitting?.input as object), clientId }
}

const refusedLines = (): number =>
  dbOf(on).one<{ n: number }>(`SELECT count(*) AS n FROM audit WHERE action = 'dossier.refused'`)?.n ?? 0

describe('a dossier in the cabinet', () => {
  test('at least every kind of procedure that shows a dossier is among those asked', () => {
    const names = closed.map(({ name }) => name)
    for (const name of ['client.page', 'figure.list', 'household.get', 'statement.view', 'encounter.start'])
      expect(names).toContain(name)
    expect(names.length).toBeGreaterThan(22)
  })

  test.each(closed.map(({ name }) => name))(
    'is opened by nobody through %s, and the try is written down',
    async (name) => {
      sitDown(on, people.head)
      put(clientId, 'in-cabinet', null)
      const before = refusedLines()
      const failure = await failureFrom(call(name, inputFor(name)))
      expect(failure).toMatchObject({ code: 'refused', rule: 'dossier.refusal.in-cabinet' })
      expect(refusedLines()).toBe(before + 1)
    },
  )

  test.each([
    ['in-use', 'wang', 'held'],
    ['handed-in', 'head', 'handed-in'],
    ['sealed', null, 'sealed'],
  ] as const)(
    '%s is refused with its state, number, since when and with whom',
    async (state, holder, rule) => {
      sitDown(on, people.head)
      put(clientId, state, holder === null ? null : people[holder].id)
      const failure = await failureFrom(on.client.client.page({ id: clientId }))
      expect(failure).toMatchObject({
        rule: `dossier.refusal.${rule}`,
        params: { clientId, since: '2026-11-25 10:00', holder: holder === null ? '' : people[holder].name },
      })
    },
  )

  test('lies open for its holder, and for everybody when nobody has handed it in yet', async () => {
    put(clientId, 'in-use', people.head.id)
    expect((await sitDown(on, people.head).client.client.page({ id: clientId })).name).toBe('郝欣')
    expect((await failureFrom(sitDown(on, people.li).client.client.page({ id: clientId }))).code).toBe(
      'refused',
    )
    put(clientId, 'in-use', null)
    expect((await on.client.client.page({ id: clientId })).name).toBe('郝欣')
  })

  test('of the other client refuses a join and a move as well', async () => {
    sitDown(on, people.head)
    put(clientId, 'in-use', null)
    put(otherClientId, 'in-cabinet', null)
    const join = on.client.household.joinClient({ clientId, otherClientId, relation: 'husband' })
    expect(await failureFrom(join)).toMatchObject({ rule: 'dossier.refusal.in-cabinet' })
    const { seq } = await on.client.encounter.get({ id: encounterId })
    const event = { type: 'meeting.moved', clientId: otherClientId, why: '坐错了人' } as const
    expect(await failureFrom(on.client.encounter.send({ id: encounterId, seq, event }))).toMatchObject({
      rule: 'dossier.refusal.in-cabinet',
      params: { clientId: otherClientId, name: '贺超文' },
      reasons: ['moveNeedsBoth'],
    })
  })

  test('is not shown by a page that was prepared while it was out', async () => {
    sitDown(on, people.li)
    put(clientId, 'in-use', people.li.id)
    const { job } = await on.client.printout.prepare({ clientId, readers: [memberId] })
    expect((await on.client.printout.page({ job })).html).toContain('郝欣')
    put(clientId, 'in-cabinet', null)
    expect(await failureFrom(on.client.printout.page({ job }))).toMatchObject({
      rule: 'dossier.refusal.in-cabinet',
    })
    put(clientId, 'in-use', people.li.id)
    sitDown(on, people.lobby)
    expect(await failureFrom(on.client.printout.page({ job }))).toEqual({
      code: 'not-found',
      what: 'printout',
    })
  })

  test('keeps what was half typed about its client, also from who typed it', async () => {
    sitDown(on, people.head)
    put(clientId, 'in-use', people.head.id)
    const places = [`/encounter/${encounterId}`, `/figure/${clientId}/page`, `/client/${clientId}/note`]
    for (const place of places) await on.client.draft.put({ place, field: 'line', value: '说了一半' })
    put(clientId, 'in-cabinet', null)
    for (const place of places) {
      const shut = { rule: 'dossier.refusal.in-cabinet', params: { clientId } }
      expect(await failureFrom(on.client.draft.list({ place }))).toMatchObject(shut)
      const more = on.client.draft.put({ place, field: 'line', value: '还有' })
      expect(await failureFrom(more)).toMatchObject(shut)
    }
    put(clientId, 'in-use', people.head.id)
    for (const place of places)
      expect(await on.client.draft.list({ place })).toMatchObject([{ value: '说了一半' }])
    // A place that is about nobody is nobody's dossier.
    expect(await on.client.draft.list({ place: `/clients/${clientId}` })).toEqual([])
  })

  test('keeps the words of a move that waits for it, and is written into by no confirmation', async () => {
    sitDown(on, people.li)
    for (const client of [clientId, otherClientId]) put(client, 'in-use', people.li.id)
    const db = dbOf(on)
    db.run(
      `INSERT INTO encounter_move(encounter_id, from_client_id, to_client_id, number, why, requested_by, requested_at)
       VALUES (:encounterId, :clientId, :otherClientId, 1, '两人同姓，拿错了', :li, 1)`,
      { encounterId, clientId, otherClientId, li: people.li.id },
    )
    sitDown(on, people.he)
    const [waiting] = await on.client.encounter.moves()
    expect(waiting).toMatchObject({ why: '两人同姓，拿错了', isReady: true })
    for (const [shut, open] of [
      [otherClientId, clientId],
      [clientId, otherClientId],
    ] as const) {
      put(shut, 'in-cabinet', null)
      put(open, 'in-use', people.li.id)
      expect(await on.client.encounter.moves()).toMatchObject([{ why: '', isReady: false }])
      const before = refusedLines()
      const confirm = on.client.encounter.confirmMove({ moveId: waiting?.id ?? 0 })
      expect(await failureFrom(confirm)).toMatchObject({ rule: 'moveLacksDossiers' })
      expect(refusedLines(), '何静 was not turned away: it is for 李 to take out').toBe(before)
    }
  })

  test('still shows its line in the list and in the search, with where it is', async () => {
    sitDown(on, people.head)
    put(clientId, 'in-cabinet', null)
    const { rows } = await on.client.client.list({})
    expect(rows.find(({ id }) => id === clientId)?.dossier).toEqual({ state: 'in-cabinet', holder: '' })
    put(clientId, 'in-use', people.li.id)
    const found = await on.client.search.find({ q: '郝欣' })
    expect(found.rows[0]?.dossier).toEqual({ state: 'in-use', holder: '李理财' })
  })

  test('is asked about by its client’s number in every input that has one', () => {
    expect(dossiersIn('figure.put', { clientId: 3 })).toEqual([3])
    expect(dossiersIn('household.joinClient', { clientId: 3, otherClientId: 4 })).toEqual([3, 4])
    expect(dossiersIn('client.page', { id: 5 })).toEqual([5])
    expect(dossiersIn('something.new', { clientId: 6 })).toEqual([6])
    expect(dossiersIn('custody.handIn', { clientId: 7 })).toEqual([])
    expect(membersIn('consent.record', { clientId: 3, memberId: 8 })).toEqual([8])
    expect(membersIn('figure.put', { clientId: 3, ownerId: 9 })).toEqual([9])
    expect(membersIn('figure.put', { clientId: 3, ownerId: null })).toEqual([])
    expect(membersIn('client.setOwner', { id: 3, ownerId: 4 })).toEqual([])
    expect(membersIn('something.new', { memberId: 10 })).toEqual([10])
  })
})
