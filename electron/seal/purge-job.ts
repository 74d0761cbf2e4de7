import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { JobRefused, type JobCall, type JobKind } from '../desk/job-kind.ts'
import { backupsFolder, writeBackup } from '../vault/backup.ts'
import { listBackups } from '../vault/backup-list.ts'
import { syncFolder } from '../vault/durable-file.ts'
import { confirmPurge } from './purge.ts'

const agree = (call: JobCall, id: number, name: string): void =>
  call.db.transact(() => {
    confirmPurge(call.db, id, call.session.staffId, call.now)
    call.audit({ action: 'backup.made', object: `backup:${name}` })
    call.audit({ action: 'seal.purged', object: `seal-purge:${id}` })
  })

/** A new backup first, read back and checked; only then every older one goes. */
export const purgeJob: JobKind<{ readonly id: number }, { readonly removed: number }> = {
  writes: true,
  run: async (call, { id }) => {
    const { vaultFolder, db, descriptor, keys, now } = call
    const made = await writeBackup({ vaultFolder, db, descriptor, keys, now })
    if (!made.ok) throw new JobRefused(made.failure)
    agree(call, id, made.value.name)
    const folder = backupsFolder(vaultFolder)
    const older = listBackups(folder, keys.vmk).filter(({ name }) => name !== made.value.name)
    for (const { name } of older) rmSync(join(folder, name), { recursive: true, force: true })
    syncFolder(folder)
    return { removed: older.length }
  },
}
