import { closeSync, existsSync, openSync, readSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { backupName } from './backup-list.ts'
import { backupsFolder } from './backup.ts'
import { databaseFile } from './state.ts'

const saltBytes = 16
const mostChanged = 4

/** The cipher's salt stands in clear in the first bytes; it is drawn once, and every copy keeps it. */
const saltOf = (path: string): Buffer | undefined => {
  if (!existsSync(path)) return undefined
  const salt = Buffer.alloc(saltBytes)
  const descriptor = openSync(path, 'r')
  try {
    return readSync(descriptor, salt, 0, saltBytes, 0) === saltBytes ? salt : undefined
  } finally {
    closeSync(descriptor)
  }
}

/**
 * Whether a database that could not be opened belongs to another vault rather than being damaged: its salt has nothing
 * to do with the one in the newest backup. Only for a database that nobody has open.
 */
export const isForeignDatabase = (folder: string): boolean => {
  const backups = backupsFolder(folder)
  const newest = existsSync(backups)
    ? readdirSync(backups)
        .filter((name) => backupName.test(name))
        .toSorted()
        .at(-1)
    : undefined
  if (newest === undefined) return false
  const ours = saltOf(join(backups, newest, databaseFile))
  const found = saltOf(join(folder, databaseFile))
  if (!ours || !found) return false
  return found.filter((byte, at) => byte !== ours[at]).length > mostChanged
}
