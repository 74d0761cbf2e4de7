import { describe, expect, it } from 'vitest'
import { failureFrom, openTestDesk, type TestDesk } from '../../support/desk.ts'
import { dbOf } from '../../support/meeting.ts'

// Keeps every write waiting, as a long import would, until it is let go.
const holdGate = (test: TestDesk): (() => void) => {
  let release: () => void = () => undefined
  void test.desk.gate.run(() => new Promise<void>((resolve) => (release = resolve)))
  return () => release()
}

describe('the write gate', () => {
  it('drops a waiting write whose window stopped waiting, so that a second try does it once', async () => {
    const test = await openTestDesk()
    const letGo = holdGate(test)
    const patience = new AbortController()
    const first = test.client.staff.add({ name: '李理财', post: '' }, { signal: patience.signal })
    await expect.poll(() => test.desk.gate.waiting()).toBe(1)
    patience.abort()
    await expect(first).rejects.toThrow()
    // The abort is on its way before this question: once it is answered, the desk knows.
    await test.client.staff.list()
    letGo()
    await test.client.staff.add({ name: '李理财', post: '' })
    expect((await test.client.staff.list()).filter((one) => one.name === '李理财')).toHaveLength(1)
  })

  it('never calls a saved answer failed because of what comes after it', async () => {
    const test = await openTestDesk()
    const open = test.desk.open()
    if (!open) throw new Error('locked')
    const broken = () => {
      throw new Error('anchor.log can not be written')
    }
    test.desk.setOpen({ ...open, changed: broken }, () => Promise.resolve())
    await test.client.staff.add({ name: '李理财', post: '' })
    expect((await test.client.staff.list()).map((one) => one.name)).toContain('李理财')
    expect(test.log).toMatchObject([{ level: 'error', procedure: 'anchor' }])
  })

  it('writes nothing more once the database was found damaged, and still reads', async () => {
    const test = await openTestDesk()
    test.desk.verdict.value = { verdict: 'damaged', row: null, at: 0, pages: [], more: 0 }
    const failure = await failureFrom(test.client.staff.add({ name: '李理财', post: '' }))
    expect(failure).toEqual({ code: 'damaged', part: 'database' })
    expect(await test.client.staff.list()).toHaveLength(1)
    expect(await test.client.audit.verdict()).toMatchObject({ verdict: 'damaged' })
  })
})

describe('locking', () => {
  it('tells every window at once, before it waits for anything', async () => {
    const test = await openTestDesk()
    const letGo = holdGate(test)
    const told = test.client.notice.next({ after: 0, waitMs: 20_000 })
    await test.client.session.me()
    const locked = test.desk.lock()
    expect((await told).notices.map((notice) => notice.kind)).toContain('locked')
    expect(test.exits).toEqual([])
    letGo()
    await locked
    expect(test.exits).toEqual([0])
  })
})

describe('the recovery card', () => {
  it('is checked before anything can be entered', async () => {
    const test = await openTestDesk({ closed: true })
    const words = {
      bank: '禾川银行',
      branch: '云湖路支行',
      name: '周敏',
      passphrase: '云湖路 2026 知音 口令',
    }
    const card = await test.client.session.create(words)
    expect(await failureFrom(test.client.staff.list())).toMatchObject({
      code: 'refused',
      rule: 'session.card-unconfirmed',
    })
    const answers = card.ask.map((place) => ({ place, word: card.words[place - 1] ?? '' }))
    await test.client.session.confirmCard({ answers })
    expect(await test.client.staff.list()).toHaveLength(1)
  })
})

describe('the backup', () => {
  it('is due when something was entered since the last one, not when somebody only looked', async () => {
    const test = await openTestDesk()
    const wants = () => test.desk.open()?.wantsBackup()
    expect(wants()).toBe(true)
    const { jobId } = await test.client.backup.run()
    await test.desk.jobs.finished(jobId)
    expect(await test.client.job.state({ id: jobId })).toMatchObject({ state: 'done', failure: null })
    test.clock.advance(5 * 3_600_000)
    expect(wants()).toBe(false)
    await test.client.staff.add({ name: '李理财', post: '' })
    expect(wants()).toBe(true)
    expect(dbOf(test).one<{ n: number }>('SELECT count(*) AS n FROM audit')?.n).toBeGreaterThan(3)
  })
})
