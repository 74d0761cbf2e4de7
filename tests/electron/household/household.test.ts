import { beforeAll, expect, test } from 'vitest'
import { failureFrom, openTestDesk, type TestDesk } from '../../support/desk.ts'
import { openSampleHousehold } from '../../support/sample.ts'

let desk: TestDesk
let home: Awaited<ReturnType<typeof openSampleHousehold>>

beforeAll(async () => {
  desk = await openTestDesk({ at: '2026-11-25T09:00:00+08:00', closed: true })
  home = await openSampleHousehold(desk)
})

const aunt = (more: object = {}) => ({
  clientId: home.chen,
  name: '小姨',
  relation: 'other-kin' as const,
  sex: 'female' as const,
  birth: '1970',
  occupation: '',
  agreed: false,
  ...more,
})

test('of a third person only relation, form of address and birth year are kept until she agrees', async () => {
  expect(await failureFrom(desk.client.household.addMember(aunt({ birth: '1970-02-03' })))).toMatchObject({
    rule: 'household.refusal.third-person-birth',
  })
  expect(await failureFrom(desk.client.household.addMember(aunt({ occupation: '医生' })))).toMatchObject({
    rule: 'household.refusal.third-person-occupation',
  })
  const member = await desk.client.household.addMember(aunt())
  const agreed = await desk.client.household.changeMember(
    aunt({ memberId: member.id, seq: member.seq, birth: '1970-02-03', agreed: true }) as never,
  )
  expect(agreed).toMatchObject({ birth: '1970-02-03', seq: 2 })
})

test('there is one head and one spouse at a time', async () => {
  expect(await failureFrom(desk.client.household.addMember(aunt({ relation: 'wife' })))).toMatchObject({
    rule: 'household.refusal.one-spouse',
  })
  expect(await failureFrom(desk.client.household.addMember(aunt({ relation: 'head' })))).toMatchObject({
    rule: 'household.refusal.one-head',
  })
})

test('a client of the bank who joins brings his own figures along and has one household only', async () => {
  const db = desk.desk.open()?.db
  const other = db?.one<{ id: number }>(`SELECT id FROM client WHERE name = '周以宁'`)?.id ?? 0
  await desk.client.household.begin({ clientId: other })
  const joined = await desk.client.household.joinClient({
    clientId: home.chen,
    otherClientId: other,
    relation: 'sibling',
  })
  expect(joined).toMatchObject({ clientId: other, name: '周以宁', relation: 'sibling' })
  const hers = await desk.client.household.get({ clientId: other })
  expect(hers?.id).toBe(home.household?.id)
  const again = desk.client.household.joinClient({
    clientId: home.chen,
    otherClientId: other,
    relation: 'sibling',
  })
  expect(await failureFrom(again)).toMatchObject({ rule: 'household.refusal.already-joined' })
})

test('after a divorce the next statement leaves the old spouse and what was hers out', async () => {
  const before = await desk.client.statement.view({ clientId: home.chen, readers: [home.he] })
  const spouse = home.household?.members.find((member) => member.id === home.she)
  await desk.client.household.endMember({
    clientId: home.chen,
    memberId: home.she,
    seq: spouse?.seq ?? 0,
    until: '2026-11-25',
  })
  const after = await desk.client.statement.view({ clientId: home.chen, readers: [home.he] })
  expect(after.members.map((member) => member.name)).not.toContain('沈若溪')
  expect(before.assets.total - after.assets.total).toBe((80_000 + 50_000) * 100)
  const hers = await desk.client.household.get({ clientId: home.shen })
  expect(hers?.members.map(({ name, relation }) => [name, relation])).toEqual([['沈若溪', 'head']])
  const { figures } = await desk.client.figure.list({ clientId: home.shen })
  expect(figures.map(({ kind, reach }) => [kind, reach.kind])).toEqual([
    ['salary', 'own'],
    ['demand', 'own'],
    ['metal', 'own'],
  ])
  const his = await desk.client.figure.list({ clientId: home.chen })
  expect(his.figures.some((figure) => figure.ownerId === home.she)).toBe(false)
  const head = home.household?.members.find((member) => member.id === home.he)
  const leaving = desk.client.household.endMember({
    clientId: home.chen,
    memberId: home.he,
    seq: head?.seq ?? 0,
    until: '2026-11-25',
  })
  expect(await failureFrom(leaving)).toMatchObject({ rule: 'household.refusal.head-stays' })
})
