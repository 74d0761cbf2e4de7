import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Read } from '../../electron/database/handle.ts'

/** The pages rows of a table stand on, in their order; one that only leads to others costs all of those when it is lost. */
export const leavesOf = (db: Read, table: string): readonly number[] =>
  db
    .all<{ page: number }>(
      "SELECT pageno AS page FROM dbstat WHERE name = :table AND pagetype = 'leaf' ORDER BY path",
      { table },
    )
    .map(({ page }) => page)

/** One bit of a page of a vault's database, as a tired disk turns it. */
export const spoilPage = (vault: string, page: number): void => {
  const descriptor = openSync(join(vault, 'vault.db'), 'r+')
  const byte = Buffer.alloc(1)
  const at = (page - 1) * 4096 + 100
  readSync(descriptor, byte, 0, 1, at)
  byte[0] = (byte[0] ?? 0) ^ 1
  writeSync(descriptor, byte, 0, 1, at)
  closeSync(descriptor)
}
