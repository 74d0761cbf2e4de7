import type { Read } from '../database/handle.ts'
import { backupsFolder } from '../vault/backup.ts'
import { listBackups } from '../vault/backup-list.ts'

const hours = 3_600_000

const changesSince = `
  SELECT count(*) AS n FROM audit
  WHERE seq > :seq AND action NOT LIKE 'session.%' AND action NOT LIKE 'backup.%'`

// `20261123T080500Z-17.zyb`: the last audit row it holds.
const rowOf = (name: string): number => Number(/-(\d+)\.zyb$/.exec(name)?.[1] ?? 0)

/** Something changed since the newest verified copy, and that copy is older than four hours. */
export const backupIsDue = (vault: {
  readonly db: Read
  readonly folder: string
  readonly vmk: Uint8Array
  readonly now: number
}): boolean => {
  const newest = listBackups(backupsFolder(vault.folder), vault.vmk).find((line) => line.verified)
  if (newest && vault.now - newest.at <= 4 * hours) return false
  const changed = vault.db.one<{ n: number }>(changesSince, { seq: newest ? rowOf(newest.name) : 0 })
  return (changed?.n ?? 0) > 0
}
