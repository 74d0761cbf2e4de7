import { describe, expect, it } from 'vitest'
import { withHandsFull } from '../../support/hands-full.ts'
import { makePeople, openAs, ownPassphrase, refusedAt, staffIdOf, takeUp } from '../../support/people.ts'
import { failureFrom, openTestDesk, person, type TestDesk } from '../../support/desk.ts'

const add = (desk: TestDesk, name: string, roles: ('supervisor' | 'wealth-manager' | 'centre-head')[]) =>
  desk.client.staff.addUser({ name, post: '', roles, passphrase: null })
const actions = async (desk: TestDesk) =>
  (await desk.client.audit.list({ before: null, limit: 40 })).map((line) => line.action)
const doorNames = async (desk: Pick<TestDesk, 'dataFolder'>) => {
  const closed = await openTestDesk({ dataFolder: desk.dataFolder, closed: true })
  const names = (await closed.client.session.state()).doors.map(({ name }) => name)
  await closed.lock()
  return names
}
const rule = (name: string) => ({ code: 'refused', rule: name })

describe('a person with a login', () => {
  it('gets a first passphrase that opens only the place where it is changed', async () => {
    const head = await openTestDesk()
    const { staff, passphrase: first } = await add(head, '李理财', ['wealth-manager'])
    expect(staff).toMatchObject({ name: '李理财', hasLogin: true, roles: ['wealth-manager'] })
    expect(first).toMatch(/^[2-9a-z]{4}(-[2-9a-z]{4}){3}$/)
    expect(await actions(head)).toContain('login.added')
    await head.lock()
    const li = await openAs(head, '李理财', first)
    expect(await li.client.session.me()).toMatchObject({ mustChange: true, roles: ['wealth-manager'] })
    for (const call of [li.client.client.counts(), li.client.staff.list(), li.client.setting.get()])
      expect(await failureFrom(call)).toMatchObject(rule('passphrase-temporary'))
    const change = (next: string) => li.client.session.changePassphrase({ old: first, next })
    expect(await failureFrom(change(first))).toMatchObject(rule('passphrase-same'))
    await change(ownPassphrase('李理财'))
    expect(await li.client.session.me()).toMatchObject({ mustChange: false })
    await li.client.client.counts()
    await li.lock()
    expect(await refusedAt(head, '李理财', first)).toMatchObject({ code: 'wrong-passphrase' })
  })

  it('may be a colleague who worked here without one before', async () => {
    const head = await openTestDesk()
    const { id } = await head.client.staff.add({ name: '钱若', post: '柜员' })
    const give = (typed: string | null) =>
      head.client.staff.addLogin({ id, roles: ['lobby-manager'], passphrase: typed })
    expect(await failureFrom(give('12345678'))).toMatchObject(rule('passphrase-weak'))
    const typed = '荷塘月色 第一次用'
    expect((await give(typed)).passphrase).toBe(typed)
    expect(await failureFrom(give(null))).toMatchObject(rule('has-login'))
    await head.lock()
    const opened = await takeUp(head, '钱若', typed)
    expect(await opened.client.session.me()).toMatchObject({
      staffId: id,
      rights: expect.arrayContaining(['client.read']),
    })
  })

  it('stands at the door by the name of now', async () => {
    const head = await openTestDesk()
    const { staff } = await add(head, '李理', ['wealth-manager'])
    await head.client.staff.change({ id: staff.id, name: '李理财', post: '', active: true })
    await head.lock()
    expect(await doorNames(head)).toEqual([person, '李理财'])
  })

  it('can not be made by a person without the right, and a right given counts at the next call', async () => {
    const head = await openTestDesk()
    await makePeople(head, ['李理财'])
    const li = await openAs(head, '李理财')
    expect(await failureFrom(add(li, '张三', ['supervisor']))).toEqual({
      code: 'forbidden',
      right: 'staff.manage',
    })
    expect(await li.client.staff.logins()).toMatchObject({ iHoldKey: false })
  })
})

describe('a reset', () => {
  it('takes two calls and no card; the old passphrase is dead, drafts and place are kept', async () => {
    const head = await openTestDesk()
    await makePeople(head, ['赵理财'])
    const zhao = await openAs(head, '赵理财')
    await zhao.client.draft.put({ place: '/client', field: 'note', value: '半句话' })
    await zhao.client.session.place({ route: '/client', field: 'note' })
    await zhao.lock()
    expect(await refusedAt(head, '赵理财', '忘掉了的那一个')).toMatchObject({ code: 'wrong-passphrase' })
    const again = await openAs(head, person)
    const { passphrase: temporary, lostKey } = await again.client.staff.reset({
      id: await staffIdOf(again, '赵理财'),
      passphrase: null,
    })
    expect(lostKey).toBe(false)
    expect(await actions(again)).toContain('passphrase.reset')
    await again.lock()
    const back = await takeUp(head, '赵理财', temporary)
    expect(await back.client.session.me()).toMatchObject({ place: { route: '/client', field: 'note' } })
    expect(await back.client.draft.list({ place: '/client' })).toMatchObject([{ value: '半句话' }])
    await back.lock()
    expect(await refusedAt(head, '赵理财', temporary)).toMatchObject({ code: 'wrong-passphrase' })
  })

  it('is not for oneself: one’s own passphrase is changed with the present one', async () => {
    const head = await openTestDesk()
    const id = await staffIdOf(head, person)
    expect(await failureFrom(head.client.staff.reset({ id, passphrase: null }))).toMatchObject(
      rule('reset-self'),
    )
  })
})

describe('a login that is taken away', () => {
  it('is refused while dossiers, meetings or clients are in hand, and says which', async () => {
    const head = await openTestDesk()
    const { staff } = await add(head, '李理财', ['wealth-manager'])
    withHandsFull(head, staff.id)
    const drop = () => head.client.staff.dropLogin({ id: staff.id })
    expect(await failureFrom(drop())).toMatchObject({
      rule: 'still-in-hands',
      reasons: ['still-dossiers', 'still-meetings', 'still-clients'],
      params: { dossiers: 1, meetings: 1, clients: 1 },
    })
    const leave = head.client.staff.change({ id: staff.id, name: '李理财', post: '', active: false })
    expect(await failureFrom(leave)).toMatchObject(rule('drop-login-first'))
  })

  it('opens nothing any more, and the person can then leave', async () => {
    const head = await openTestDesk()
    await makePeople(head, ['吴倩'])
    const again = await openAs(head, person)
    const id = await staffIdOf(again, '吴倩')
    expect(await again.client.staff.dropLogin({ id })).toMatchObject({ hasLogin: false, roles: [] })
    expect(await failureFrom(again.client.staff.dropLogin({ id }))).toMatchObject(rule('no-login'))
    await again.client.staff.change({ id, name: '吴倩', post: '', active: false })
    expect(await actions(again)).toContain('login.taken-away')
    await again.lock()
    expect(await doorNames(head)).toEqual([person])
  })

  it('ends a session that is open at its next call, and at the door it says why', async () => {
    const head = await openTestDesk()
    const { passphrase: first } = await add(head, '王芳', ['centre-head'])
    await head.lock()
    const wang = await takeUp(head, '王芳', first)
    await wang.client.staff.dropLogin({ id: await staffIdOf(wang, '王芳') })
    expect(await failureFrom(wang.client.staff.list())).toEqual({ code: 'locked' })
    await expect.poll(() => wang.exits).toEqual([0])
    expect(await refusedAt(head, '王芳', ownPassphrase('王芳'))).toMatchObject(rule('login-ended'))
    await (await openAs(head, person)).lock()
    expect(await doorNames(head)).toEqual([person])
  })
})

describe('the last one who can manage people', () => {
  it('loses neither role nor login', async () => {
    const head = await openTestDesk()
    const id = await staffIdOf(head, person)
    const roles = (list: ('wealth-manager' | 'centre-head')[]) =>
      head.client.staff.setRoles({ id, roles: list })
    expect(await failureFrom(roles(['wealth-manager']))).toMatchObject(rule('last-admin'))
    expect(await failureFrom(head.client.staff.dropLogin({ id }))).toMatchObject(rule('last-admin'))
    await add(head, '王芳', ['centre-head'])
    expect(await roles(['wealth-manager'])).toMatchObject({ roles: ['wealth-manager'] })
    expect(await head.client.session.me()).toMatchObject({ roles: ['wealth-manager'] })
    expect(await failureFrom(roles(['centre-head']))).toEqual({ code: 'forbidden', right: 'staff.manage' })
  })
})
