import { closeSync, existsSync, openSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { fail, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { syncFile, syncFolder } from '../vault/durable-file.ts'
import { removePatiently, renamePatiently } from '../vault/patience.ts'
import { readEveryRow, rowWriter, type TableRead, type Take } from './every-row.ts'
import { frontDamage } from './front-damage.ts'
import type { Read, Write } from './handle.ts'
import { cipherSettings, roomlessLock, roomlessSettings, settings } from './pragmas.ts'
import type { Cipher, Setting } from './pragmas.ts'
import { pageDamage, quickCheck, type PageDamage } from './page-check.ts'
import { failureOfSqlite } from './sqlite-failure.ts'
import { makeHandle } from './statements.ts'

// The only file that opens SQLite.

type Connection = Database.Database

/** The desk's main connection, and the one read descriptor backups copy through. */
export type OpenDatabase = {
  readonly handle: Write
  readonly path: string
  /** Opened before the connection and closed after it: closing any other one would drop SQLite's POSIX locks. */
  readonly descriptor: number
  readonly version: () => number
  /** Runs one migration's SQL and names the version reached; call inside a transaction. */
  readonly advance: (sql: string, version: number) => void
  /** How large the write-ahead log is on the disk. */
  readonly logBytes: () => number
  /** Moves everything from the WAL into the database. */
  readonly checkpoint: () => void
  readonly quickCheck: () => readonly string[]
  /** A whole, checked copy under this name, in place of any older one; never half of one. */
  readonly copyInto: (path: string) => void
  readonly rowWriter: () => Take
  readonly close: () => void
}

export type OpenRequest = {
  readonly path: string
  /** The 32 raw bytes. */
  readonly key: Uint8Array
  readonly suite: Cipher
  /** The newest schema this program knows. */
  readonly newest: number
}

const damaged = (part: string): Result<never> => fail({ code: 'damaged', part })

const read = (connection: Connection, name: string): unknown => connection.pragma(name, { simple: true })

const apply = (connection: Connection, list: readonly Setting[]): void => {
  for (const { name, value } of list) connection.pragma(`${name}=${value}`)
  for (const { name, reads } of list)
    if (read(connection, name) !== reads) throw new Error(`the database setting ${name} could not be made`)
}

/** Cipher, algorithm, key, first read, then the rest. The first read is where a wrong key shows. */
const unlock = (connection: Connection, key: Uint8Array, suite: Cipher): void => {
  if (key.length !== 32) throw new Error('the database key has 32 bytes')
  apply(connection, cipherSettings[suite])
  const raw = Buffer.concat([Buffer.from('raw:'), key])
  connection.key(raw)
  raw.fill(0)
  connection.prepare('SELECT count(*) FROM sqlite_master').get()
}

const versionOf = (connection: Connection): number => Number(read(connection, 'user_version'))

const logBytes = (path: string): number => statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0

const describe = (connection: Connection, request: OpenRequest, descriptor: number): OpenDatabase => ({
  handle: makeHandle(connection),
  path: request.path,
  logBytes: () => logBytes(request.path),
  descriptor,
  version: () => versionOf(connection),
  advance: (sql, version) => {
    connection.exec(sql)
    connection.pragma(`user_version=${version}`)
  },
  checkpoint: () => {
    const [row] = connection.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
    if (row?.busy !== 0) throw new Error('a reader keeps the checkpoint from finishing')
  },
  quickCheck: () => quickCheck(makeHandle(connection)),
  copyInto: (target) => copyInto(connection, request, target),
  rowWriter: () => rowWriter(connection),
  close: () => {
    connection.close()
    closeSync(descriptor)
  },
})

const checkCopy = (request: Omit<OpenRequest, 'newest'>): void => {
  const copy = openReadOnly(request)
  const isWhole = copy.ok && copy.value.quickCheck().length === 0
  if (copy.ok) copy.value.close()
  if (!isWhole) throw new Error('the copy of the database is not whole')
}

// Under a name of its own first: a power cut leaves half a copy there, which the next one replaces.
const copyInto = (connection: Connection, { key, suite }: OpenRequest, target: string): void => {
  const half = `${target}.half`
  rmSync(half, { force: true })
  try {
    connection.prepare('VACUUM INTO ?').run(half)
    syncFile(half)
    checkCopy({ path: half, key, suite })
    renamePatiently(half, target)
    syncFolder(dirname(target))
  } finally {
    rmSync(half, { force: true })
  }
}

type Ways = { readonly before: readonly Setting[]; readonly after: readonly Setting[] }

const connect = (request: OpenRequest, { before, after }: Ways): Result<Connection> => {
  const connection = new Database(request.path, { fileMustExist: true, timeout: 0 })
  let isFit = false
  try {
    apply(connection, before)
    unlock(connection, request.key, request.suite)
    if (versionOf(connection) > request.newest) return fail({ code: 'newer-version' })
    apply(connection, after)
    isFit = true
    return ok(connection)
  } catch (error) {
    const failure = failureOfSqlite(error)
    if (!failure) throw error
    return fail(failure)
  } finally {
    if (!isFit) connection.close()
  }
}

const openBy = (request: OpenRequest, ways: Ways): Result<OpenDatabase> => {
  if (!existsSync(request.path)) return damaged('database-missing')
  const descriptor = openSync(request.path, 'r')
  let isOpen = false
  try {
    const unfit = frontDamage(descriptor)
    const connected = unfit === undefined ? connect(request, ways) : damaged(unfit)
    isOpen = connected.ok
    return connected.ok ? ok(describe(connected.value, request, descriptor)) : connected
  } finally {
    if (!isOpen) closeSync(descriptor)
  }
}

/** Opens the vault's database and refuses everything that is not it. Never creates one. */
export const openDatabase = (request: OpenRequest): Result<OpenDatabase> =>
  openBy(request, { before: [], after: settings })

/** The same where not one byte can be written: it can be read, by this connection alone, and nothing else. */
export const openWithoutRoom = (request: OpenRequest): Result<OpenDatabase> =>
  openBy(request, { before: roomlessLock, after: roomlessSettings })

/** An empty encrypted database; for the vault's creation only. */
export const createDatabase = (path: string, key: Uint8Array, suite: Cipher): void => {
  if (existsSync(path)) throw new Error('a database is already there')
  const connection = new Database(path, { timeout: 0 })
  try {
    unlock(connection, key, suite)
    apply(connection, settings)
    // A first write, so that page one exists, encrypted.
    connection.pragma('user_version=1')
    connection.pragma('user_version=0')
    connection.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    connection.close()
  }
  const descriptor = openSync(path, 'r')
  const unfit = frontDamage(descriptor)
  closeSync(descriptor)
  if (unfit !== undefined) throw new Error('the database was not encrypted')
}

/** The job thread's own connection to a database that is already open in this process; touches no file itself. */
export const openSecondConnection = (
  request: Omit<OpenRequest, 'newest'>,
): { readonly handle: Write; readonly close: () => void } => {
  const connection = new Database(request.path, { fileMustExist: true, timeout: 0 })
  unlock(connection, request.key, request.suite)
  apply(connection, settings)
  return { handle: makeHandle(connection), close: () => void connection.close() }
}

export type OpenCopy = {
  readonly handle: Read
  readonly version: number
  readonly quickCheck: () => readonly string[]
  readonly pageDamage: () => PageDamage
  /** Every row that can still be read, table by table. */
  readonly everyRow: (take: Take) => readonly TableRead[]
  readonly close: () => void
}

const readOnlySettings = settings.filter(({ name }) => name === 'temp_store' || name === 'trusted_schema')

/**
 * A database nobody else has open: read only, and nothing is left beside it. What was there before stays: after a power
 * cut the WAL holds what was acknowledged last.
 */
export const openReadOnly = (request: Omit<OpenRequest, 'newest'>): Result<OpenCopy> => {
  if (!existsSync(request.path)) return damaged('database-missing')
  const made = ['-wal', '-shm'].map((tail) => request.path + tail).filter((path) => !existsSync(path))
  const connection = new Database(request.path, { readonly: true, fileMustExist: true, timeout: 0 })
  const close = (): void => {
    connection.close()
    // A read-only connection makes these two and may not remove them.
    for (const path of made) removePatiently(path)
  }
  try {
    unlock(connection, request.key, request.suite)
    apply(connection, readOnlySettings)
  } catch (error) {
    close()
    return damaged(failureOfSqlite(error)?.code === 'damaged' ? 'database' : 'database-unreadable')
  }
  const version = versionOf(connection)
  const handle = makeHandle(connection)
  return ok({
    handle,
    version,
    quickCheck: () => quickCheck(handle),
    pageDamage: () => pageDamage(handle),
    everyRow: (take) => readEveryRow(connection, take),
    close,
  })
}

/** Holds an exclusive transaction on a small file of its own; the operating system ends it with the process. */
export const holdExclusive = (path: string): { readonly release: () => void } | 'busy' => {
  const connection = new Database(path, { timeout: 0 })
  try {
    // In an empty file the transaction prepares a first page: with the journal in memory no room is needed for that.
    connection.pragma('journal_mode=MEMORY')
    connection.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    connection.close()
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return 'busy'
    throw error
  }
  return { release: () => void connection.close() }
}
