import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { JobKind } from '../desk/job-kind.ts'
import { JobRefused } from '../desk/job-kind.ts'
import { backupsFolder, writeBackup } from '../vault/backup.ts'
import { chooseObsolete, listBackups } from '../vault/backup-list.ts'

type Made = { readonly name: string; readonly at: number; readonly bytes: number }

/** Copies the whole vault, reopens and checks the copy, then lets go of those no longer needed. */
export const backupJob: JobKind<Record<string, never>, Made> = {
  // It holds the write gate: nothing may change between the checkpoint and the last copied byte.
  writes: true,
  run: async (call) => {
    const made = await writeBackup({
      vaultFolder: call.vaultFolder,
      db: call.db,
      descriptor: call.descriptor,
      keys: call.keys,
      now: call.now,
    })
    if (!made.ok) throw new JobRefused(made.failure)
    call.db.transact(() => call.audit({ action: 'backup.made', object: `backup:${made.value.name}` }))
    const folder = backupsFolder(call.vaultFolder)
    for (const old of chooseObsolete(listBackups(folder, call.keys.vmk)))
      rmSync(join(folder, old.name), { recursive: true, force: true })
    return { name: made.value.name, at: call.now, bytes: made.value.bytes }
  },
}
