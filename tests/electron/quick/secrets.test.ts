import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createQuickSecrets } from '../../../electron/quick/secrets.ts'

const li = '0123456789abcdef'
const wu = 'fedcba9876543210'
const hour = 3_600_000

const host = () => {
  let [wall, mono] = [Date.parse('2026-11-27T08:20:00+08:00'), 1000]
  const secrets = createQuickSecrets({ now: () => wall, monotonic: () => mono })
  const pass = (ms: number): void => {
    wall += ms
    mono += ms
  }
  return {
    secrets,
    pass,
    sleep: (ms: number) => void (wall += ms),
    setClock: (ms: number) => void (wall += ms),
    monoOnly: (ms: number) => void (mono += ms),
  }
}

describe('what the host remembers of a quick door', () => {
  it('gives the secret out as it was kept, counting each try before', () => {
    const { secrets } = host()
    const secret = randomBytes(32)
    secrets.keep(li, secret, 0)
    const taken = secrets.take(li)
    expect(Buffer.from(taken?.secret ?? [])).toEqual(secret)
    expect(taken?.left).toBe(4)
    expect(secrets.take(wu)).toBeNull()
  })

  it('closes after five tries that opened nothing, also when no desk came back to say so', () => {
    const { secrets } = host()
    secrets.keep(li, randomBytes(32), 0)
    expect([1, 2, 3, 4, 5].map(() => secrets.take(li)?.left)).toEqual([4, 3, 2, 1, 0])
    expect(secrets.take(li)).toBeNull()
    expect(secrets.standing().open).toEqual([])
    secrets.sweep()
    secrets.settle(li, true)
    expect(secrets.take(li)).toBeNull()
    expect(secrets.arrive(wu).refused).toEqual([{ slotId: li, wrong: 5, closed: true }])
  })

  it('counts anew after a success, and only then', () => {
    const { secrets } = host()
    secrets.keep(li, randomBytes(32), 0)
    for (const opened of [false, false, false, false, true]) {
      secrets.take(li)
      secrets.settle(li, opened)
    }
    expect(secrets.standing().open).toEqual([{ slotId: li, left: 5 }])
    for (const _ of [1, 2, 3, 4, 5]) {
      secrets.take(li)
      secrets.settle(li, false)
    }
    expect(secrets.standing().open).toEqual([])
  })

  it('forgets ten hours after the passphrase, whatever was done with either clock', () => {
    for (const way of ['pass', 'sleep', 'monoOnly'] as const) {
      const here = host()
      here.secrets.keep(li, randomBytes(32), 2 * hour)
      here[way](8 * hour - 1)
      expect(here.secrets.take(li), way).not.toBeNull()
      here[way](1)
      expect(here.secrets.take(li), way).toBeNull()
    }
    const back = host()
    back.secrets.keep(li, randomBytes(32), 0)
    back.setClock(-hour)
    expect(back.secrets.take(li)).toBeNull()
    back.secrets.keep(wu, randomBytes(32), 10 * hour)
    expect(back.secrets.take(wu)).toBeNull()
  })

  it('gives five new tries only with a new secret', () => {
    const { secrets } = host()
    secrets.keep(li, randomBytes(32), 0)
    secrets.take(li)
    secrets.keep(li, randomBytes(32), 0)
    expect(secrets.standing().open).toEqual([{ slotId: li, left: 5 }])
    secrets.drop(li)
    expect(secrets.take(li)).toBeNull()
  })

  it('tells of wrong PINs once, to whoever is in next, and knows who was here', () => {
    const { secrets } = host()
    secrets.keep(li, randomBytes(32), 0)
    secrets.take(li)
    secrets.settle(li, false)
    expect(secrets.arrive(wu)).toEqual({
      first: true,
      refused: [{ slotId: li, wrong: 1, closed: false }],
    })
    expect(secrets.arrive(wu)).toEqual({ first: false, refused: [] })
    expect(secrets.standing().last).toBe(wu)
  })
})
