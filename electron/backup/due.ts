import { backupsFolder } from '../vault/backup.ts'
import { listBackups } from '../vault/backup-list.ts'

const hours = 3_600_000

/** At lock and quit: something changed, and the newest verified copy is older than four hours. */
export const backupIsDue = (vault: {
  readonly folder: string
  readonly vmk: Uint8Array
  readonly changes: number
  readonly now: number
}): boolean => {
  if (vault.changes === 0) return false
  const newest = listBackups(backupsFolder(vault.folder), vault.vmk).find((line) => line.verified)
  return newest === undefined || vault.now - newest.at > 4 * hours
}
