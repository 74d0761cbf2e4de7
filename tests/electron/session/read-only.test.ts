import { cpSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ORPCError } from '@orpc/server'
import { expect, test, vi, type TestContext } from 'vitest'
import { insertDossier, moveDossier } from '../../../electron/dossier/repository.ts'
import { runDesk } from '../../support/command.ts'
import { doors, type Door } from '../../support/contract-walk.ts'
import {
  failureFrom,
  openTestDesk,
  passphrase,
  tempFolder,
  type TestClient,
  type TestDesk,
} from '../../support/desk.ts'
import { fittingInput } from '../../support/fitting-input.ts'
import { addClient, dbOf } from '../../support/meeting.ts'
import { fillToTheEnd } from '../../support/fill-disk.ts'
import { smallDisk } from '../../support/small-disk.ts'

vi.setConfig({ testTimeout: 60_000 })

const refused = { code: 'refused', rule: 'vault-read-only', params: {}, reasons: ['disk-full'] }

/** A vault with a client in it on a disk without a free byte, and the file that could be removed from that disk. */
const fullDisk = async (
  context: TestContext,
  before: (made: TestDesk, clientId: number) => void = () => undefined,
): Promise<{ dataFolder: string; filler: string; clientId: number }> => {
  const disk = smallDisk(context)
  const dataFolder = join(disk, 'data')
  const made = await openTestDesk({ dataFolder })
  const clientId = addClient(made, '郝欣')
  before(made, clientId)
  await made.lock()
  // What a desk keeps here for such a day; without it this start has nothing to give up.
  rmSync(join(dataFolder, 'vault', 'reserve.bin'), { force: true })
  const filler = join(disk, 'somebody-elses-file')
  fillToTheEnd(filler)
  return { dataFolder, filler, clientId }
}

const answerOf = async (client: TestClient, { path }: Door, input: unknown): Promise<unknown> => {
  const call = path.reduce<unknown>((at, key) => Reflect.get(at as object, key), client)
  try {
    await (call as (given: unknown) => Promise<unknown>)(input)
    return 'answered'
  } catch (error) {
    return error instanceof ORPCError ? error.data : error
  }
}

test('with no byte free and no reserve the vault opens to be read: everything is found, and nothing is changed (check R09)', async (context) => {
  const place = await fullDisk(context)
  const { dataFolder, clientId, filler } = place
  const before = readFileSync(join(dataFolder, 'vault', 'vault.db'))
  const { client, lock } = await openTestDesk({ dataFolder, at: '2026-11-24T08:00:00+08:00' })
  expect(await client.session.me()).toMatchObject({ readOnly: 'disk-full' })
  expect((await client.audit.verdict()).verdict).toBe('intact')
  expect(JSON.stringify(await client.client.page({ id: clientId }))).toContain('郝欣')
  expect(JSON.stringify(await client.search.find({ q: '郝欣' }))).toContain('郝欣')
  const { rights } = await client.session.me()
  for (const door of doors) {
    const { meta, name } = door
    if (meta.access === 'open' || ['session.lock', 'notice.next', 'encounter.leaveFace'].includes(name))
      continue
    const said = await answerOf(client, door, fittingInput(door)?.input)
    if (meta.right !== null && !rights.includes(meta.right))
      expect(said, name).toMatchObject({ code: 'forbidden' })
    else if (meta.kind === 'read') expect(JSON.stringify(said), name).not.toContain('"bug"')
    else expect(said, name).toEqual(refused)
  }
  // A look that must leave a line is not possible either.
  const reveal = client.client.reveal({ id: clientId, field: 'phone', reason: 'verify-identity' })
  expect(await failureFrom(reveal)).toEqual(refused)
  await lock()
  expect(readFileSync(join(dataFolder, 'vault', 'vault.db')).equals(before)).toBe(true)
  rmSync(filler)
  const again = await openTestDesk({ dataFolder, at: '2026-11-24T09:00:00+08:00' })
  expect(await again.client.session.me()).toMatchObject({ readOnly: null })
  await again.client.staff.add({ name: '李理财', post: '' })
  const lines = await again.client.audit.list({ before: null, limit: 20 })
  expect(lines.find(({ action }) => action === 'session.read-only')?.object).toBe(
    'staff:1 times:1 first:2026-11-24T00:00:00.000Z last:2026-11-24T00:00:00.000Z',
  )
  await again.lock()
})

test('what only the log held after a power cut is read there too, and is still there when there is room again', async (context) => {
  const disk = smallDisk(context)
  const source = await openTestDesk({ dataFolder: join(tempFolder(), 'data') })
  await source.client.staff.add({ name: '李理财', post: '' })
  const dataFolder = join(disk, 'data')
  cpSync(source.dataFolder, dataFolder, { recursive: true })
  await source.lock()
  rmSync(join(dataFolder, 'vault', 'reserve.bin'), { force: true })
  rmSync(join(dataFolder, 'vault', 'vault.db-shm'), { force: true })
  expect(statSync(join(dataFolder, 'vault', 'vault.db-wal')).size).toBeGreaterThan(4096)
  rmSync(join(dataFolder, 'attempts.json'))
  fillToTheEnd(join(disk, 'filler'))
  // Without the book there is nothing a try could be counted in.
  const without = await openTestDesk({ dataFolder, closed: true })
  const slotId = (await without.client.session.state()).doors[0]?.slotId ?? ''
  const unlock = () => without.client.session.unlock({ slotId, passphrase, book: 'main' })
  expect(await failureFrom(unlock())).toEqual({ code: 'disk-full' })
  await without.lock()
  rmSync(join(disk, 'filler'))
  const counted = await openTestDesk({ dataFolder, closed: true })
  await failureFrom(counted.client.session.unlock({ slotId, passphrase: '不是它', book: 'main' }))
  await counted.lock()
  fillToTheEnd(join(disk, 'filler'))
  const test = await openTestDesk({ dataFolder, at: '2026-11-24T08:00:00+08:00' })
  expect((await test.client.session.me()).readOnly).toBe('disk-full')
  expect((await test.client.staff.list()).map(({ name }) => name)).toContain('李理财')
  await test.lock()
  rmSync(join(disk, 'filler'))
  const again = await openTestDesk({ dataFolder, at: '2026-11-24T09:00:00+08:00' })
  expect((await again.client.staff.list()).map(({ name }) => name)).toContain('李理财')
  expect(again.desk.verdict.value.verdict).toBe('intact')
  await again.lock()
})

test('a full disk buys no free tries: they are counted in the book’s own place, and written down later', async (context) => {
  const place = await fullDisk(context)
  const { dataFolder, filler } = place
  for (const [n, at] of ['2026-11-24T08:00:00+08:00', '2026-11-24T08:00:05+08:00'].entries()) {
    const desk = await openTestDesk({ dataFolder, closed: true, at })
    const slotId = (await desk.client.session.state()).doors[0]?.slotId ?? ''
    const unlock = (typed: string) => desk.client.session.unlock({ slotId, passphrase: typed, book: 'main' })
    expect(await failureFrom(unlock('不是它'))).toEqual({ code: 'wrong-passphrase', waitSeconds: 2 ** n })
    expect(await failureFrom(unlock(passphrase))).toMatchObject({ code: 'wrong-passphrase' })
    await desk.lock()
  }
  rmSync(filler)
  const again = await openTestDesk({ dataFolder, at: '2026-11-24T09:00:00+08:00' })
  const lines = await again.client.audit.list({ before: null, limit: 20 })
  expect(lines.find(({ action }) => action === 'session.refused')?.object).toContain('staff:1 times:2 ')
  await again.lock()
})

test('whoever is not let into a dossier while nothing can be written is counted, and written down later', async (context) => {
  const place = await fullDisk(context, (made, clientId) => {
    insertDossier(dbOf(made), { clientId, state: 'in-use', year: null, sequence: null, at: 1 })
    moveDossier(dbOf(made), {
      clientId,
      state: 'in-cabinet',
      holderId: null,
      place: 'A-1',
      dueAt: null,
      at: made.clock.now(),
    })
  })
  const { dataFolder, filler, clientId } = place
  const desk = await openTestDesk({ dataFolder, at: '2026-11-24T08:00:00+08:00' })
  expect(await desk.client.session.me()).toMatchObject({ readOnly: 'disk-full' })
  for (let n = 0; n < 2; n += 1) {
    const asked = desk.client.household.get({ clientId })
    expect(await failureFrom(asked)).toMatchObject({ rule: 'dossier.refusal.in-cabinet' })
    desk.clock.advance(60_000)
  }
  await desk.lock()
  // The book is not encrypted: whose door and how often stand in it, and no dossier.
  expect(readFileSync(join(dataFolder, 'attempts.json'), 'utf8')).not.toMatch(/client|郝欣/)
  rmSync(filler)
  const again = await openTestDesk({ dataFolder, at: '2026-11-24T09:00:00+08:00' })
  const lines = await again.client.audit.list({ before: null, limit: 20 })
  expect(lines.find(({ action }) => action === 'dossier.refused')?.object).toBe(
    'staff:1 times:2 first:2026-11-24T00:00:00.000Z last:2026-11-24T00:01:00.000Z',
  )
  await again.lock()
})

test('on the command line, where every call leaves a line, nothing is answered', async (context) => {
  const place = await fullDisk(context)
  const ran = await runDesk(['client.page', '--data', place.dataFolder], {
    passphrase,
    input: { id: place.clientId },
  })
  expect(ran, ran.said).toMatchObject({ code: 1, lines: [{ ok: false, failure: refused }] })
})

test('a disk that fills up while somebody works keeps nobody from locking, and what was acknowledged is there after', async (context) => {
  const disk = smallDisk(context)
  const dataFolder = join(disk, 'data')
  const second = join(disk, 'second')
  mkdirSync(second)
  // As the product runs: a backup is due at this lock, here and on a second disk, and neither finds room.
  const desk = await openTestDesk({ dataFolder, unattended: true })
  await desk.client.backup.setSecond({ folder: second })
  const clientId = addClient(desk, '郝欣')
  await desk.client.staff.add({ name: '李理财', post: '' })
  rmSync(join(dataFolder, 'vault', 'reserve.bin'), { force: true })
  const filler = join(disk, 'somebody-elses-file')
  fillToTheEnd(filler)
  const keys = desk.desk.open()?.keys
  await desk.lock()
  expect(desk.exits).toEqual([0])
  expect(keys?.vmk.every((byte) => byte === 0)).toBe(true)
  rmSync(filler)
  const again = await openTestDesk({ dataFolder })
  expect(await again.client.client.page({ id: clientId })).toMatchObject({ name: '郝欣' })
})
