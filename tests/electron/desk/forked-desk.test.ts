import { describe, expect, it } from 'vitest'
import { forkDesk } from '../../support/forked-desk.ts'

describe('the desk in its own process', () => {
  it('loses nothing it acknowledged when it is killed, and is back after an unlock', async () => {
    const first = await forkDesk()
    await first.client.staff.add({ name: '李理财', post: '理财经理' })
    await first.kill()
    const second = await forkDesk({ dataFolder: first.dataFolder })
    expect((await second.client.staff.list()).map((one) => one.name)).toEqual(['周敏', '李理财'])
    await second.lock()
  })

  it('ends its process when it is locked', async () => {
    const desk = await forkDesk()
    await desk.lock()
    expect(desk.child.exitCode).toBe(0)
  })

  it('keeps a second program away from the same vault and says who holds it', async () => {
    const first = await forkDesk()
    const second = await forkDesk({ dataFolder: first.dataFolder, closed: true })
    expect(await second.client.session.state()).toMatchObject({ state: 'in-use', doors: [] })
    await second.kill()
    await first.lock()
  })
})
