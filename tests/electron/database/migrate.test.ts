import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { migrate, newestVersion, UpgradeFailed } from '../../../electron/database/migrate.ts'
import { migrations } from '../../../electron/database/migrations/index.ts'
import type { Migration } from '../../../electron/database/migration.ts'
import { createDatabase, openDatabase, openReadOnly } from '../../../electron/database/open.ts'
import type { OpenDatabase } from '../../../electron/database/open.ts'
import { got, tempFolder } from '../vault/vault-template.ts'

const key = Buffer.alloc(32, 5)
let folder: string
let database: OpenDatabase

const request = (name: string) => ({ path: join(folder, name), key, suite: 'aegis-256' as const })
const copyTo = (from: number): string => join(folder, `before-${from}.db`)
const run = (steps: readonly Migration[]) => migrate({ database, migrations: steps, copyTo })
const schema = (): unknown[] =>
  database.handle.all('SELECT type, name, sql FROM sqlite_master ORDER BY type, name')

beforeEach(() => {
  folder = tempFolder()
  createDatabase(join(folder, 'vault.db'), key, 'aegis-256')
  database = got(openDatabase({ ...request('vault.db'), newest: newestVersion(migrations) }))
})

const steps: readonly Migration[] = [
  { version: 10, name: 'first', sql: 'CREATE TABLE a (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;' },
  { version: 20, name: 'second', sql: "ALTER TABLE a ADD COLUMN note TEXT NOT NULL DEFAULT '';" },
  { version: 30, name: 'third', sql: 'CREATE TABLE b (a INTEGER NOT NULL REFERENCES a (id)) STRICT;' },
]

test('rows written under an older schema are all there under the newest one', () => {
  for (let upTo = 1; upTo <= steps.length; upTo++) {
    got(run(steps.slice(0, upTo)))
    expect(database.version()).toBe(upTo * 10)
    database.handle.run('INSERT INTO a (name) VALUES (?)', [`row ${upTo}`])
  }
  const names = database.handle.all<{ name: string }>('SELECT name FROM a ORDER BY id')
  expect(names.map((row) => row.name)).toEqual(['row 1', 'row 2', 'row 3'])
  database.close()
})

test('every step of the product applies alone, in order, and the whole twice changes nothing', () => {
  for (let upTo = 1; upTo <= migrations.length; upTo++) {
    got(run(migrations.slice(0, upTo)))
    expect(database.version()).toBe(migrations[upTo - 1]?.version)
  }
  const walked = schema()
  expect(got(run(migrations))).toMatchObject({ copy: null })
  expect(schema()).toEqual(walked)
  database.close()
  const fresh = join(folder, 'fresh.db')
  createDatabase(fresh, key, 'aegis-256')
  database = got(openDatabase({ ...request('fresh.db'), newest: newestVersion(migrations) }))
  got(run(migrations))
  expect(schema()).toEqual(walked)
  database.close()
})

test('a copy of what was there is made before a schema with rows changes', () => {
  got(run(steps.slice(0, 1)))
  expect(existsSync(copyTo(0))).toBe(false)
  database.handle.run("INSERT INTO a (name) VALUES ('kept')")
  expect(got(run(steps))).toEqual({ from: 10, to: 30, copy: copyTo(10) })
  const copy = got(openReadOnly(request('before-10.db')))
  expect(copy.version).toBe(10)
  expect(copy.handle.one('SELECT name FROM a')).toEqual({ name: 'kept' })
  copy.close()
  database.close()
})

test('a copy that a power cut left half done is replaced, and the schema still changes', () => {
  got(run(steps.slice(0, 1)))
  database.handle.run("INSERT INTO a (name) VALUES ('kept')")
  for (const left of [copyTo(10), `${copyTo(10)}.half`]) writeFileSync(left, 'half of a copy')
  expect(got(run(steps))).toEqual({ from: 10, to: 30, copy: copyTo(10) })
  const copy = got(openReadOnly(request('before-10.db')))
  expect(copy.handle.one('SELECT name FROM a')).toEqual({ name: 'kept' })
  copy.close()
  database.close()
  expect(readdirSync(folder).toSorted()).toEqual(['before-10.db', 'vault.db'])
})

test('a step that fails leaves the version and the rows of the step before', () => {
  got(run(steps.slice(0, 1)))
  const broken = {
    version: 20,
    name: 'broken',
    sql: 'CREATE TABLE c (id INTEGER) STRICT; CREATE TABLE a (id INTEGER);',
  }
  expect(() => run([...steps.slice(0, 1), broken])).toThrow('already exists')
  expect(database.version()).toBe(10)
  expect(database.handle.all("SELECT name FROM sqlite_master WHERE name = 'c'")).toEqual([])
  database.close()
})

test('an upgrade that fails at any of its steps leaves the version, the rows and a copy from before (check M02)', () => {
  got(run(steps.slice(0, 1)))
  database.handle.run("INSERT INTO a (name) VALUES ('kept')")
  const broken = { version: 40, name: 'broken', sql: 'CREATE TABLE a (id INTEGER);' }
  for (let at = 1; at <= steps.length; at += 1) {
    const failing = [...steps.slice(0, at), { ...broken, version: at * 10 + 10 }]
    expect(() => run(failing)).toThrow(UpgradeFailed)
    expect(database.version()).toBe(10)
    expect(database.handle.all('SELECT name FROM a')).toEqual([{ name: 'kept' }])
    expect(existsSync(copyTo(10))).toBe(true)
  }
  expect(got(run(steps))).toMatchObject({ from: 10, to: 30 })
  database.close()
})

test('rows a salvage left without the row they refer to do not bar an upgrade, and one more of them does', () => {
  got(run(steps))
  const leaveLoose = 'INSERT INTO b (a) VALUES (99);'
  database.handle.run('PRAGMA foreign_keys = OFF')
  database.handle.run(leaveLoose)
  database.handle.run('PRAGMA foreign_keys = ON')
  const fourth = { version: 40, name: 'fourth', sql: 'CREATE TABLE c (id INTEGER) STRICT;' }
  const loosening = {
    ...fourth,
    sql: "PRAGMA defer_foreign_keys = ON; DELETE FROM a; INSERT INTO a VALUES (1, '', '');",
  }
  database.handle.run('INSERT INTO a (id, name) VALUES (7, ?)', ['kept'])
  database.handle.run('INSERT INTO b (a) VALUES (7)')
  expect(() => run([...steps, loosening])).toThrow(UpgradeFailed)
  expect(got(run([...steps, fourth]))).toMatchObject({ from: 30, to: 40 })
  database.close()
})

test('an upgrade that makes one row loose and mends another is not taken for one that changes nothing', () => {
  got(run(steps))
  database.handle.run("INSERT INTO a (id, name) VALUES (7, 'kept')")
  database.handle.run('INSERT INTO b (a) VALUES (7)')
  database.handle.run('PRAGMA foreign_keys = OFF')
  database.handle.run('INSERT INTO b (a) VALUES (99)')
  database.handle.run('PRAGMA foreign_keys = ON')
  const swap = {
    version: 40,
    name: 'swap',
    sql: 'PRAGMA defer_foreign_keys = ON; UPDATE a SET id = 99 WHERE id = 7;',
  }
  expect(() => run([...steps, swap])).toThrow(UpgradeFailed)
  // A link that comes to a table shifts the numbers of the others there, and makes nothing loose.
  const another = {
    version: 40,
    name: 'another',
    sql: 'ALTER TABLE b ADD COLUMN next INTEGER REFERENCES a (id);',
  }
  expect(got(run([...steps, another]))).toMatchObject({ from: 30, to: 40 })
  database.close()
})

test.each([
  ['renamed', 'ALTER TABLE b RENAME TO moved;'],
  [
    'built anew with other ids',
    'CREATE TABLE b2 (a INTEGER NOT NULL REFERENCES a (id), n INTEGER) STRICT; INSERT INTO b2 SELECT a, 0 FROM b ORDER BY rowid DESC; DROP TABLE b; ALTER TABLE b2 RENAME TO b;',
  ],
  ['given another name for its link', 'ALTER TABLE b RENAME COLUMN a TO whose;'],
  ['linked to a table under another name', 'ALTER TABLE a RENAME TO parent;'],
])('loose rows of a table that is %s are the old ones, and one more is seen', (_what, sql) => {
  got(run(steps))
  const whole = ['INSERT INTO b (a) VALUES (7)', 'INSERT INTO b (a) VALUES (8)']
  database.handle.run("INSERT INTO a (id, name) VALUES (7, 'kept'), (8, 'kept too')")
  for (const row of whole) database.handle.run(row)
  database.handle.run('PRAGMA foreign_keys = OFF')
  for (const lost of ['98', '99']) database.handle.run(`INSERT INTO b (a) VALUES (${lost})`)
  const change = { version: 40, name: 'change', sql }
  const loosening = { ...change, sql: `DELETE FROM a WHERE id = 7; ${sql}` }
  expect(() => run([...steps, loosening])).toThrow(UpgradeFailed)
  expect(got(run([...steps, change]))).toMatchObject({ from: 30, to: 40 })
  database.close()
})

test('of a table without ids one more loose row bars an upgrade too', () => {
  const pairs = {
    version: 40,
    name: 'pairs',
    sql: 'CREATE TABLE d (a INTEGER REFERENCES a (id), n INTEGER, PRIMARY KEY (a, n)) STRICT, WITHOUT ROWID;',
  }
  got(run([...steps, pairs]))
  database.handle.run("INSERT INTO a (id, name) VALUES (7, 'kept')")
  database.handle.run('INSERT INTO d (a, n) VALUES (7, 1)')
  database.handle.run('PRAGMA foreign_keys = OFF')
  database.handle.run('INSERT INTO d (a, n) VALUES (99, 1)')
  database.handle.run('PRAGMA foreign_keys = ON')
  const fifth = { version: 50, name: 'fifth', sql: 'CREATE TABLE e (id INTEGER) STRICT;' }
  const loosening = { ...fifth, sql: 'PRAGMA defer_foreign_keys = ON; DELETE FROM a WHERE id = 7;' }
  expect(() => run([...steps, pairs, loosening])).toThrow(UpgradeFailed)
  expect(got(run([...steps, pairs, fifth]))).toMatchObject({ from: 40, to: 50 })
  database.close()
})

test('a database from the future and steps out of order are refused', () => {
  got(run(steps))
  expect(run(steps.slice(0, 2))).toEqual({ ok: false, failure: { code: 'newer-version' } })
  expect(() => run([...steps].toReversed())).toThrow('out of order')
  database.close()
})

test('the migrations of the product stand in the order of their numbers', () => {
  const numbers = migrations.map((step) => step.version)
  expect(numbers).toEqual(numbers.toSorted((left, right) => left - right))
  expect(new Set(numbers).size).toBe(numbers.length)
  database.close()
})
