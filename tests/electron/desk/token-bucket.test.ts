import { describe, expect, it } from 'vitest'
import { RPCLink } from '@orpc/client/message-port'
import { MessageChannel } from 'node:worker_threads'
import { os } from '@orpc/server'
import { serve } from '../../../electron/desk/serve.ts'
import { tokenBucket, windowRate } from '../../../electron/desk/token-bucket.ts'

describe('how often a window may call', () => {
  it('is a burst at once, and after it so many a second', () => {
    let now = 0
    const admit = tokenBucket({ burst: 3, perSecond: 2 }, () => now)
    const admitted = (calls: number): number => Array.from({ length: calls }, admit).filter(Boolean).length
    expect(admitted(10)).toBe(3)
    now = 1000
    expect(admitted(10)).toBe(2)
    now = 60_000
    expect(admitted(10)).toBe(3)
  })

  it('is far above what a hand and a page can ask for', () => {
    expect(windowRate).toEqual({ burst: 1000, perSecond: 200 })
  })

  it('ends in a refusal that says so, before any handler runs, but never keeps anybody from locking', async () => {
    let ran = 0
    const say = os.handler(() => (ran += 1))
    const router = { echo: { say }, session: { lock: os.handler(() => 'locked') } }
    const { port1, port2 } = new MessageChannel()
    serve(
      router,
      port1 as never,
      tokenBucket({ burst: 2, perSecond: 0 }, () => 0),
    )
    const link = new RPCLink({ port: port2 as never })
    port2.start()
    const call = (): Promise<unknown> => link.call(['echo', 'say'], undefined, { context: {} })
    expect([await call(), await call()]).toEqual([1, 2])
    await expect(call()).rejects.toMatchObject({ code: 'FAILED', data: { code: 'too-many' } })
    expect(ran).toBe(2)
    expect(await link.call(['session', 'lock'], undefined, { context: {} })).toBe('locked')
    port1.close()
    port2.close()
  })
})
