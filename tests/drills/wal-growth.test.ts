import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { openDatabase, openSecondConnection } from '../../electron/database/open.ts'
import { got } from '../electron/vault/vault-template.ts'
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
