import type { Read } from '../database/handle.ts'
import { backupsFolder } from '../vault/backup.ts'
import { listBackups, rowOfBackup, type BackupLine } from '../vault/backup-list.ts'
import { readMarks } from './marks.ts'

const hours = 3_600_000

const changesSince = `
  SELECT count(*) AS n FROM audit
  WHERE seq > :seq AND action NOT LIKE 'session.%' AND action NOT LIKE 'backup.%'`

export type Guarded = {
  readonly db: Read
  readonly folder: string
  readonly vmk: Uint8Array
}

export const newestHere = ({ folder, vmk }: Omit<Guarded, 'db'>): BackupLine | undefined =>
  listBackups(backupsFolder(folder), vmk).find((line) => line.verified)

/** Whether something was entered that this backup doesn't hold. */
export const hasChangedSince = (db: Read, backup: { readonly name: string } | null): boolean => {
  const changed = db.one<{ n: number }>(changesSince, { seq: backup ? rowOfBackup(backup.name) : 0 })
  return (changed?.n ?? 0) > 0
}

/** Something changed since the newest verified copy, and that copy is older than four hours. */
export const backupIsDue = (vault: Guarded & { readonly now: number }): boolean => {
  const newest = newestHere(vault)
  if (newest && vault.now - newest.at <= 4 * hours) return false
  return hasChangedSince(vault.db, newest ?? null)
}

/** The newest verified copy of this PC is not on the second target yet. */
export const awayIsBehind = (vault: Guarded): boolean => {
  const newest = newestHere(vault)
  return newest !== undefined && readMarks(vault.db).awayGood?.name !== newest.name
}
