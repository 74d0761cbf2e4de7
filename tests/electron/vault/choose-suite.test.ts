import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createDatabase, openDatabase } from '../../../electron/database/open.ts'
import { chooseSuite, timeSuite } from '../../../electron/vault/choose-suite.ts'
import { got, ports, tempFolder } from './vault-template.ts'

test.each([
  [10, 36, 'aegis-256'],
  [20, 15, 'aegis-256'],
  [1010, 69, 'chacha20'],
])('AEGIS at %s ms against ChaCha20 at %s ms: the vault uses %s', (aegis, chacha, suite) => {
  expect(chooseSuite((asked) => (asked === 'aegis-256' ? aegis : chacha))).toBe(suite)
})

test.each(['aegis-256', 'chacha20'] as const)('measuring %s leaves nothing behind', (suite) => {
  const folder = tempFolder()
  const monotonic = () => performance.now()
  expect(timeSuite({ folder, suite, ...ports, monotonic })).toBeGreaterThan(0)
  expect(readdirSync(folder)).toEqual([])
})

test('a database of the other suite opens with its own name only', () => {
  const path = join(tempFolder(), 'vault.db')
  const key = Buffer.alloc(32, 4)
  createDatabase(path, key, 'chacha20')
  got(openDatabase({ path, key, suite: 'chacha20', newest: 0 })).close()
  expect(openDatabase({ path, key, suite: 'aegis-256', newest: 0 })).toMatchObject({
    failure: { code: 'damaged' },
  })
})
