import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { quickFile } from '../../../electron/vault/quick-door.ts'
import { failureFrom, openTestDesk, passphrase, tempFolder, type TestDesk } from '../../support/desk.ts'
import { fakeClock, type FakeClock } from '../../support/fake-clock.ts'
import { addPerson } from '../../support/people.ts'
import { quickHost } from '../../support/quick.ts'

const pin = '408617'
const morning = '2026-11-27T08:20:00+08:00'
const hour = 3_600_000

let made: string
beforeAll(async () => {
  const first = await openTestDesk({ at: '2026-11-26T08:00:00+08:00' })
  await first.lock()
  made = first.dataFolder
})

/** A PC with its host: the desks come and go, the host's memory and its clock stay. */
const openPc = () => {
  const clock = fakeClock(morning)
  let quick = quickHost(clock)
  const dataFolder = tempFolder()
  cpSync(made, dataFolder, { recursive: true })
  const sitDown = (closed = true): Promise<TestDesk> => {
    const at = new Date(clock.now()).toISOString()
    return openTestDesk({ at, quick, closed, dataFolder })
  }
  return {
    clock,
    sitDown,
    restart: () => void (quick = quickHost(clock)),
    folder: () => join(dataFolder, 'vault'),
  }
}

type Pc = ReturnType<typeof openPc>

const doorOf = async ({ client }: TestDesk) => {
  const { doors } = await client.session.state()
  const [door] = doors
  if (!door) throw new Error('no door')
  return door
}

/** Unlocked by passphrase, a PIN set, and locked again. */
const pinned = async (pc: Pc): Promise<string> => {
  const desk = await pc.sitDown(false)
  await desk.client.session.setPin({ pin })
  const { slotId } = await doorOf(desk)
  await desk.lock()
  return slotId
}

const actionsOf = async ({ client }: TestDesk): Promise<string[]> =>
  (await client.audit.list({ before: null, limit: 30 })).map(({ action }) => action)

const later = (desk: TestDesk, clock: FakeClock, ms: number): void => {
  clock.advance(ms)
  desk.clock.advance(ms)
}

describe('the quick door', () => {
  it('is set after the passphrase and opens the same vault for the rest of the day', async () => {
    const pc = openPc()
    const slotId = await pinned(pc)
    const desk = await pc.sitDown()
    expect(await doorOf(desk)).toMatchObject({ slotId, pinTries: 5, initials: 'z' })
    expect((await desk.client.session.state()).lastDoor).toBe(slotId)
    expect(await desk.client.session.unlockQuick({ slotId, pin })).toMatchObject({ name: '周敏' })
    expect(await desk.client.staff.list()).toHaveLength(1)
    const actions = await actionsOf(desk)
    expect(actions).toContain('session.unlocked-by-pin')
    expect(actions).toContain('quick.set')
    expect(await desk.client.session.quick()).toEqual({
      possible: true,
      until: Date.parse(morning) + 10 * hour,
      isOffered: false,
    })
  })

  it('is closed by five wrong PINs, whatever is put back; the next person in writes them down', async () => {
    const pc = openPc()
    const slotId = await pinned(pc)
    const file = readFileSync(join(pc.folder(), quickFile))
    let desk = await pc.sitDown()
    const wrong = () => failureFrom(desk.client.session.unlockQuick({ slotId, pin: '739046' }))
    expect(await wrong()).toMatchObject({ rule: 'pin-wrong', params: { left: 4 } })
    expect((await doorOf(desk)).pinTries).toBe(4)
    // A fresh desk and the file as it was give no try back.
    await desk.lock()
    writeFileSync(join(pc.folder(), quickFile), file)
    desk = await pc.sitDown()
    for (const left of [3, 2, 1]) expect(await wrong()).toMatchObject({ params: { left } })
    expect(await wrong()).toMatchObject({ rule: 'quick-closed' })
    writeFileSync(join(pc.folder(), quickFile), file)
    expect(await failureFrom(desk.client.session.unlockQuick({ slotId, pin }))).toMatchObject({
      rule: 'quick-closed',
    })
    expect((await doorOf(desk)).pinTries).toBeNull()
    await desk.client.session.unlock({ slotId, passphrase, book: 'main' })
    const actions = await actionsOf(desk)
    expect(actions.filter((action) => action === 'session.pin-refused')).toHaveLength(5)
    expect(actions).toContain('quick.closed')
  })

  it('starts counting again after the right PIN', async () => {
    const pc = openPc()
    const slotId = await pinned(pc)
    const desk = await pc.sitDown()
    await failureFrom(desk.client.session.unlockQuick({ slotId, pin: '739046' }))
    await desk.client.session.unlockQuick({ slotId, pin })
    await desk.lock()
    expect((await doorOf(await pc.sitDown())).pinTries).toBe(5)
  })

  it('ends ten hours after the passphrase, and so does the session it opened', async () => {
    const pc = openPc()
    const slotId = await pinned(pc)
    pc.clock.advance(10 * hour - 2000)
    const desk = await pc.sitDown()
    await desk.client.session.unlockQuick({ slotId, pin })
    later(desk, pc.clock, 2000)
    await expect.poll(() => desk.exits, { timeout: 3000 }).toEqual([0])
    const next = await pc.sitDown()
    expect((await doorOf(next)).pinTries).toBeNull()
    expect(await failureFrom(next.client.session.unlockQuick({ slotId, pin }))).toMatchObject({
      rule: 'quick-closed',
    })
    expect(existsSync(join(pc.folder(), quickFile))).toBe(false)
  })

  it('dies with the host: the file it leaves is cleared by the first desk of the next one', async () => {
    const pc = openPc()
    const slotId = await pinned(pc)
    expect(existsSync(join(pc.folder(), quickFile))).toBe(true)
    pc.restart()
    const desk = await pc.sitDown()
    expect((await doorOf(desk)).pinTries).toBeNull()
    expect(existsSync(join(pc.folder(), quickFile))).toBe(false)
    expect(await failureFrom(desk.client.session.unlockQuick({ slotId, pin }))).toMatchObject({
      rule: 'quick-closed',
    })
  })

  it('dies with a new passphrase and when it is given up', async () => {
    const next = '落花人独立 微雨燕双飞'
    const ends = [
      ({ client }: TestDesk) => client.session.dropPin(),
      ({ client }: TestDesk) => client.session.changePassphrase({ old: passphrase, next }),
    ]
    const pc = openPc()
    let desk = await pc.sitDown(false)
    for (const end of ends) {
      await desk.client.session.setPin({ pin })
      await end(desk)
      expect((await desk.client.session.quick()).until).toBeNull()
    }
    await desk.lock()
    desk = await pc.sitDown()
    expect((await doorOf(desk)).pinTries).toBeNull()
  })

  it('is one’s own: a colleague’s PIN opens the colleague’s session and no other', async () => {
    const pc = openPc()
    await pinned(pc)
    let desk = await pc.sitDown(false)
    const { slotId, passphrase: hers } = await addPerson(desk, '吴倩', ['supervisor'])
    await desk.lock()
    desk = await pc.sitDown()
    await desk.client.session.unlock({ slotId, passphrase: hers, book: 'main' })
    await desk.client.session.setPin({ pin: '739046' })
    await desk.lock()
    desk = await pc.sitDown()
    expect(await failureFrom(desk.client.session.unlockQuick({ slotId, pin }))).toMatchObject({
      rule: 'pin-wrong',
    })
    const session = await desk.client.session.unlockQuick({ slotId, pin: '739046' })
    expect(session).toMatchObject({ name: '吴倩', roles: ['supervisor'] })
  })

  it('asks for the passphrase when it was not typed just now, or a PIN opened the session', async () => {
    const pc = openPc()
    const desk = await pc.sitDown(false)
    later(desk, pc.clock, 3 * 60_000 + 1)
    const set = (typed?: string) =>
      desk.client.session.setPin({ pin, ...(typed === undefined ? {} : { passphrase: typed }) })
    expect(await failureFrom(set())).toMatchObject({ rule: 'pin-needs-passphrase' })
    expect(await failureFrom(set('a guess'))).toEqual({ code: 'wrong-passphrase', waitSeconds: 1 })
    later(desk, pc.clock, 1000)
    const { until } = await set(passphrase)
    expect(until).toBe(pc.clock.now() + 10 * hour)
    const { slotId } = await doorOf(desk)
    await desk.lock()
    const again = await pc.sitDown()
    await again.client.session.unlockQuick({ slotId, pin })
    expect(await failureFrom(again.client.session.setPin({ pin: '739046' }))).toMatchObject({
      rule: 'pin-needs-passphrase',
    })
  })

  it('refuses a PIN that a colleague would guess, and says why', async () => {
    const pc = openPc()
    const desk = await pc.sitDown(false)
    expect(await failureFrom(desk.client.session.setPin({ pin: '198507' }))).toMatchObject({
      rule: 'pin-weak',
      reasons: ['pin-date'],
    })
    expect((await doorOf(desk)).pinTries).toBeNull()
  })

  it('is offered once, after the first passphrase of the day', async () => {
    const pc = openPc()
    let desk = await pc.sitDown(false)
    expect(await desk.client.session.quick()).toMatchObject({ isOffered: true })
    await desk.lock()
    desk = await pc.sitDown(false)
    expect(await desk.client.session.quick()).toMatchObject({ isOffered: false })
  })

  it('does not exist in the sample book, nor where no host outlives the desk', async () => {
    const alone = await openTestDesk()
    expect(await alone.client.session.quick()).toMatchObject({ possible: false })
    expect(await failureFrom(alone.client.session.setPin({ pin }))).toMatchObject({
      rule: 'quick-impossible',
    })
    const pc = openPc()
    const desk = await pc.sitDown()
    await desk.client.session.openSample()
    expect(await failureFrom(desk.client.session.setPin({ pin }))).toMatchObject({
      rule: 'quick-impossible',
    })
  })

  it('is in no backup', async () => {
    const pc = openPc()
    const desk = await pc.sitDown(false)
    await desk.client.session.setPin({ pin })
    const { jobId } = await desk.client.backup.run()
    await expect
      .poll(async () => (await desk.client.job.state({ id: jobId })).state, { timeout: 15_000 })
      .toBe('done')
    const [backup] = await desk.client.backup.list()
    expect(existsSync(join(pc.folder(), 'backups', backup?.name ?? '', 'vault.db'))).toBe(true)
    expect(existsSync(join(pc.folder(), 'backups', backup?.name ?? '', quickFile))).toBe(false)
  })
})
