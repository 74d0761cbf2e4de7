import { randomBytes } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { answerQuick, quickMark } from '../../../electron/quick/message.ts'
import { quickOver, type Wire } from '../../../electron/quick/port.ts'
import { createQuickSecrets, type QuickSecrets } from '../../../electron/quick/secrets.ts'

const li = '0123456789abcdef'

const clock = { now: () => 1_000_000, monotonic: () => 0 }

/** Both halves with a copying channel between, as between processes. */
const joined = (secrets: QuickSecrets): Wire => {
  const toDesk = new EventEmitter()
  return {
    send: (message) =>
      answerQuick(secrets, structuredClone(message), (reply) => {
        toDesk.emit('message', structuredClone(reply))
      }),
    listen: (hear) => void toDesk.on('message', hear),
  }
}

describe('the side channel between desk and host', () => {
  it('carries a secret there and back, and nothing of it stays behind in what was sent', async () => {
    const secrets = createQuickSecrets(clock)
    const sent: unknown[] = []
    const wire = joined(secrets)
    const quick = quickOver({
      ...wire,
      send: (message) => {
        sent.push(message)
        wire.send(message)
      },
    })
    const secret = randomBytes(32)
    expect(await quick.keep(li, secret, 5)).toBe(true)
    expect((sent[0] as { secret: Uint8Array }).secret.every((byte) => byte === 0)).toBe(true)
    const taken = await quick.take(li)
    expect(Buffer.from(taken?.secret ?? [])).toEqual(secret)
    expect(await quick.standing()).toEqual({ open: [{ slotId: li, left: 4 }], last: null })
    await quick.settle(li, true)
    expect(await quick.arrive(li)).toEqual({ first: true, refused: [] })
    await quick.drop(li)
    expect(await quick.take(li)).toBeNull()
  })

  it('answers its own words only: no other shape, no further field, no other length', () => {
    const secrets = createQuickSecrets(clock)
    const replies: unknown[] = []
    const good = { mark: quickMark, id: 1, verb: 'keep', slotId: li, secret: randomBytes(32), ageMs: 0 }
    const odd = [
      null,
      'zhiyin:quick',
      { ...good, mark: 'zhiyin:port' },
      { ...good, verb: 'keys' },
      { ...good, secret: randomBytes(33) },
      { ...good, secret: 'x'.repeat(32) },
      { ...good, vmk: randomBytes(32) },
      { ...good, slotId: '../../vault' },
      { ...good, ageMs: -1 },
    ]
    for (const message of odd) answerQuick(secrets, message, (reply) => void replies.push(reply))
    expect(replies).toEqual([])
    answerQuick(secrets, good, (reply) => void replies.push(reply))
    expect(replies).toHaveLength(1)
  })

  it('waits once for a host that knows nothing of it, and concludes nothing', async () => {
    const quick = quickOver({ send: () => undefined, listen: () => undefined }, 20)
    expect(await quick.standing()).toBeNull()
    const began = performance.now()
    expect([await quick.take(li), await quick.keep(li, randomBytes(32), 0)]).toEqual([null, false])
    expect(await quick.arrive(li)).toEqual({ first: false, refused: [] })
    expect(performance.now() - began).toBeLessThan(15)
  })

  it('takes a reply that is not what was asked for as none', async () => {
    const hears: ((message: unknown) => void)[] = []
    const quick = quickOver({
      send: (message) => {
        const { id } = message as { readonly id: number }
        const answer = { secret: 'no bytes', ageMs: 0, left: 5 }
        for (const hear of hears) hear({ mark: quickMark, id, answer })
      },
      listen: (hear) => void hears.push(hear),
    })
    expect(await quick.take(li)).toBeNull()
    expect(await quick.standing()).toBeNull()
  })
})
