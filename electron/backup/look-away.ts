import { basename } from 'node:path'
import { listBackups, type BackupLine } from '../vault/backup-list.ts'
import { awayFolder } from '../vault/copy-backup.ts'
import { answers, namesIn } from './list-places.ts'

/** The backups of the second target; `none` where no target is set, `unknown` where it can't be looked at now. */
export type Away = readonly BackupLine[] | 'none' | 'unknown'

type Target = {
  readonly target: string
  readonly keys: { readonly vaultId: string; readonly vmk: Uint8Array }
  /** A copy is known to have arrived there once. */
  readonly hadCopies: boolean
}

export const lookAway = async ({ target, keys, hadCopies }: Target): Promise<Away> => {
  if (target === '') return 'none'
  const folder = awayFolder(target, keys.vaultId)
  const names = await namesIn(target)
  if (names === null) return 'unknown'
  // Where a disk is not plugged in, its place is an empty folder: that says nothing of what is on the disk.
  if (!names.includes(basename(folder))) return hadCopies ? 'unknown' : []
  return (await answers(folder)) ? listBackups(folder, keys.vmk) : 'unknown'
}
