import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Migration } from '../../../electron/database/migration.ts'
import { createDatabase } from '../../../electron/database/open.ts'
import { openReady } from '../../../electron/session/open-ready.ts'
import { got, tempFolder } from '../vault/vault-template.ts'

const keys = { dbk: Buffer.alloc(32, 5), suite: 'aegis-256' as const }
const first: Migration = { version: 10, name: 'first', sql: 'CREATE TABLE a (name TEXT NOT NULL) STRICT;' }
const second: Migration = { version: 20, name: 'second', sql: 'CREATE TABLE b (name TEXT NOT NULL) STRICT;' }
const broken: Migration = { ...second, sql: 'CREATE TABLE a (name TEXT);' }

const vault = (): string => {
  const path = join(tempFolder(), 'vault.db')
  createDatabase(path, keys.dbk, keys.suite)
  const opened = got(openReady(path, keys, [first]))
  opened.handle.run("INSERT INTO a (name) VALUES ('kept')")
  opened.close()
  return path
}

const nextDescriptor = (path: string): number => {
  const descriptor = openSync(path, 'r')
  closeSync(descriptor)
  return descriptor
}

test('a vault whose upgrade failed is closed again, and opens when the upgrade is repeated', () => {
  const path = vault()
  const before = nextDescriptor(path)
  expect(() => openReady(path, keys, [first, broken])).toThrow('already exists')
  expect(nextDescriptor(path)).toBe(before)
  const opened = got(openReady(path, keys, [first, second]))
  expect(opened.version()).toBe(20)
  expect(opened.handle.one('SELECT name FROM a')).toEqual({ name: 'kept' })
  opened.close()
})
