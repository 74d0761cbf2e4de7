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
  SELECT format('%w %w %w', c."table", l."from", c.parent) AS link, c.rowid AS id, count(*) AS times
  FROM pragma_foreign_key_check AS c
  LEFT JOIN pragma_foreign_key_list(c."table") AS l ON l.id = c.fkid AND l.seq = 0
  GROUP BY link, c.rowid`

// A table that is built anew has another root, and its rows may have other ids.
const links = `
  SELECT format('%w %w %w', m.name, l."from", l."table") AS link, m.rootpage AS root
  FROM sqlite_master AS m JOIN pragma_foreign_key_list(m.name) AS l ON l.seq = 0 WHERE m.type = 'table'`

/** Rows without the row they refer to: of a table without ids only how many. */
type Loose = { readonly link: string; readonly id: number | null; readonly times: number }

type Standing = { readonly rows: readonly Loose[]; readonly roots: ReadonlyMap<string, number> }

const standingOf = ({ handle }: OpenDatabase): Standing => ({
  rows: handle.all<Loose>(loose),
  roots: new Map(handle.all<{ link: string; root: number }>(links).map(({ link, root }) => [link, root])),
})

/** What the one has and the other hasn't. */
const more = ({ rows }: Standing, other: Standing): readonly Loose[] => {
  const known = new Map(other.rows.map(({ link, id, times }) => [`${link} ${id}`, times]))
  return rows
    .map((row) => ({ ...row, times: row.times - (known.get(`${row.link} ${row.id}`) ?? 0) }))
    .filter(({ times }) => times > 0)
}

const sum = (rows: readonly Loose[]): number => rows.reduce((all, { times }) => all + times, 0)

/** Row by row where the table is the same as before; where it was renamed or built anew, only how many can be compared. */
const hasMoreLoose = (before: Standing, after: Standing): boolean => {
  const isSame = ({ link }: Loose): boolean =>
    before.roots.has(link) && before.roots.get(link) === after.roots.get(link)
  const fresh = more(after, before)
  const gone = more(before, after).filter((row) => !isSame(row))
  return fresh.some(isSame) || sum(fresh) > sum(gone)
}

const advanceAll = (database: OpenDatabase, pending: readonly Migration[], from: number): void => {
  try {
    database.handle.transact(() => {
      // A salvage may have left some, whose other half could not be read: that must not bar the upgrade for ever.
      const before = standingOf(database)
      for (const { sql, version } of pending) database.advance(sql, version)
      if (hasMoreLoose(before, standingOf(database)))
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
