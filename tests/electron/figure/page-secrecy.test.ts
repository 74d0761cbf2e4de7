import { beforeEach, describe, expect, test } from 'vitest'
import type { Reach } from '../../../shared/figure/model.ts'
import { failureFrom, openTestDesk, type TestDesk } from '../../support/desk.ts'
import { openSampleHousehold } from '../../support/sample.ts'

// What one spouse's page answers about figures told to the other.

let desk: TestDesk
let home: Awaited<ReturnType<typeof openSampleHousehold>>

beforeEach(async () => {
  desk = await openTestDesk({ at: '2026-11-25T09:00:00+08:00', closed: true })
  home = await openSampleHousehold(desk)
})

const put = (more: object = {}) =>
  desk.client.figure.put({
    clientId: home.chen,
    kind: 'other-financial',
    ownerId: home.he,
    amount: 80_000_000,
    period: 'year',
    source: 'told',
    reach: { kind: 'own' },
    place: '',
    asOf: '2026-11-25',
    ...more,
  })

const consentOf = (figureIds: number[], members: number[], paper: string, more: object = {}) =>
  desk.client.consent.record({
    clientId: home.chen,
    memberId: home.he,
    reach: { kind: 'named', members },
    bank: false,
    figureIds,
    paper,
    signedOn: '2026-11-25',
    ...more,
  })

const father = (): number => home.household?.members.find((member) => member.relation === 'father')?.id ?? 0

const idsOn = async (clientId: number): Promise<number[]> =>
  (await desk.client.figure.list({ clientId })).figures.map((figure) => figure.id)

describe('a figure of somebody without a page of his own', () => {
  test('told before one spouse stands on that spouse’s page alone', async () => {
    const reach: Reach = { kind: 'named', members: [home.he] }
    const told = await put({ ownerId: father(), reach, present: [home.he] })
    expect(await idsOn(home.chen)).toContain(told.id)
    expect(await idsOn(home.shen)).not.toContain(told.id)
    const history = desk.client.figure.history({ clientId: home.shen, id: told.id })
    expect(await failureFrom(history)).toMatchObject({ code: 'not-found' })
  })

  test('told for nobody in particular stands on every page of the family', async () => {
    const told = await put({ ownerId: father() })
    expect(await idsOn(home.chen)).toContain(told.id)
    expect(await idsOn(home.shen)).toContain(told.id)
  })
})

describe('her page', () => {
  test('shows no earlier value from before he agreed to show her the figure', async () => {
    const first = await put()
    const second = await put({ id: first.id, seq: 1, amount: 1_00 })
    await consentOf([second.id], [home.she], 'F40-1')
    const hers = await desk.client.figure.history({ clientId: home.shen, id: first.id })
    expect(hers.map(({ amount }) => amount)).toEqual([1_00])
    const his = await desk.client.figure.history({ clientId: home.chen, id: first.id })
    expect(his.map(({ amount }) => amount)).toEqual([1_00, 1_00, 80_000_000])
  })

  test('answers for his hidden figure as for one that never was', async () => {
    const { id } = await put()
    const known = { id, seq: 1, clientId: home.shen }
    const unknown = { id: 99_999, seq: 1, clientId: home.shen }
    for (const wanted of [known, { ...known, seq: 7 }, unknown]) {
      expect(await failureFrom(desk.client.figure.remove(wanted))).toEqual({
        code: 'not-found',
        what: 'figure',
      })
      expect(await failureFrom(put({ ...wanted, ownerId: home.she }))).toMatchObject({ code: 'not-found' })
      const consent = consentOf([wanted.id], [home.she], 'F40-1', { clientId: home.shen })
      expect(await failureFrom(consent)).toMatchObject({ code: 'not-found' })
    }
    expect(await idsOn(home.chen)).toContain(id)
  })

  test('has room for her own figures however many he keeps for himself', async () => {
    const hidden = 80 - (await idsOn(home.chen)).length
    for (let count = 0; count < hidden; count += 1) await put({ amount: count })
    expect(await failureFrom(put())).toMatchObject({ rule: 'figure.refusal.too-many-figures' })
    await put({ clientId: home.shen, ownerId: home.she })
  })
})

describe('consents', () => {
  const sheet = async (readers: number[]): Promise<number> =>
    (await desk.client.statement.view({ clientId: home.chen, readers })).assets.total

  test('for two relatives stand beside each other, each withdrawn by itself', async () => {
    const { id } = await put()
    const before = await sheet([home.he, home.she])
    const hers = await consentOf([id], [home.she], 'F40-1')
    const fathers = await consentOf([id], [father()], 'F40-2')
    expect((await sheet([home.he, home.she])) - before).toBe(80_000_000)
    const listed = await desk.client.consent.list({ clientId: home.chen })
    expect(listed.map(({ paper, figures }) => [paper, figures])).toEqual([
      ['F40-2', 1],
      ['F40-1', 1],
    ])
    await desk.client.consent.withdraw({ clientId: home.chen, id: fathers.id })
    expect((await sheet([home.he, home.she])) - before).toBe(80_000_000)
    await desk.client.consent.withdraw({ clientId: home.chen, id: hers.id })
    expect(await sheet([home.he, home.she])).toBe(before)
  })

  test('for the bank’s own books stand beside each other too', async () => {
    await consentOf([], [home.she], 'F40-1', { bank: true })
    const shown = await sheet([home.he, home.she])
    await consentOf([], [father()], 'F40-2', { bank: true })
    expect(await sheet([home.he, home.she])).toBe(shown)
  })

  test('towards somebody else are not on the spouse’s page and leave no word on her figures', async () => {
    const both: Reach = { kind: 'named', members: [home.he, home.she] }
    const { id } = await put({ reach: both, present: [home.he, home.she] })
    const { id: other } = await consentOf([id], [father()], 'F40-3', { bank: true })
    expect(await desk.client.consent.list({ clientId: home.shen })).toEqual([])
    const withdrawn = desk.client.consent.withdraw({ clientId: home.shen, id: other })
    expect(await failureFrom(withdrawn)).toMatchObject({ code: 'not-found' })
    const seen = async (clientId: number) =>
      (await desk.client.figure.list({ clientId })).figures.find((one) => one.id === id)?.consented
    expect([await seen(home.chen), await seen(home.shen)]).toEqual([true, false])
  })

  test('signed in the future are refused', async () => {
    const refusal = failureFrom(consentOf([], [home.she], 'F40-4', { signedOn: '2026-11-26' }))
    expect(await refusal).toMatchObject({ rule: 'figure.refusal.signed-later' })
  })
})
