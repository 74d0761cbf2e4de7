import { readdir } from 'node:fs/promises'
import type { BackupLineView } from '../../shared/backup/contract.ts'
import type { Desk, OpenDesk } from '../desk/desk.ts'
import { backupsFolder } from '../vault/backup.ts'
import { listBackups, type BackupLine } from '../vault/backup-list.ts'
import { awayFolder } from '../vault/copy-backup.ts'

const patienceMs = 3000

/** What stands in a folder; null when it does not answer: a share that is gone would hold up everybody's reads. */
export const namesIn = async (folder: string): Promise<readonly string[] | null> => {
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), patienceMs).unref())
  return Promise.race([readdir(folder).catch(() => null), late])
}

export const answers = async (folder: string): Promise<boolean> => (await namesIn(folder)) !== null

const viewOf =
  (place: BackupLineView['place']) =>
  ({ name, at, bytes, verified }: BackupLine): BackupLineView => ({ place, name, at, bytes, verified })

/** The backups of this PC, then those of the second target as far as it is there. */
export const listPlaces = async (desk: Desk, { vaultFolder, keys }: OpenDesk): Promise<BackupLineView[]> => {
  const here = listBackups(backupsFolder(vaultFolder), keys.vmk).map(viewOf('here'))
  const target = desk.ports.settings.get('secondBackupFolder')
  const away = awayFolder(target, keys.vaultId)
  if (target === '' || !(await answers(away))) return here
  return [...here, ...listBackups(away, keys.vmk).map(viewOf('away'))]
}
