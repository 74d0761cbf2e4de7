import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Read, Write } from '../database/handle.ts'
import { syncFolder } from '../vault/durable-file.ts'
import { sealedFile, sealedFolder } from './place.ts'
import { emptyLog } from './seal-dossier.ts'
import { allStubs } from './stub.ts'

/**
 * Before anything else is done: what a sealing or an opening left when it was cut off is put away. A file without a
 * stub was either not yet sealed or opened already: its rows are in the database. Nothing is removed while the chain
 * says that the database may be an older one than the file knows.
 */
export const tidySealed = (db: Write, vaultFolder: string, isIntact: boolean): void => {
  const folder = sealedFolder(vaultFolder)
  const stubs = allStubs(db)
  if (existsSync(folder)) {
    const known = new Set(stubs.map(({ file }) => `${file}.zyd`))
    const left = readdirSync(folder).filter(
      (name) => name.startsWith('tmp-') || (isIntact && name.endsWith('.zyd') && !known.has(name)),
    )
    for (const name of left) rmSync(join(folder, name), { force: true })
    if (left.length > 0) syncFolder(folder)
  }
  if (stubs.length > 0) emptyLog(db)
}

/** Clients whose stub has lost its file: an alarm, and nothing the program may mend by itself. */
export const missingFiles = (db: Read, vaultFolder: string): readonly number[] =>
  allStubs(db)
    .filter(({ file }) => !existsSync(sealedFile(vaultFolder, file)))
    .map(({ clientId }) => clientId)
