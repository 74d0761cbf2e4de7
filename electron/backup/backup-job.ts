import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { JobCall, JobKind } from '../desk/job-kind.ts'
import { JobRefused } from '../desk/job-kind.ts'
import { plainDateAt } from '../desk/zone.ts'
import { backupsFolder, writeBackup } from '../vault/backup.ts'
import { pruneBackups } from '../vault/retention.ts'
import { databaseFile } from '../vault/state.ts'

export type Made = { readonly name: string; readonly at: number; readonly bytes: number }

// Every byte is written once and read back once.
const passes = 2

/** Counts bytes for the screen, and stops where the user asked to. */
export const watchBytes = (call: Pick<JobCall, 'progress' | 'checkCancelled'>, total: number) => {
  let done = 0
  return (bytes: number): void => {
    call.checkCancelled()
    done += bytes
    call.progress(Math.min(done, total), total)
  }
}

/** Copies the whole vault, reopens and checks the copy, then lets go of those no longer needed. */
export const backupJob: JobKind<{ readonly compact: boolean }, Made> = {
  // Nothing may change between the checkpoint and the last copied byte; what is copied is checked while work goes on.
  writes: true,
  run: async (call, { compact }) => {
    const { vaultFolder, db, descriptor, keys, now } = call
    const bytes = statSync(join(vaultFolder, databaseFile)).size
    const compactInto = (path: string): void => void db.run('VACUUM INTO ?', [path])
    const made = await writeBackup({
      vaultFolder,
      db,
      descriptor,
      keys,
      now,
      watch: watchBytes(call, bytes * passes),
      copied: call.letOthersWrite,
      ...(compact ? { compactInto } : {}),
    })
    if (!made.ok) throw new JobRefused(made.failure)
    const dayOf = (at: number): string => plainDateAt(at, call.zone)
    pruneBackups({ folder: backupsFolder(vaultFolder), vmk: keys.vmk, dayOf, linked: true })
    return { name: made.value.name, at: now, bytes: made.value.bytes }
  },
}
