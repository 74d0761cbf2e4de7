import { join } from 'node:path'
import type { JobKind } from '../desk/job-kind.ts'
import { JobRefused } from '../desk/job-kind.ts'
import { noBackup } from './no-backup.ts'
import { plainDateAt } from '../desk/zone.ts'
import { backupsFolder } from '../vault/backup.ts'
import { awayFolder, copyBackup } from '../vault/copy-backup.ts'
import { pruneBackups } from '../vault/retention.ts'
import { watchBytes } from './backup-job.ts'
import { newestHere } from './due.ts'

const passes = 3

/**
 * Carries the newest verified backup to the second target. It reads files that never change, so writes go on meanwhile;
 * a slow share holds up nobody.
 */
export const copyJob: JobKind<{ readonly target: string }, { readonly name: string }> = {
  writes: false,
  run: async (call, { target }) => {
    const { vaultFolder, keys } = call
    const newest = newestHere({ folder: vaultFolder, vmk: keys.vmk })
    if (!newest) throw new JobRefused(noBackup)
    const from = join(backupsFolder(vaultFolder), newest.name)
    const watch = watchBytes(call, newest.bytes * passes)
    const copied = await copyBackup({ from, target, keys, watch })
    if (!copied.ok) throw new JobRefused(copied.failure)
    const folder = awayFolder(target, keys.vaultId)
    pruneBackups({ folder, vmk: keys.vmk, dayOf: (at) => plainDateAt(at, call.zone), linked: false })
    return { name: newest.name }
  },
}
