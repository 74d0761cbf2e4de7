import { beforeEach, describe, expect, test } from 'vitest'
import type { Reach } from '../../../shared/figure/model.ts'
import { failureFrom, openTestDesk, type TestDesk } from '../../support/desk.ts'
import { openSampleHousehold } from '../../support/sample.ts'

// A sheet printed another time shows what it showed; its readers must still be allowed to see that.

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

const consent = (bank: boolean, figureIds: number[]) =>
  desk.client.consent.record({
    clientId: home.chen,
    memberId: home.he,
    reach: { kind: 'named', members: [home.she] },
    bank,
    figureIds,
    paper: 'F40-1',
    signedOn: '2026-11-25',
  })

const printed = async (outcome: 'taken' | 'failed', readers = [home.he, home.she]): Promise<number> => {
  const asked = { clientId: home.chen, readers, way: 'paper', glyphsAccepted: false } as const
  const { printout } = await desk.client.printout.start(asked)
  await desk.client.printout.finish({ id: printout.id, outcome })
  return printout.id
}

const duplicate = (id: number) => desk.client.printout.duplicate({ id, way: 'paper' })

const refusal = { rule: 'printout.refusal.no-longer-shown' }

describe('after a consent was withdrawn', () => {
  test.each([
    ['for a figure', false],
    ['for the bank’s own books', true],
  ])('%s no sheet that shows it is printed another time, under whatever number', async (_, bank) => {
    const told = await put()
    const { id: given } = await consent(bank, bank ? [] : [told.id])
    const taken = await printed('taken')
    const failed = await printed('failed')
    const copy = await duplicate(taken)
    await desk.client.printout.finish({ id: copy.printout.id, outcome: 'taken' })
    await desk.client.consent.withdraw({ clientId: home.chen, id: given })
    const before = (await desk.client.printout.list({})).rows.length
    for (const id of [taken, copy.printout.id])
      expect(await failureFrom(duplicate(id))).toMatchObject(refusal)
    expect(await failureFrom(desk.client.printout.again({ id: failed }))).toMatchObject(refusal)
    expect(await failureFrom(desk.client.printout.page({ job: `p${taken}` }))).toMatchObject(refusal)
    expect((await desk.client.printout.list({})).rows).toHaveLength(before)
    await duplicate(await printed('taken'))
  })
})

test('a figure made narrower by hand, or taken out after that, is on no copy any more', async () => {
  const both: Reach = { kind: 'named', members: [home.he, home.she] }
  const told = await put({ reach: both, present: [home.he, home.she] })
  const taken = await printed('taken')
  await put({ id: told.id, seq: 1, reach: both, amount: 1_00 })
  await desk.client.printout.finish({ id: (await duplicate(taken)).printout.id, outcome: 'cancelled' })
  await put({ id: told.id, seq: 2 })
  expect(await failureFrom(duplicate(taken))).toMatchObject(refusal)
  await desk.client.figure.remove({ clientId: home.chen, id: told.id, seq: 3 })
  expect(await failureFrom(duplicate(taken))).toMatchObject(refusal)
})

test('after a divorce neither their common sheet nor his own with her figures is printed again', async () => {
  const common = await printed('taken')
  const his = await printed('taken', [home.he])
  const spouse = home.household?.members.find((member) => member.id === home.she)
  await desk.client.household.endMember({
    clientId: home.chen,
    memberId: home.she,
    seq: spouse?.seq ?? 0,
    until: '2026-11-25',
  })
  expect(await failureFrom(duplicate(common))).toMatchObject(refusal)
  expect(await failureFrom(duplicate(his))).toMatchObject(refusal)
})
