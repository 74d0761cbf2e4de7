import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeEach, expect, test } from 'vitest'
import {
  createDatabase,
  openDatabase,
  openReadOnly,
  openSecondConnection,
} from '../../../electron/database/open.ts'
import type { OpenDatabase } from '../../../electron/database/open.ts'
import { settings } from '../../../electron/database/pragmas.ts'
import { got, tempFolder } from '../vault/vault-template.ts'

const key = Buffer.alloc(32, 9)
const marker = 'plain-text-marker-刘思远'

let folder: string
let path: string
const request = () => ({ path, key, suite: 'aegis-256' as const, newest: 10 })
const code = (result: unknown) => result as { failure?: { code: string; part?: string } }

const openWithRows = (): OpenDatabase => {
  const database = got(openDatabase(request()))
  const sql = 'CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT'
  database.handle.transact(() => database.advance(sql, 10))
  for (let at = 0; at < 300; at++)
    database.handle.run('INSERT INTO note (text) VALUES (?)', [`${marker} ${at}`])
  return database
}

beforeEach(() => {
  folder = tempFolder()
  path = join(folder, 'vault.db')
  createDatabase(path, key, 'aegis-256')
})

test.each(settings.map((setting) => [setting.name, setting.reads] as const))(
  'an open database answers %s with %s',
  (name, reads) => {
    const database = got(openDatabase(request()))
    const row = database.handle.one<Record<string, unknown>>(`PRAGMA ${name}`) ?? {}
    expect(Object.values(row)).toEqual([reads])
    database.close()
  },
)

test('no file of the folder shows a word of the rows, not even the open WAL', () => {
  const database = openWithRows()
  const files = readdirSync(folder)
  expect(files).toContain('vault.db-wal')
  for (const file of files) {
    const bytes = readFileSync(join(folder, file))
    expect(bytes.includes(marker), file).toBe(false)
    expect(bytes.includes('note'), file).toBe(false)
    expect(bytes.includes(key), file).toBe(false)
  }
  database.close()
})

test('without the key the file is no database', () => {
  openWithRows().close()
  const bare = new Database(path, { fileMustExist: true })
  expect(() => bare.prepare('SELECT count(*) FROM sqlite_master').get()).toThrow('not a database')
  bare.close()
  const wrong = openDatabase({ ...request(), key: Buffer.alloc(32, 8) })
  expect(code(wrong).failure).toEqual({ code: 'damaged', part: 'database' })
  expect(openReadOnly({ ...request(), key: Buffer.alloc(32, 8) }).ok).toBe(false)
})

test('a missing database is never made anew', () => {
  rmSync(path)
  expect(code(openDatabase(request())).failure).toEqual({ code: 'damaged', part: 'database-missing' })
  expect(readdirSync(folder)).toEqual([])
})

test('an emptied database is refused', () => {
  truncateSync(path, 0)
  expect(code(openDatabase(request())).failure).toEqual({ code: 'damaged', part: 'database-empty' })
})

test('a database that is not encrypted is refused', () => {
  rmSync(path)
  const plain = new Database(path)
  plain.exec('CREATE TABLE note (text TEXT)')
  plain.close()
  expect(code(openDatabase(request())).failure).toEqual({ code: 'damaged', part: 'database-not-encrypted' })
})

test('a database of a newer program is refused and left as it is', () => {
  const database = openWithRows()
  database.handle.transact(() => database.advance('CREATE TABLE later (id INTEGER) STRICT', 20))
  database.checkpoint()
  database.close()
  const before = readFileSync(path)
  expect(code(openDatabase(request())).failure).toEqual({ code: 'newer-version' })
  expect(readFileSync(path).equals(before)).toBe(true)
})

test('one flipped bit in any page is noticed', () => {
  const database = openWithRows()
  database.checkpoint()
  database.close()
  const bytes = readFileSync(path)
  for (let page = 0; page < bytes.length / 4096; page++) {
    const harmed = Buffer.from(bytes)
    harmed.writeUInt8(harmed.readUInt8(page * 4096 + 1000) ^ 1, page * 4096 + 1000)
    writeFileSync(path, harmed)
    const opened = openDatabase(request())
    const isNoticed = (): boolean => {
      if (!opened.ok) return opened.failure.code === 'damaged'
      try {
        return opened.value.quickCheck().length > 0
      } catch {
        return true
      } finally {
        opened.value.close()
      }
    }
    expect(isNoticed(), `page ${page}`).toBe(true)
  }
})

test('a thrown error undoes the transaction, an inner one only its own part', () => {
  const { handle, close } = openWithRows()
  const count = () => handle.one<{ n: number }>('SELECT count(*) n FROM note')?.n
  const add = () => handle.run('INSERT INTO note (text) VALUES (:text)', { text: 'x' })
  const failing = () =>
    handle.transact(() => {
      add()
      throw new Error('refused')
    })
  expect(failing).toThrow('refused')
  expect(count()).toBe(300)
  handle.transact(() => {
    add()
    expect(failing).toThrow('refused')
  })
  expect(count()).toBe(301)
  close()
})

test('a transaction can not stay open across a pause', () => {
  const { handle, close } = openWithRows()
  expect(() => handle.transact(async () => handle.run("INSERT INTO note (text) VALUES ('x')"))).toThrow(
    'promise',
  )
  expect(handle.one<{ n: number }>('SELECT count(*) n FROM note')?.n).toBe(300)
  close()
})

test('a second connection sees what the first one wrote and refuses to wait for its lock', () => {
  const first = openWithRows()
  const second = openSecondConnection(request())
  expect(second.handle.one<{ n: number }>('SELECT count(*) n FROM note')?.n).toBe(300)
  first.handle.transact(() => {
    expect(() => second.handle.run("INSERT INTO note (text) VALUES ('x')")).toThrow('locked')
  })
  second.close()
  first.close()
})

test('a copy is read without leaving anything beside it', () => {
  const database = openWithRows()
  const copy = join(folder, 'copy.db')
  database.copyInto(copy)
  database.close()
  const opened = got(openReadOnly({ ...request(), path: copy }))
  expect(opened.version).toBe(10)
  expect(opened.quickCheck()).toEqual([])
  opened.close()
  expect(readdirSync(folder).filter((name) => name.startsWith('copy'))).toEqual(['copy.db'])
})

test('closing gives back every descriptor', () => {
  const next = () => {
    const descriptor = openSync(path, 'r')
    closeSync(descriptor)
    return descriptor
  }
  const before = next()
  for (let round = 0; round < 5; round++) got(openDatabase(request())).close()
  expect(next()).toBe(before)
})

test('what can’t even be looked at leaves nothing open behind', () => {
  const next = (): number => {
    const descriptor = openSync(folder, 'r')
    closeSync(descriptor)
    return descriptor
  }
  rmSync(path)
  mkdirSync(path)
  const before = next()
  expect(() => openDatabase(request())).toThrow('EISDIR')
  expect(next()).toBe(before)
})
