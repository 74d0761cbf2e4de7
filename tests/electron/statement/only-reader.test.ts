import { beforeAll, expect, test } from 'vitest'
import { failureFrom, openTestDesk, type TestDesk } from '../../support/desk.ts'
import { openSampleHousehold } from '../../support/sample.ts'

let desk: TestDesk
let home: Awaited<ReturnType<typeof openSampleHousehold>>

beforeAll(async () => {
  desk = await openTestDesk({ at: '2026-11-25T09:00:00+08:00', closed: true })
  home = await openSampleHousehold(desk)
})

test('a statement of one client is never made for another reader alone', async () => {
  await desk.client.figure.put({
    clientId: home.chen,
    kind: 'other-financial',
    ownerId: home.he,
    amount: 80_000_000,
    period: 'year',
    source: 'told',
    reach: { kind: 'own' },
    place: '',
    asOf: '2026-11-25',
  })
  const asked = { clientId: home.shen, readers: [home.he] }
  for (const refused of [
    desk.client.statement.view(asked),
    desk.client.printout.prepare(asked),
    desk.client.printout.start({ ...asked, way: 'paper', glyphsAccepted: true }),
  ])
    expect(await failureFrom(refused)).toMatchObject({ rule: 'printout.refusal.client-not-reader' })
  expect((await desk.client.printout.list({})).rows).toEqual([])
})
