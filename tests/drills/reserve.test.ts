import { randomBytes } from 'node:crypto'
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { failureOfSqlite } from '../../electron/database/sqlite-failure.ts'
import type { OpenDatabase } from '../../electron/database/open.ts'
import { freeReserve, hasReserve, keepReserve } from '../../electron/vault/reserve.ts'
import { openTestDesk, person } from '../support/desk.ts'
import { fillToTheEnd } from '../support/fill-disk.ts'
import { smallDisk } from '../support/small-disk.ts'
import { makeTemplate, openMigrated } from '../electron/vault/vault-template.ts'
import type { Template } from '../electron/vault/vault-template.ts'

let vault: Template
beforeAll(async () => {
  vault = await makeTemplate()
})
afterAll(() => vault.remove())

const mebi = 1024 * 1024

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

test('on a full disk giving up the reserve lets the very next save through (checks R07, R08)', (context) => {
  const disk = smallDisk(context)
  const folder = join(disk, 'vault')
  mkdirSync(folder)
  cpSync(vault.folder, folder, { recursive: true })
  expect(keepReserve(folder, randomBytes, mebi)).toBe(true)
  const database = openMigrated(folder, vault.keys)
  addRow(database, '"kept"')
  fillToTheEnd(join(disk, 'somebody-elses-file'))
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

test('a start with no byte left gives the reserve up and opens; without one it opens to be read, and nothing is lost (check R09)', async (context) => {
  const disk = smallDisk(context)
  const dataFolder = join(disk, 'data')
  const folder = join(dataFolder, 'vault')
  const first = await openTestDesk({ dataFolder })
  await first.client.staff.add({ name: '李理财', post: '' })
  await first.lock()
  expect(keepReserve(folder, randomBytes, 2 * mebi)).toBe(true)
  fillToTheEnd(join(disk, 'somebody-elses-file'))
  const second = await openTestDesk({ dataFolder, at: '2026-11-23T09:00:00+08:00' })
  expect(hasReserve(folder)).toBe(false)
  await second.client.staff.add({ name: '王理财', post: '' })
  await second.lock()
  fillToTheEnd(join(disk, 'another-file'))
  const third = await openTestDesk({ dataFolder, at: '2026-11-23T10:00:00+08:00' })
  expect(await third.client.session.me()).toMatchObject({ readOnly: 'disk-full' })
  expect(await third.client.staff.list()).toHaveLength(3)
  await third.lock()
  rmSync(join(disk, 'another-file'))
  const fourth = await openTestDesk({ dataFolder, at: '2026-11-23T11:00:00+08:00' })
  expect((await fourth.client.staff.list()).map(({ name }) => name)).toEqual([person, '李理财', '王理财'])
  await fourth.lock()
})
