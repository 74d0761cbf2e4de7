import { fail, ok } from '../../shared/result.ts'
import type { backupContract } from '../../shared/backup/contract.ts'
import type { Handlers } from '../desk/handlers-type.ts'
import { backupsFolder } from '../vault/backup.ts'
import { listBackups } from '../vault/backup-list.ts'

export const backupHandlers: Handlers<typeof backupContract> = {
  run: (call) => ok({ jobId: call.desk.jobs.start('backup.run', {}) }),
  list: (call) => {
    const open = call.desk.open()
    if (!open) return fail({ code: 'locked' })
    return ok([...listBackups(backupsFolder(open.vaultFolder), open.keys.vmk)])
  },
}
