import { ok, refuse, type Result } from '../../shared/result.ts'
import { migrations } from '../database/migrations/index.ts'
import { newestVersion } from '../database/migrate.ts'
import type { TakenTable } from '../database/sealed/rows.ts'
import type { Contents } from './contents.ts'

/** Brings the tables of a file from one schema to the next one that changed a column of theirs. */
type Upgrade = {
  readonly version: number
  readonly change: (tables: readonly TakenTable[]) => readonly TakenTable[]
}

/**
 * A migration that changes a column of a table that goes into sealed files adds its line here, in the same commit: a
 * test compares the columns with those it knows and asks for it.
 */
const upgrades: readonly Upgrade[] = []

export const upgradeContents = (contents: Contents): Result<Contents> => {
  if (contents.schema > newestVersion(migrations)) return refuse('seal.refusal.newer')
  const due = upgrades.filter(({ version }) => version > contents.schema)
  return ok({ ...contents, tables: due.reduce((tables, { change }) => change(tables), contents.tables) })
}
