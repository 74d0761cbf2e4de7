import type { PlainDate } from '../../shared/plain-date.ts'
import { keptUntil } from '../../shared/seal/older-copies.ts'
import type { BackupLine } from '../vault/backup-list.ts'

/** Backups made before an instant still hold what was sealed at it. */
export const olderCopies = (
  backups: readonly BackupLine[],
  before: number,
): { readonly count: number; readonly until: PlainDate | null } => {
  const older = backups.filter(({ at }) => at < before)
  const newest = older.reduce((latest, { at }) => Math.max(latest, at), 0)
  const day = new Date(newest)
  return {
    count: older.length,
    until: older.length === 0 ? null : keptUntil(day.getUTCFullYear(), day.getUTCMonth()),
  }
}
