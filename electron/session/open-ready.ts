import { dirname, join } from 'node:path'
import { fail, type Result } from '../../shared/result.ts'
import { migrate, newestVersion } from '../database/migrate.ts'
import type { Migration } from '../database/migration.ts'
import { migrations as product } from '../database/migrations/index.ts'
import { openDatabase, openWithoutRoom, type OpenDatabase } from '../database/open.ts'
import type { VaultKeys } from '../vault/vault-keys.ts'

/** The database with the newest schema. Whatever stops that, the file is closed again and can be opened anew. */
export const openReady = (
  path: string,
  keys: Pick<VaultKeys, 'dbk' | 'suite'>,
  migrations: readonly Migration[] = product,
): Result<OpenDatabase> => {
  const newest = newestVersion(migrations)
  const opened = openDatabase({ path, key: keys.dbk, suite: keys.suite, newest })
  if (!opened.ok) return opened
  let isReady = false
  try {
    const copyTo = (from: number): string => join(dirname(path), `before-${from}.db`)
    const migrated = migrate({ database: opened.value, migrations, copyTo })
    isReady = migrated.ok
    return migrated.ok ? opened : migrated
  } finally {
    if (!isReady) opened.value.close()
  }
}

/**
 * For reading only, on a disk that takes nothing any more. A schema from before this program stays shut: its rows would
 * be asked for in words it doesn't know, and bringing it up to date takes room.
 */
export const openToRead = (
  path: string,
  keys: Pick<VaultKeys, 'dbk' | 'suite'>,
  migrations: readonly Migration[] = product,
): Result<OpenDatabase> => {
  const newest = newestVersion(migrations)
  const opened = openWithoutRoom({ path, key: keys.dbk, suite: keys.suite, newest })
  if (!opened.ok || opened.value.version() === newest) return opened
  opened.value.close()
  return fail({ code: 'disk-full' })
}
