import { fail, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import type { Migration } from './migration.ts'
import type { OpenDatabase } from './open.ts'
import { failureOfSqlite } from './sqlite-failure.ts'

export const newestVersion = (migrations: readonly Migration[]): number => migrations.at(-1)?.version ?? 0

const checkOrder = (migrations: readonly Migration[]): void => {
  for (const [at, { version }] of migrations.entries())
    if (version % 10 !== 0 || version <= (migrations[at - 1]?.version ?? 0))
      throw new Error(`migration ${version} is out of order`)
}

export type MigrationRequest = {
  readonly database: OpenDatabase
  readonly migrations: readonly Migration[]
  /** Where the copy from before goes; only needed when there is something to copy. */
  readonly copyTo: (from: number) => string
}

export type Migrated = { readonly from: number; readonly to: number; readonly copy: string | null }

/** Nothing of the upgrade is left: the vault has the version it had. */
export class UpgradeFailed extends Error {
  readonly from: number
  constructor(from: number, cause: unknown) {
    super(cause instanceof Error ? cause.message : 'the upgrade failed', { cause })
    this.from = from
  }
}

// By the column and not by the number of the link, which another link in the same table would shift.
const loose = `
  SELECT format('%w %w %w %s', c."table", c.parent, l."from", c.rowid) AS name
  FROM pragma_foreign_key_check AS c
  LEFT JOIN pragma_foreign_key_list(c."table") AS l ON l.id = c.fkid AND l.seq = 0`

/**
 * Rows without the row they refer to, each by its table, link and id, with how often it was found: a table without ids
 * only tells how many they are.
 */
const looseRows = ({ handle }: OpenDatabase): ReadonlyMap<string, number> => {
  const found = new Map<string, number>()
  for (const { name } of handle.all<{ name: string }>(loose)) found.set(name, (found.get(name) ?? 0) + 1)
  return found
}

const advanceAll = (database: OpenDatabase, pending: readonly Migration[], from: number): void => {
  try {
    database.handle.transact(() => {
      // A salvage may have left some, whose other half could not be read: that must not bar the upgrade for ever.
      const before = looseRows(database)
      for (const { sql, version } of pending) database.advance(sql, version)
      const isNew = ([name, times]: [string, number]): boolean => times > (before.get(name) ?? 0)
      if ([...looseRows(database)].some(isNew))
        throw new Error('a migration left rows without the row they refer to')
    })
  } catch (error) {
    throw failureOfSqlite(error) ? error : new UpgradeFailed(from, error)
  }
}

/** Brings the schema to the newest version, all steps in one transaction, and refuses a file from the future. */
export const migrate = ({ database, migrations, copyTo }: MigrationRequest): Result<Migrated> => {
  checkOrder(migrations)
  const from = database.version()
  const to = newestVersion(migrations)
  if (from > to) return fail({ code: 'newer-version' })
  const pending = migrations.filter(({ version }) => version > from)
  if (pending.length === 0) return ok({ from, to, copy: null })
  const copy = from === 0 ? null : copyTo(from)
  if (copy !== null) database.copyInto(copy)
  advanceAll(database, pending, from)
  return ok({ from, to, copy })
}
