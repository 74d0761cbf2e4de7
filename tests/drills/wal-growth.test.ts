import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { openDatabase, openSecondConnection } from '../../electron/database/open.ts'
import { got } from '../electron/vault/vault-template.ts'
import { openTestDesk } from '../support/desk.ts'
import { check, drillFolder } from './check.ts'
import { makePairs, pairKey } from './pairs.ts'

const most = 64 * 1024 * 1024

check(
  'R10',
  'the log stays small over many commits, beside a reader that was left standing too, and is empty after the lock',
  { usual: 1_500, drill: 50_000 },
  ({ rounds }) => {
    const path = join(drillFolder(), 'vault.db')
    makePairs(path)
    const request = { path, key: pairKey, suite: 'aegis-256' as const }
    const database = got(openDatabase({ ...request, newest: 10 }))
    const { handle } = database
    const put = (n: number): void =>
      void handle.run('INSERT INTO pair (n, half, filling) VALUES (?, ?, ?)', [n, 'left', 'x'.repeat(500)])
    let largest = 0
    for (let n = 1; n <= rounds; n++) {
      put(n)
      if (n % 100 === 0) largest = Math.max(largest, statSync(`${path}-wal`).size)
    }
    expect(largest).toBeLessThan(most)
    // A reader somebody forgot keeps the log from being emptied, never the writer from writing.
    const forgotten = openSecondConnection(request)
    const walk = forgotten.handle.each('SELECT * FROM pair')
    walk.next()
    for (let n = rounds + 1; n <= rounds + rounds / 10; n++) put(n)
    expect(() => database.checkpoint()).toThrow(/reader/)
    walk.return?.()
    forgotten.close()
    database.checkpoint()
    expect(statSync(`${path}-wal`).size).toBe(0)
    database.close()
    expect(existsSync(`${path}-wal`)).toBe(false)
    return { rounds, note: `largest log ${Math.ceil(largest / 1024)} KiB` }
  },
)

check(
  'R10',
  'a log that can’t be emptied is told at the desk and written to the program’s log, once, until it can be',
  { usual: 1, drill: 3, per: 10_000 },
  async ({ rounds }) => {
    for (let round = 0; round < rounds; round++) {
      const test = await openTestDesk()
      const open = test.desk.open()
      if (!open) throw new Error('the desk is locked')
      const { database, db, keys } = open
      const forgotten = openSecondConnection({ path: database.path, key: keys.dbk, suite: keys.suite })
      const walk = forgotten.handle.each('SELECT * FROM audit')
      walk.next()
      db.run('CREATE TABLE filling (bytes BLOB)')
      while (database.logBytes() <= most) db.run('INSERT INTO filling (bytes) VALUES (zeroblob(4194304))')
      const told = async () =>
        (await test.client.notice.next({ after: 0, waitMs: 0 })).notices.filter(
          ({ kind }) => kind === 'log-grown',
        )
      await test.client.staff.add({ name: '李理财', post: '' })
      await expect.poll(told).toMatchObject([{ mebibytes: 65 }])
      await test.client.staff.add({ name: '王理财', post: '' })
      walk.return?.()
      forgotten.close()
      await test.client.staff.add({ name: '赵理财', post: '' })
      await expect.poll(() => database.logBytes()).toBe(0)
      expect(await told()).toHaveLength(1)
      expect(test.log.filter(({ code }) => code === 'log-grown')).toHaveLength(1)
      await test.lock()
    }
    return { rounds }
  },
)
