import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { enter, failureFrom, openTestDesk, passphrase, person, type TestDesk } from '../../support/desk.ts'

const wanted = { bank: '禾川银行', branch: '云湖路支行', name: person, passphrase }

/** What each of several calls ended with: its value, or the failure. */
const outcomes = async (calls: readonly Promise<unknown>[]) =>
  Promise.all(
    calls.map(async (call) => {
      const settled = await call.then(
        () => 'done' as const,
        () => failureFrom(call),
      )
      return settled
    }),
  )

const busy = { code: 'conflict', what: 'session' }

const lockedDesk = async (): Promise<TestDesk & { readonly slotId: string }> => {
  const first = await openTestDesk()
  await first.lock()
  const desk = await openTestDesk({ dataFolder: first.dataFolder, closed: true })
  return { ...desk, slotId: (await desk.client.session.state()).doors[0]?.slotId ?? '' }
}

describe('opening goes one at a time', () => {
  test('of two first mornings at once one makes the vault, and its card and passphrase open it', async () => {
    const test = await openTestDesk({ closed: true })
    const { client } = test
    const first = client.session.create(wanted)
    const others = [client.session.create(wanted), client.session.openSample(), client.session.removeSample()]
    expect(await outcomes(others)).toEqual([busy, busy, busy])
    const card = await first
    await client.session.confirmCard({
      answers: card.ask.map((place) => ({ place, word: card.words[place - 1] ?? '' })),
    })
    await test.lock()
    const again = await openTestDesk({ dataFolder: test.dataFolder })
    expect(await again.client.session.me()).toMatchObject({ name: person })
  })

  test('of two unlocks at once one opens, and the lock closes that one', async () => {
    const { client, slotId, lock, dataFolder } = await lockedDesk()
    const unlock = () => client.session.unlock({ slotId, passphrase, book: 'main' })
    expect(await outcomes([unlock(), unlock()])).toEqual(['done', busy])
    await lock()
    const again = await openTestDesk({ dataFolder })
    const lines = await again.client.audit.list({ before: null, limit: 9 })
    expect(lines.filter((line) => line.action === 'session.locked')).toHaveLength(2)
  })

  test('the next one may open after one that failed', async () => {
    const { client, slotId, clock } = await lockedDesk()
    const wrong = client.session.unlock({ slotId, passphrase: 'wrong', book: 'main' })
    expect(await failureFrom(wrong)).toMatchObject({ code: 'wrong-passphrase' })
    clock.advance(1000)
    await enter(client)
  })
})

describe('a desk on its way out', () => {
  test('opens nothing any more, neither asked during the lock nor before it', async () => {
    const { client, desk, slotId } = await lockedDesk()
    const opening = client.session.unlock({ slotId, passphrase, book: 'main' })
    await expect.poll(() => desk.shelf.has('opening'), { interval: 1 }).toBe(true)
    const locking = desk.lock()
    expect(await failureFrom(opening)).toEqual({ code: 'stopped' })
    await locking
    const calls = [
      client.session.unlock({ slotId, passphrase, book: 'main' }),
      client.session.create(wanted),
      client.session.openSample(),
      client.session.removeSample(),
      client.session.unlockWithCard({ card: '春', slotId, newPassphrase: passphrase }),
    ]
    expect(await outcomes(calls)).toEqual(calls.map(() => ({ code: 'stopped' })))
  })

  test('makes no vault whose keys were still being derived', async () => {
    const { client, desk, dataFolder } = await openTestDesk({ closed: true })
    const making = client.session.create(wanted)
    await expect.poll(() => desk.shelf.has('opening'), { interval: 1 }).toBe(true)
    const locking = desk.lock()
    expect(await failureFrom(making)).toEqual({ code: 'stopped' })
    await locking
    expect(() => readFileSync(join(dataFolder, 'vault', 'header.a'))).toThrow('ENOENT')
    const again = await openTestDesk({ dataFolder, closed: true })
    expect(await again.client.session.state()).toMatchObject({ state: 'none' })
  })
})
