import { beforeEach, describe, expect, test } from 'vitest'
import { insertDossier, moveDossier } from '../../../electron/dossier/repository.ts'
import type { DossierState } from '../../../shared/dossier/model.ts'
import { addBranch, sitDown, type Colleague } from '../../support/seats.ts'
import { doors } from '../../support/contract-walk.ts'
import { failureFrom, openTestDesk, type TestDesk } from '../../support/desk.ts'
import { addClient, dbOf } from '../../support/meeting.ts'
import { z } from 'zod'

// Husband and wife are both clients. The wife's dossier is out, the husband's is not: from her page nothing of his is
// written, and what he once agreed she may see stays what he agreed.

let on: TestDesk
let people: ReturnType<typeof addBranch>
let wife: number
let husband: number
let self: number
let his: number

const put = (clientId: number, state: DossierState, holder: Colleague | null): void =>
  moveDossier(dbOf(on), {
    clientId,
    state,
    holderId: holder?.id ?? null,
    place: 'A-1',
    dueAt: null,
    at: on.clock.now(),
  })

const salary = {
  kind: 'salary',
  amount: 77_700,
  period: 'year',
  source: 'told',
  place: '',
  asOf: '2026-11-25',
} as const

const f40 = { bank: true, figureIds: [], paper: 'F40-1', signedOn: '2026-11-25' }

const toHer = () => ({ kind: 'named' as const, members: [self] })

beforeEach(async () => {
  on = await openTestDesk({ at: '2026-11-25T10:00:00+08:00' })
  people = addBranch(on)
  wife = addClient(on, '郝欣')
  husband = addClient(on, '贺超文')
  sitDown(on, people.li)
  self = (await on.client.household.begin({ clientId: wife })).selfId
  const join = { clientId: wife, otherClientId: husband, relation: 'husband' } as const
  his = (await on.client.household.joinClient(join)).id
  for (const clientId of [wife, husband])
    insertDossier(dbOf(on), { clientId, state: 'in-use', year: null, sequence: null, at: 1 })
  put(wife, 'in-use', people.li)
})

const toldByHim = () =>
  on.client.figure.put({
    ...salary,
    clientId: wife,
    ownerId: his,
    present: [self, his],
    reach: toHer(),
  })

const changes: Readonly<Record<string, () => Promise<unknown>>> = {
  'household.changeMember': () =>
    on.client.household.changeMember({
      clientId: wife,
      memberId: his,
      seq: 2,
      name: '贺超文',
      relation: 'husband',
      sex: 'male',
      birth: '',
      occupation: '司机',
      agreed: true,
    }),
  'household.endMember': () =>
    on.client.household.endMember({ clientId: wife, memberId: his, seq: 2, until: '2026-11-25' }),
  'consent.record': () =>
    on.client.consent.record({ ...f40, clientId: wife, memberId: his, reach: { kind: 'family' } }),
  'figure.put': () =>
    on.client.figure.put({ ...salary, clientId: wife, ownerId: his, reach: { kind: 'own' } }),
}

const keysOf = (input: z.ZodType | undefined): readonly string[] =>
  input ? Object.keys(z.toJSONSchema(input, { unrepresentable: 'any', io: 'input' }).properties ?? {}) : []

const refused = (): readonly unknown[] =>
  dbOf(on).all(`SELECT object FROM audit WHERE action = 'dossier.refused'`)

describe('from her page, while his dossier is not out,', () => {
  test('everything of the contract that names a member of a family is asked here', () => {
    const naming = doors.filter(
      ({ name, input }) =>
        keysOf(input).includes('memberId') || (/^figure\./.test(name) && keysOf(input).includes('ownerId')),
    )
    expect(naming.map(({ name }) => name).toSorted()).toEqual(Object.keys(changes).toSorted())
  })

  test.each(Object.keys(changes))('%s writes nothing for him, and the try is written down', async (name) => {
    for (const [state, holder, rule] of [
      ['in-cabinet', null, 'in-cabinet'],
      ['in-use', people.wang, 'held'],
      ['handed-in', people.li, 'handed-in'],
      ['sealed', null, 'sealed'],
    ] as const) {
      put(husband, state, holder)
      const before = refused().length
      expect(await failureFrom(changes[name]?.() ?? Promise.resolve())).toMatchObject({
        rule: `dossier.refusal.${rule}`,
        params: { clientId: husband },
      })
      expect(refused().slice(before)).toHaveLength(1)
    }
    put(husband, 'in-use', people.li)
    await changes[name]?.()
  })

  test('a figure of his is neither changed, given to somebody else nor removed', async () => {
    const { id, seq } = await toldByHim()
    put(husband, 'in-cabinet', null)
    const changed = { ...salary, clientId: wife, id, seq, present: [self, his], reach: toHer() }
    for (const call of [
      on.client.figure.put({ ...changed, ownerId: his, amount: 1 }),
      on.client.figure.put({ ...changed, ownerId: self, amount: 1 }),
      on.client.figure.remove({ clientId: wife, id, seq }),
    ])
      expect(await failureFrom(call)).toMatchObject({ rule: 'dossier.refusal.in-cabinet' })
    expect((await on.client.figure.list({ clientId: wife })).figures[0]).toMatchObject({ id, amount: 77_700 })
  })

  test('a consent of his is not withdrawn', async () => {
    const given = { ...f40, clientId: wife, memberId: his, reach: toHer() }
    const { id } = await on.client.consent.record(given)
    put(husband, 'in-cabinet', null)
    expect(await failureFrom(on.client.consent.withdraw({ clientId: wife, id }))).toMatchObject({
      rule: 'dossier.refusal.in-cabinet',
    })
  })

  test('what is hers is hers to write, and what belongs to nobody’s client as well', async () => {
    put(husband, 'in-cabinet', null)
    await on.client.figure.put({ ...salary, clientId: wife, ownerId: self, reach: { kind: 'own' } })
    await on.client.consent.record({ ...f40, clientId: wife, memberId: self, reach: { kind: 'family' } })
    const son = {
      name: '贺小文',
      relation: 'son',
      sex: 'male',
      birth: '',
      occupation: '',
      agreed: false,
    } as const
    const { id } = await on.client.household.addMember({ ...son, clientId: wife })
    await on.client.figure.put({ ...salary, clientId: wife, ownerId: id, reach: { kind: 'own' } })
  })
})

describe('her page and her statement', () => {
  const bankOfHis = async () =>
    (await on.client.figure.list({ clientId: wife })).bank.filter(({ ownerId }) => ownerId === his)

  test('show nothing of the bank’s books of him without his consent, whoever has his dossier', async () => {
    expect(await bankOfHis()).toEqual([])
    put(husband, 'in-cabinet', null)
    expect(await bankOfHis()).toEqual([])
  })

  test('still show what he agreed to while his dossier was out: that is in her dossier now', async () => {
    await toldByHim()
    await on.client.consent.record({ ...f40, clientId: wife, memberId: his, reach: toHer() })
    const before = await on.client.statement.view({ clientId: wife, readers: [self] })
    put(husband, 'in-cabinet', null)
    expect((await bankOfHis()).length).toBeGreaterThan(0)
    // The sheet a client is handed doesn't depend on which shelf another's folder stands on.
    expect(await on.client.statement.view({ clientId: wife, readers: [self] })).toEqual(before)
  })

  test('show it no longer once he has withdrawn it', async () => {
    const { id } = await on.client.consent.record({ ...f40, clientId: wife, memberId: his, reach: toHer() })
    await on.client.consent.withdraw({ clientId: wife, id })
    put(husband, 'in-cabinet', null)
    expect(await bankOfHis()).toEqual([])
  })
})
