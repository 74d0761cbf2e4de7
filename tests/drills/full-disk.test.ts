import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createDatabase, openDatabase } from '../../electron/database/open.ts'
import { got, tempFolder } from '../electron/vault/vault-template.ts'

const key = Buffer.alloc(32, 8)

test('when no byte more can be written, it is said so, what was saved is readable and stays', () => {
  const path = join(tempFolder(), 'vault.db')
  const request = { path, key, suite: 'aegis-256' as const, newest: 10 }
  createDatabase(path, key, 'aegis-256')
  const first = got(openDatabase(request))
  first.handle.transact(() =>
    first.advance('CREATE TABLE line (n INTEGER PRIMARY KEY, text TEXT) STRICT', 10),
  )
  first.close()
  // The system's limit on a file's size (in KiB) stands in for a full disk.
  const limited = 'ulimit -f 2000; exec "$0" "$@"'
  const args = [process.execPath, join(import.meta.dirname, 'filler.ts'), path, key.toString('hex')]
  const told = JSON.parse(execFileSync('bash', ['-c', limited, ...args]).toString())
  expect(told.failure).toEqual({ code: 'disk-full' })
  expect(told.acknowledged).toBeGreaterThan(50)
  expect(told.readable).toBe(told.acknowledged)
  const after = got(openDatabase(request))
  expect(after.quickCheck()).toEqual([])
  expect(after.handle.one('SELECT count(*) n FROM line')).toEqual({ n: told.acknowledged })
  after.handle.run("INSERT INTO line (n, text) VALUES (10001, 'there is room again')")
  after.close()
})
