import { beforeAll, describe, expect, test } from 'vitest'
import type { Reach } from '../../../shared/figure/model.ts'
import { greatestAmount } from '../../../shared/money.ts'
import { failureFrom, openTestDesk, type TestDesk } from '../../support/desk.ts'
import { openSampleHousehold } from '../../support/sample.ts'

let desk: TestDesk
let home: Awaited<ReturnType<typeof openSampleHousehold>>

beforeAll(async () => {
  desk = await openTestDesk({ at: '2026-11-25T09:00:00+08:00', closed: true })
  home = await openSampleHousehold(desk)
})

const cash = (more: object = {}) => ({
  clientId: home.chen,
  kind: 'cash' as const,
  ownerId: home.he,
  amount: 500_00,
  period: 'year' as const,
  source: 'told' as const,
  reach: { kind: 'own' } as Reach,
  place: '抽屉',
  asOf: '2026-11-25',
  ...more,
})

describe('a figure', () => {
  test('keeps every earlier value, newest first, with who and when', async () => {
    const first = await desk.client.figure.put(cash())
    desk.clock.advance(60_000)
    const second = await desk.client.figure.put(cash({ id: first.id, seq: first.seq, amount: 800_00 }))
    expect(second.seq).toBe(2)
    const history = await desk.client.figure.history({ clientId: home.chen, id: first.id })
    expect(history.map(({ seq, amount, by }) => [seq, amount, by])).toEqual([
      [2, 800_00, '林样'],
      [1, 500_00, '林样'],
    ])
    expect((history[0]?.at ?? 0) - (history[1]?.at ?? 0)).toBe(60_000)
  })

  test('changed in another window meanwhile is refused with both numbers', async () => {
    const figure = await desk.client.figure.put(cash())
    await desk.client.figure.put(cash({ id: figure.id, seq: 1, amount: 1 }))
    expect(await failureFrom(desk.client.figure.put(cash({ id: figure.id, seq: 1, amount: 2 })))).toEqual({
      code: 'stale',
      expected: 2,
      got: 1,
    })
    const gone = desk.client.figure.remove({ clientId: home.chen, id: figure.id, seq: 1 })
    expect(await failureFrom(gone)).toMatchObject({ code: 'stale' })
    await desk.client.figure.remove({ clientId: home.chen, id: figure.id, seq: 2 })
    const { figures } = await desk.client.figure.list({ clientId: home.chen })
    expect(figures.some((one) => one.id === figure.id)).toBe(false)
  })

  test('reaches at most those who heard it, and is never widened by hand', async () => {
    const reach: Reach = { kind: 'named', members: [home.he, home.she] }
    expect(await failureFrom(desk.client.figure.put(cash({ reach })))).toMatchObject({
      rule: 'figure.refusal.reach-needs-consent',
    })
    const heard = await desk.client.figure.put(cash({ reach, present: [home.he, home.she] }))
    const wider = cash({ id: heard.id, seq: 1, reach: { kind: 'family' } })
    expect(await failureFrom(desk.client.figure.put(wider))).toMatchObject({
      rule: 'figure.refusal.reach-needs-consent',
    })
  })

  test('belongs to somebody of this household and stays within exact sums', async () => {
    expect(await failureFrom(desk.client.figure.put(cash({ ownerId: 999 })))).toMatchObject({
      rule: 'figure.refusal.not-in-household',
    })
    const salary = cash({ kind: 'salary', period: 'month', amount: greatestAmount / 10 })
    expect(await failureFrom(desk.client.figure.put(salary))).toMatchObject({
      rule: 'figure.refusal.year-amount',
    })
  })

  test('a consent speaks for its owner’s figures only', async () => {
    const { figures } = await desk.client.figure.list({ clientId: home.chen })
    const hers = figures.find((figure) => figure.ownerId === home.she)
    const record = (figureIds: number[], reach: Reach) =>
      desk.client.consent.record({
        clientId: home.chen,
        memberId: home.he,
        reach,
        bank: false,
        figureIds,
        paper: 'F40-9',
        signedOn: '2026-11-25',
      })
    expect(await failureFrom(record([hers?.id ?? 0], { kind: 'family' }))).toMatchObject({
      rule: 'figure.refusal.consent-owner',
    })
    expect(await failureFrom(record([], { kind: 'own' }))).toMatchObject({
      rule: 'figure.refusal.consent-readers',
    })
    const his = await desk.client.figure.put(cash())
    const readers = [home.he, home.she]
    const liquid = async (): Promise<number> => {
      const { assets } = await desk.client.statement.view({ clientId: home.chen, readers })
      return assets.groups[0]?.amount ?? 0
    }
    const before = await liquid()
    const consent = await record([his.id], { kind: 'named', members: [home.she] })
    expect(consent.figures).toBe(1)
    expect((await liquid()) - before).toBe(500_00)
    await desk.client.consent.withdraw({ clientId: home.chen, id: consent.id })
    expect(await liquid()).toBe(before)
  })
})
