import { describe, expect, it } from 'vitest'
import { failureFrom, openTestDesk, withRights } from '../../support/desk.ts'

describe('the desk', () => {
  it('makes a vault on the first morning and knows its first person', async () => {
    const { client } = await openTestDesk()
    const me = await client.session.me()
    expect(me).toMatchObject({ name: '周敏', bank: '禾川银行', today: '2026-11-23', cardConfirmed: true })
    expect(me.rights).toContain('intake.run')
    expect(me.rights).not.toContain('dossier.seal')
  })

  it('refuses everything but state and unlock while it is locked', async () => {
    const { client } = await openTestDesk({ closed: true })
    expect(await client.session.state()).toMatchObject({ state: 'none', session: null })
    expect(await failureFrom(client.staff.list())).toEqual({ code: 'locked' })
  })

  it('refuses a person without the right and names it', async () => {
    const test = await openTestDesk()
    withRights(test, ['client.read'])
    expect(await failureFrom(test.client.staff.add({ name: '李理财', post: '理财经理' }))).toEqual({
      code: 'forbidden',
      right: 'staff.manage',
    })
  })

  it('answers input that does not fit with its path and never with its value', async () => {
    const { client } = await openTestDesk()
    const failure = await failureFrom(client.staff.add({ name: '', post: '密'.repeat(50) }))
    expect(failure.code).toBe('invalid')
    expect(JSON.stringify(failure)).not.toContain('密')
    expect(failure).toMatchObject({ issues: [{ path: 'name' }, { path: 'post' }] })
  })

  it('does a write once, however often its request is repeated', async () => {
    const { client } = await openTestDesk()
    const request = { name: '李理财', post: '理财经理', requestKey: 'request-0001' }
    const first = await client.staff.add(request)
    expect(await client.staff.add(request)).toEqual(first)
    expect((await client.staff.list()).filter((one) => one.name === '李理财')).toHaveLength(1)
    expect(await client.request.outcome({ requestKey: 'request-0001' })).toEqual({ done: true })
    expect(await client.request.outcome({ requestKey: 'request-0002' })).toEqual({ done: false })
  })

  it('locks, keeps what was acknowledged, and gives a draft back to its writer only', async () => {
    const test = await openTestDesk()
    await test.client.staff.add({ name: '王理财', post: '理财经理' })
    await test.client.draft.put({ place: '/settings', field: 'note', value: '写到一半' })
    await test.client.session.place({ route: '/settings', field: 'note' })
    await test.lock()
    expect(test.exits).toEqual([0])
    const again = await openTestDesk({ dataFolder: test.dataFolder })
    expect((await again.client.staff.list()).map((one) => one.name)).toContain('王理财')
    expect(await again.client.draft.list({ place: '/settings' })).toMatchObject([{ value: '写到一半' }])
    expect((await again.client.session.me()).place).toEqual({ route: '/settings', field: 'note' })
  })

  it('counts wrong passphrases and makes the next try wait longer', async () => {
    const test = await openTestDesk()
    await test.lock()
    const again = await openTestDesk({ dataFolder: test.dataFolder, closed: true })
    const slotId = (await again.client.session.state()).doors[0]?.slotId ?? ''
    const tryWrong = () =>
      failureFrom(again.client.session.unlock({ slotId, passphrase: 'wrong', book: 'main' }))
    expect(await tryWrong()).toEqual({ code: 'wrong-passphrase', waitSeconds: 1 })
    again.clock.advance(1000)
    expect(await tryWrong()).toEqual({ code: 'wrong-passphrase', waitSeconds: 2 })
    expect((await again.client.session.state()).doors[0]?.waitSeconds).toBe(2)
  })

  it('writes an audit line for every change and finds the chain intact', async () => {
    const { client, desk } = await openTestDesk()
    await client.staff.add({ name: '赵理财', post: '理财经理' })
    const lines = await client.audit.list({ before: null, limit: 10 })
    expect(lines.map((line) => line.action)).toEqual(['staff.added', 'card.confirmed', 'vault.created'])
    const { jobId } = await client.audit.verify()
    await desk.jobs.finished(jobId)
    expect(await client.audit.verdict()).toMatchObject({ verdict: 'intact', row: null })
  })
})

describe('the unlock screen', () => {
  it('shows the branch as it was named last, and nothing about clients', async () => {
    const test = await openTestDesk()
    await test.client.setting.put({ branch: '云湖支行' })
    await test.lock()
    const again = await openTestDesk({ dataFolder: test.dataFolder, closed: true })
    expect(await again.client.session.state()).toMatchObject({
      state: 'locked',
      bank: '禾川银行',
      branch: '云湖支行',
      doors: [{ name: '周敏', waitSeconds: 0 }],
    })
  })

  it('opens with the recovery card, after which only the new passphrase counts', async () => {
    const first = await openTestDesk({ closed: true })
    const card = await first.client.session.create({
      bank: '禾川银行',
      branch: '云湖路支行',
      name: '周敏',
      passphrase: '一个会被忘掉的口令 2026',
    })
    expect(await first.client.session.confirmCard({ answers: [] })).toEqual({ wrongPlaces: card.ask })
    await first.lock()
    const second = await openTestDesk({ dataFolder: first.dataFolder, closed: true })
    const slotId = (await second.client.session.state()).doors[0]?.slotId ?? ''
    const me = await second.client.session.unlockWithCard({
      card: card.words.join(''),
      slotId,
      newPassphrase: '新的口令 云湖 2027',
    })
    expect(me).toMatchObject({ name: '周敏', cardConfirmed: false })
    await second.lock()
    const third = await openTestDesk({ dataFolder: first.dataFolder, closed: true })
    const old = { slotId, passphrase: '一个会被忘掉的口令 2026', book: 'main' as const }
    expect(await failureFrom(third.client.session.unlock(old))).toMatchObject({ code: 'wrong-passphrase' })
    third.clock.advance(2000)
    await third.client.session.unlock({ ...old, passphrase: '新的口令 云湖 2027' })
  })

  it('locks by itself after the idle time, and at once when the clock goes backwards', async () => {
    const test = await openTestDesk()
    test.clock.advance(6 * 60_000)
    await expect.poll(() => test.exits, { timeout: 5000 }).toEqual([0])
    const again = await openTestDesk({ dataFolder: test.dataFolder })
    again.clock.set('2026-11-23T07:00:00+08:00')
    await expect.poll(() => again.exits, { timeout: 5000 }).toEqual([0])
  })

  it('marks a clock that stands before the last record, writes it down, and refuses nothing', async () => {
    const test = await openTestDesk()
    await test.lock()
    const again = await openTestDesk({ dataFolder: test.dataFolder, at: '2026-11-23T07:59:00+08:00' })
    expect(await again.client.session.me()).toMatchObject({ clockSuspect: true })
    expect((await again.client.audit.list({ before: null, limit: 1 })).map((line) => line.action)).toEqual([
      'clock.suspected',
    ])
    await again.client.staff.add({ name: '李理财', post: '理财经理' })
  })
})

describe('the branch’s policy', () => {
  it('is what was set last, even after the clock was set back', async () => {
    const test = await openTestDesk()
    await test.client.setting.put({ idleMinutes: 10 })
    test.clock.set('2026-11-23T08:04:30+08:00')
    await test.client.setting.put({ idleMinutes: 3 })
    expect((await test.client.setting.get()).idleMinutes).toBe(3)
  })
})
