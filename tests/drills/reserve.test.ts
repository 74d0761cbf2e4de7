import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { closeSync, cpSync, mkdirSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { failureOfSqlite } from '../../electron/database/sqlite-failure.ts'
import type { OpenDatabase } from '../../electron/database/open.ts'
import { freeReserve, hasReserve, keepReserve } from '../../electron/vault/reserve.ts'
import { enter, failureFrom, openTestDesk, person } from '../support/desk.ts'
import { makeTemplate, openMigrated, tempFolder } from '../electron/vault/vault-template.ts'
import type { Template } from '../electron/vault/vault-template.ts'

let vault: Template
beforeAll(async () => {
  vault = await makeTemplate()
})
afterAll(() => vault.remove())

const mebi = 1024 * 1024

/** A disk of 16 MiB that can really be filled; null where this account may not mount one. */
const smallDisk = (): string | null => {
  const folder = tempFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return null
  }
  onTestFinished(() => void execFileSync('umount', ['-l', folder], { stdio: 'ignore' }))
  return folder
}

const fill = (path: string): void => {
  const descriptor = openSync(path, 'w')
  try {
    for (const size of [mebi, 4096, 1]) for (;;) if (!takes(descriptor, size)) break
  } finally {
    closeSync(descriptor)
  }
}

const takes = (descriptor: number, size: number): boolean => {
  try {
    return writeSync(descriptor, Buffer.alloc(size, 1)) === size
  } catch {
    return false
  }
}

const addRow = ({ handle }: OpenDatabase, value: string): void =>
  void handle.transact(() =>
    handle.run("INSERT INTO setting (key, value, valid_from, staff_id) VALUES ('k', ?, 1, 1)", [value]),
  )

const count = ({ handle }: OpenDatabase): number =>
  handle.one<{ n: number }>("SELECT count(*) AS n FROM setting WHERE key = 'k'")?.n ?? 0

const untilFull = (database: OpenDatabase): unknown => {
  for (;;)
    try {
      addRow(database, JSON.stringify('满'.repeat(4000)))
    } catch (error) {
      return failureOfSqlite(error)
    }
}

test('on a full disk giving up the reserve lets the very next save through (checks R07, R08)', () => {
  const disk = smallDisk()
  if (disk === null) {
    process.stdout.write(
      'no disk could be mounted here: the full disk was not tried, see full-disk.test.ts\n',
    )
    return
  }
  const folder = join(disk, 'vault')
  mkdirSync(folder)
  cpSync(vault.folder, folder, { recursive: true })
  expect(keepReserve(folder, randomBytes, mebi)).toBe(true)
  const database = openMigrated(folder, vault.keys)
  addRow(database, '"kept"')
  fill(join(disk, 'somebody-elses-file'))
  expect(untilFull(database)).toEqual({ code: 'disk-full' })
  const acknowledged = count(database)
  expect(acknowledged).toBeGreaterThan(0)
  expect(freeReserve(folder)).toBe(true)
  addRow(database, '"saved again"')
  expect(count(database)).toBe(acknowledged + 1)
  expect(database.quickCheck()).toEqual([])
  // No room for it yet; once there is, it is laid down again.
  expect(keepReserve(folder, randomBytes, mebi)).toBe(false)
  expect(readdirSync(folder)).not.toContain('reserve.bin.new')
  rmSync(join(disk, 'somebody-elses-file'))
  expect(keepReserve(folder, randomBytes, mebi)).toBe(true)
  expect(hasReserve(folder)).toBe(true)
  database.close()
})

test('a start with no byte left gives the reserve up and opens; without one it is told, and nothing is lost (check R09)', async () => {
  const disk = smallDisk()
  if (disk === null) {
    process.stdout.write('no disk could be mounted here: the start on a full disk was not tried\n')
    return
  }
  const dataFolder = join(disk, 'data')
  const folder = join(dataFolder, 'vault')
  const first = await openTestDesk({ dataFolder })
  await first.client.staff.add({ name: '李理财', post: '' })
  await first.lock()
  expect(keepReserve(folder, randomBytes, 2 * mebi)).toBe(true)
  fill(join(disk, 'somebody-elses-file'))
  const second = await openTestDesk({ dataFolder, at: '2026-11-23T09:00:00+08:00' })
  expect(hasReserve(folder)).toBe(false)
  await second.client.staff.add({ name: '王理财', post: '' })
  await second.lock()
  fill(join(disk, 'another-file'))
  const third = await openTestDesk({ dataFolder, closed: true, at: '2026-11-23T10:00:00+08:00' })
  const { state, trouble, mayRestore } = await third.client.session.state()
  if (state === 'locked') expect(await failureFrom(enter(third.client))).toEqual({ code: 'disk-full' })
  else expect({ trouble, mayRestore }).toEqual({ trouble: 'disk-full', mayRestore: false })
  await third.lock()
  rmSync(join(disk, 'another-file'))
  const fourth = await openTestDesk({ dataFolder, at: '2026-11-23T11:00:00+08:00' })
  expect((await fourth.client.staff.list()).map(({ name }) => name)).toEqual([person, '李理财', '王理财'])
  await fourth.lock()
})
