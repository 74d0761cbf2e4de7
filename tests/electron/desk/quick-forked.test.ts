import { describe, expect, it } from 'vitest'
import { failureFrom } from '../../support/desk.ts'
import { forkDesk, quickMemory, type ForkedDesk } from '../../support/forked-desk.ts'

const pin = '408617'

const slotOf = async ({ client }: ForkedDesk): Promise<string> =>
  (await client.session.state()).doors[0]?.slotId ?? ''

describe('the quick door over the real channel', () => {
  it('opens in the next desk, also when the last one was killed, and takes no try back from a killed one', async () => {
    const secrets = quickMemory()
    const first = await forkDesk({ secrets })
    const { dataFolder } = first
    await first.client.session.setPin({ pin })
    const slotId = await slotOf(first)
    await first.lock()
    const second = await forkDesk({ secrets, dataFolder, closed: true })
    expect((await second.client.session.unlockQuick({ slotId, pin })).name).toBe('周敏')
    await second.kill()
    const third = await forkDesk({ secrets, dataFolder, closed: true })
    for (const left of [4, 3])
      expect(await failureFrom(third.client.session.unlockQuick({ slotId, pin: '739046' }))).toMatchObject({
        params: { left },
      })
    await third.kill()
    const fourth = await forkDesk({ secrets, dataFolder, closed: true })
    expect((await fourth.client.session.state()).doors[0]?.pinTries).toBe(3)
    await fourth.client.session.unlockQuick({ slotId, pin })
    await fourth.lock()
  })
})
