import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { RPCLink } from '@orpc/client/message-port'
import { os } from '@orpc/server'
import { afterAll, describe, expect, it } from 'vitest'
import { serve } from '../../electron/desk/serve.ts'
import { failureOf } from '../../renderer/desk/desk-failure.ts'
import { exitCodes, failureSchema, type Failure, type FailureCode } from '../../shared/failure.ts'
import { en, zhCN } from '../../shared/text/index.ts'
import { failureFrom, openTestDesk, passphrase, withRights, type TestDesk } from '../support/desk.ts'
import { forkDesk } from '../support/forked-desk.ts'
import { addClient, dbOf, walkIn } from '../support/meeting.ts'

const codes = failureSchema.options.map((option) => option.shape.code.value)
const seen = new Set<FailureCode>()

const expectCode = (failure: Failure, code: FailureCode): void => {
  expect(failure).toMatchObject({ code })
  seen.add(code)
}

const doorOf = async (test: TestDesk): Promise<string> =>
  (await test.client.session.state()).doors[0]?.slotId ?? ''

const closedCopy = async (damage: (test: TestDesk) => void | Promise<void>): Promise<TestDesk> => {
  const test = await openTestDesk()
  await damage(test)
  await test.lock()
  return openTestDesk({ dataFolder: test.dataFolder, closed: true })
}

describe('everything that can go wrong', () => {
  it('ends the command line with its code and has words in both languages', () => {
    expect(codes.filter((code) => exitCodes[code] !== 1)).toEqual(['in-use'])
    for (const code of codes) {
      expect(JSON.stringify(zhCN.error[code]), code).toMatch(/\p{Script=Han}/u)
      expect(JSON.stringify(en.error[code]), code).toMatch(/[a-z]{3}/)
    }
  })

  it('is told by the desk at the screen: shape, right, rule, number, thing, name', async () => {
    const test = await openTestDesk()
    const { client } = test
    const clientId = addClient(test, '郝欣')
    const { id } = await client.encounter.start({ ...walkIn, clientId })
    const { seq } = await client.encounter.get({ id })
    expectCode(await failureFrom(client.staff.add({ name: '', post: '' })), 'invalid')
    expectCode(await failureFrom(client.encounter.get({ id: 999 })), 'not-found')
    const early = { type: 'product.introduced' as const, productId: 1 }
    expectCode(await failureFrom(client.encounter.send({ id, seq, event: early })), 'refused')
    const event = { type: 'meeting.suspended' as const }
    expectCode(await failureFrom(client.encounter.send({ id, seq: seq + 7, event })), 'stale')
    await client.staff.add({ name: '李理财', post: '' })
    expectCode(await failureFrom(client.staff.add({ name: '李理财', post: '' })), 'conflict')
    withRights(test, [])
    expectCode(await failureFrom(client.staff.add({ name: '王理财', post: '' })), 'forbidden')
  })

  it('is told at the door: locked, wrong passphrase, in use, damaged, newer', async () => {
    const closed = await closedCopy(() => undefined)
    expectCode(await failureFrom(closed.client.staff.list()), 'locked')
    const slotId = await doorOf(closed)
    const wrong = closed.client.session.unlock({ slotId, passphrase: 'no', book: 'main' })
    expectCode(await failureFrom(wrong), 'wrong-passphrase')
    const second = await openTestDesk({ dataFolder: closed.dataFolder, closed: true })
    const held = second.client.session.unlock({ slotId, passphrase, book: 'main' })
    expectCode(await failureFrom(held), 'in-use')
    const damaged = await closedCopy(() => undefined)
    const door = { slotId: await doorOf(damaged), passphrase, book: 'main' as const }
    for (const tail of ['', '-wal', '-shm'])
      rmSync(join(damaged.dataFolder, 'vault', `vault.db${tail}`), { force: true })
    expectCode(await failureFrom(damaged.client.session.unlock(door)), 'damaged')
    const newer = await closedCopy((test) => void dbOf(test).run('PRAGMA user_version = 9990'))
    const future = { slotId: await doorOf(newer), passphrase, book: 'main' as const }
    expectCode(await failureFrom(newer.client.session.unlock(future)), 'newer-version')
  })

  it('is told when the disk is full, and what was saved before stays', async () => {
    const test = await openTestDesk()
    await test.client.draft.put({ place: '/a', field: 'kept', value: '留下' })
    dbOf(test).all('PRAGMA max_page_count = 1')
    const big = (): Promise<unknown> =>
      test.client.draft.put({ place: '/a', field: 'big', value: '满'.repeat(20_000) })
    expectCode(await failureFrom(big()), 'disk-full')
    expect(await test.client.draft.list({ place: '/a' })).toMatchObject([{ field: 'kept', value: '留下' }])
  })

  it('is told of a job that was cancelled before its turn', async () => {
    const test = await openTestDesk()
    const first = test.desk.jobs.start('audit.verify', {})
    const second = test.desk.jobs.start('audit.verify', {})
    await test.client.job.cancel({ id: second })
    await test.desk.jobs.finished(first)
    await test.desk.jobs.finished(second)
    const { failure } = await test.client.job.state({ id: second })
    expectCode(failure ?? { code: 'locked' }, 'cancelled')
  })

  it('is told of a bug by a reference only: the log has frames, never what was typed', async () => {
    const test = await openTestDesk()
    const open = test.desk.open()
    if (!open) throw new Error('locked')
    const broken = {
      ...open,
      zone: () => {
        throw new Error('secret 6222')
      },
    }
    test.desk.setOpen(broken, () => Promise.resolve())
    const failure = await failureFrom(test.client.staff.add({ name: '李理财', post: '' }))
    expectCode(failure, 'bug')
    const line = test.log.find((one) => failure.code === 'bug' && one.ref === failure.ref)
    expect(line).toMatchObject({ procedure: 'staff.add', level: 'error' })
    expect(JSON.stringify(test.log)).not.toMatch(/6222|李理财/)
  })

  it('is told when the desk is gone, and when it is late', async () => {
    const forked = await forkDesk()
    const waiting = forked.client.notice.next({ after: 0, waitMs: 20_000 }).then(
      () => undefined,
      (error: unknown) => failureOf(error),
    )
    await forked.kill()
    expectCode((await waiting) ?? { code: 'locked' }, 'stopped')
    expectCode(failureOf(new DOMException('late', 'TimeoutError')), 'timeout')
  })

  it('is told when a window asks for more than any window needs', async () => {
    const { port1, port2 } = new MessageChannel()
    serve({ say: os.handler(() => 'said') }, port1 as never, () => false)
    const link = new RPCLink({ port: port2 as never })
    port2.start()
    expectCode(await failureFrom(link.call(['say'], undefined, { context: {} })), 'too-many')
    port1.close()
    port2.close()
  })

  afterAll(() => expect([...seen].sort()).toEqual([...codes].sort()))
})
