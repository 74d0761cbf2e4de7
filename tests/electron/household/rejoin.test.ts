import { expect, test } from 'vitest'
import { openTestDesk } from '../../support/desk.ts'
import { openSampleHousehold } from '../../support/sample.ts'

test('a client whose own household once held somebody else can join; what that person told stays behind', async () => {
  const desk = await openTestDesk({ at: '2026-11-25T09:00:00+08:00', closed: true })
  const { chen } = await openSampleHousehold(desk)
  const joining =
    desk.desk.open()?.db.one<{ id: number }>(`SELECT id FROM client WHERE name = '周以宁'`)?.id ?? 0
  const own = await desk.client.household.begin({ clientId: joining })
  const cousin = await desk.client.household.addMember({
    clientId: joining,
    name: '表姐',
    relation: 'other-kin',
    sex: 'female',
    birth: '1970',
    occupation: '',
    agreed: false,
  })
  const put = (ownerId: number | null, amount: number) =>
    desk.client.figure.put({
      clientId: joining,
      kind: 'cash',
      ownerId,
      amount,
      period: 'year',
      source: 'told',
      reach: ownerId === null ? { kind: 'named', members: [own.selfId] } : { kind: 'own' },
      present: [own.selfId],
      place: '',
      asOf: '2026-11-25',
    })
  const his = await put(own.selfId, 11_00)
  const joint = await put(null, 22_00)
  const cousins = await put(cousin.id, 33_00)
  await desk.client.household.endMember({
    clientId: joining,
    memberId: cousin.id,
    seq: cousin.seq,
    until: '2026-11-25',
  })
  const joined = await desk.client.household.joinClient({
    clientId: chen,
    otherClientId: joining,
    relation: 'sibling',
  })
  expect(joined).toMatchObject({ clientId: joining, relation: 'sibling' })
  const { figures } = await desk.client.figure.list({ clientId: joining })
  const ids = figures.map((figure) => figure.id)
  expect(ids).toEqual(expect.arrayContaining([his.id, joint.id]))
  expect(ids).not.toContain(cousins.id)
})
