import Database from 'better-sqlite3'
import type { Failure } from '../../shared/failure.ts'

const damaged = ['SQLITE_CORRUPT', 'SQLITE_NOTADB']
const full = ['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'SQLITE_IOERR_FSYNC', 'SQLITE_IOERR_SHMSIZE']

/** What an error of the database means for a person; undefined for everything that is a bug of ours. */
export const failureOfSqlite = (error: unknown): Failure | undefined => {
  if (!(error instanceof Database.SqliteError)) return undefined
  if (damaged.some((code) => error.code.startsWith(code))) return { code: 'damaged', part: 'database' }
  return full.includes(error.code) ? { code: 'disk-full' } : undefined
}

const isNoSpace = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOSPC'

/** The same for whatever may throw while files are written beside the database. */
export const failureOfStorage = (error: unknown): Failure | undefined =>
  isNoSpace(error) ? { code: 'disk-full' } : failureOfSqlite(error)

/** The disk or the system said no to a file, whatever the reason: read only, failing, held by another program. */
export const isOfTheDisk = (error: unknown): boolean =>
  failureOfStorage(error) !== undefined || (error instanceof Error && 'syscall' in error)

/** A row refers to one that isn't there. */
export const isBrokenLink = (error: unknown): boolean =>
  error instanceof Database.SqliteError && error.code === 'SQLITE_CONSTRAINT_FOREIGNKEY'

/** What a damaged page keeps from being read is told as a value, and everything else as it is. */
export const orDamaged = <T>(work: () => T): T | 'damaged' => {
  try {
    return work()
  } catch (error) {
    if (failureOfSqlite(error)?.code === 'damaged') return 'damaged'
    throw error
  }
}
