import { dirname, join } from 'node:path'
import type { Result } from '../../shared/result.ts'
import { migrate, newestVersion } from '../database/migrate.ts'
import type { Migration } from '../database/migration.ts'
import { migrations as product } from '../database/migrations/index.ts'
import { openDatabase, type OpenDatabase } from '../database/open.ts'
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
