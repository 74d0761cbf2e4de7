import { expect, test } from 'vitest'
import { unwrapWith, wrapTo } from '../../electron/vault/key-pair.ts'
import { makePeople, openAs, ownPassphrase, refusedAt, staffIdOf, takeUp } from '../support/people.ts'
import { failureFrom, openTestDesk, passphrase, person, type TestDesk } from '../support/desk.ts'

// The archive key on its way from the first person to two keepers, and what nobody else can do with it.

const rule = (name: string) => ({ code: 'refused', rule: name })
const keysIn = ({ desk }: TestDesk) => {
  const open = desk.open()
  if (!open) throw new Error('the desk is locked')
  return open.keys
}
const keyOf = async (desk: TestDesk, name: string) => {
  const id = await staffIdOf(desk, name)
  return (await desk.client.staff.logins()).logins.find(({ staffId }) => staffId === id)?.key
}

test('two holders of the archive key: given on the first morning, then out of the centre head’s reach', async () => {
  const morning = await openTestDesk()
  const me = await staffIdOf(morning, person)
  expect(await keyOf(morning, person)).toBe('held')
  const both = morning.client.staff.setRoles({ id: me, roles: ['centre-head', 'archive-keeper'] })
  expect(await failureFrom(both)).toMatchObject({
    rule: 'duties-exclude',
    reasons: ['keeper-and-centre-head'],
  })
  await makePeople(morning, ['何静', '冯岚', '李理财'])

  const head = await openAs(morning, person)
  expect(keysIn(head).rolePrivate, 'her copy is of a key that is out of force').toEqual({})
  expect([await keyOf(head, '何静'), await keyOf(head, '冯岚'), await keyOf(head, person)]).toEqual([
    'waiting',
    'waiting',
    'none',
  ])
  const li = await staffIdOf(head, '李理财')
  const feng = await staffIdOf(head, '冯岚')
  const refusals = [
    head.client.staff.setRoles({ id: li, roles: ['supervisor', 'archive-keeper'] }),
    head.client.staff.grantKey({ id: li }),
    head.client.staff.addUser({ name: '新来的', post: '', roles: ['archive-keeper'], passphrase: null }),
    head.client.staff.revokeKey({ id: feng }),
  ]
  const rules = await Promise.all(refusals.map(async (call) => await failureFrom(call)))
  expect(rules[0]).toMatchObject(rule('needs-archive-key'))
  expect(rules[1]).toMatchObject(rule('duties-exclude'))
  expect(rules[2]).toMatchObject(rule('needs-archive-key'))
  expect(rules[3]).toMatchObject(rule('needs-archive-key'))
  expect(await failureFrom(head.client.staff.dropLogin({ id: feng }))).toMatchObject(rule('still-holds-key'))
  const lines = await head.client.audit.list({ before: null, limit: 100 })
  expect(lines.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['key.granted', 'key.changed', 'key.taken-away', 'key.given-up']),
  )
  // What was refused stands there with who tried and for whom: on the first morning for herself, then these four.
  const tried = lines.filter(({ action }) => action === 'role.refused')
  expect(tried.map(({ staff }) => staff)).toEqual([person, person, person, person, person])
  expect(tried.map(({ object }) => object).toSorted()).toEqual(
    [`staff:${me}`, `staff:${li}`, `staff:${li}`, 'staff:new', `staff:${feng}`].toSorted(),
  )
  await head.lock()

  const manager = await openAs(morning, '李理财')
  const keys = keysIn(manager)
  if (!keys.rolePublic.archive) throw new Error('everybody knows the public half')
  const sealed = wrapTo(keys.rolePublic.archive, Buffer.alloc(32, 7), 'dossier', manager.desk.ports.random)
  if (!sealed) throw new Error('the public half is a key')
  for (const key of [keys.vmk, keys.dbk, keys.userPrivate])
    expect(unwrapWith(key, sealed, 'dossier')).toBeUndefined()
  await manager.lock()
  const keeper = await openAs(morning, '何静')
  const archive = keysIn(keeper).rolePrivate.archive
  expect(archive && unwrapWith(archive, sealed, 'dossier')).toEqual(Buffer.alloc(32, 7))
})

test('a reset loses a keeper’s key until the other keeper gives it again, and only after it was changed', async () => {
  const morning = await openTestDesk()
  await makePeople(morning, ['何静', '冯岚'])
  const head = await openAs(morning, person)
  const id = await staffIdOf(head, '冯岚')
  const { passphrase: temporary, lostKey } = await head.client.staff.reset({ id, passphrase: null })
  expect(lostKey).toBe(true)
  const last = head.client.staff.reset({ id: await staffIdOf(head, '何静'), passphrase: null })
  expect(await failureFrom(last)).toMatchObject(rule('last-key'))
  await head.lock()

  const deputy = await openAs(morning, '何静')
  expect(await keyOf(deputy, '冯岚')).toBe('none')
  expect(await failureFrom(deputy.client.staff.grantKey({ id }))).toMatchObject(rule('change-first'))
  await deputy.lock()
  const feng = await takeUp(morning, '冯岚', temporary)
  expect(keysIn(feng).rolePrivate).toEqual({})
  await feng.lock()
  const again = await openAs(morning, '何静')
  await again.client.staff.grantKey({ id })
  expect(await keyOf(again, '冯岚')).toBe('waiting')
  await again.lock()
  const back = await openAs(morning, '冯岚')
  expect(await keyOf(back, '冯岚')).toBe('held')
  const own = keysIn(back).rolePrivate.archive
  const deputyId = await staffIdOf(back, '何静')
  expect(await back.client.staff.revokeKey({ id: deputyId })).toMatchObject({ roles: ['supervisor'] })
  expect(keysIn(back).rolePrivate.archive).not.toEqual(own)
  const self = back.client.staff.revokeKey({ id })
  expect(await failureFrom(self)).toMatchObject(rule('last-key'))
  await back.lock()
  const former = await openAs(morning, '何静')
  expect(keysIn(former).rolePrivate).toEqual({})
  expect(await former.client.session.me()).toMatchObject({ roles: ['supervisor'] })
  await former.lock()
  expect(await refusedAt(morning, '冯岚', temporary)).toMatchObject({ code: 'wrong-passphrase' })
})

test('with the recovery card the centre head comes in and makes the new card, without ever holding the archive key', async () => {
  const morning = await openTestDesk({ closed: true })
  const card = await morning.client.session.create({
    bank: '禾川银行',
    branch: '云湖路支行',
    name: person,
    passphrase,
  })
  await morning.client.session.confirmCard({
    answers: card.ask.map((place) => ({ place, word: card.words[place - 1] ?? '' })),
  })
  await makePeople(morning, ['何静', '冯岚'])
  const closed = await openTestDesk({ dataFolder: morning.dataFolder, closed: true })
  const door = (await closed.client.session.state()).doors.find(({ name }) => name === person)
  const newPassphrase = ownPassphrase(person)
  await closed.client.session.unlockWithCard({ card: card.code, slotId: door?.slotId ?? '', newPassphrase })
  expect(keysIn(closed).rolePrivate).toEqual({})
  const fresh = await closed.client.session.renewCard({ passphrase: newPassphrase })
  expect(fresh.words).toHaveLength(24)
  expect(keysIn(closed).rolePrivate).toEqual({})
})

class Cut extends Error {}

test('a kill between header and row leaves the archive role as it was or given whole, never half', async () => {
  const morning = await openTestDesk()
  const { staff, passphrase: first } = await morning.client.staff.addUser({
    name: '冯岚',
    post: '',
    roles: ['supervisor'],
    passphrase: null,
  })
  const cut = (name: string): void => {
    if (name === 'staff-row') throw new Cut(name)
  }
  Object.assign(morning.desk.ports, { step: cut })
  const given = morning.client.staff.setRoles({ id: staff.id, roles: ['supervisor', 'archive-keeper'] })
  expect(await failureFrom(given)).toMatchObject({ code: 'bug' })
  const half = morning.client.staff.addUser({
    name: '新来的',
    post: '',
    roles: ['supervisor'],
    passphrase: null,
  })
  expect(await failureFrom(half)).toMatchObject({ code: 'bug' })
  Object.assign(morning.desk.ports, { step: undefined })
  expect((await morning.client.staff.list()).map(({ name, roles }) => [name, roles])).toEqual([
    [person, ['centre-head', 'wealth-manager']],
    ['冯岚', ['supervisor']],
  ])
  await morning.lock()
  const feng = await takeUp(morning, '冯岚', first)
  expect(await feng.client.session.me()).toMatchObject({ roles: ['supervisor', 'archive-keeper'] })
  expect(await keyOf(feng, '冯岚')).toBe('held')
  const names = async () => (await feng.client.session.state()).doors.map(({ name }) => name)
  expect(await names(), 'a door without a person is cleared away').toEqual([person, '冯岚'])
})
