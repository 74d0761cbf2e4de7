import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { refuse, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { copyFile } from './copy-file.ts'
import { syncFolder } from './durable-file.ts'
import { prepareFolder } from './folder-check.ts'
import { headerFiles } from './header-file.ts'
import { holderFile, lockFile } from './instance-lock.ts'
import { databaseFile } from './state.ts'
import type { Manifest } from './manifest.ts'
import { unlockVault, unlockWithRecovery } from './unlock.ts'
import type { VaultKeys } from './vault-keys.ts'
import { checkFiles, verifyBackup } from './verify-backup.ts'

export type RestoreRequest = {
  /** A backup folder (`….zyb`). */
  readonly from: string
  /** An empty folder; the instance lock may already stand in it. */
  readonly to: string
  /** Whoever restores must be able to open what he restores. */
  readonly by: { readonly slotId: string; readonly passphrase: string } | { readonly wordsOrCode: string }
}

export type Restored = { readonly keys: VaultKeys; readonly manifest: Manifest }

const half = 'restoring'
const allowed = [lockFile, `${lockFile}-journal`, holderFile, half]

const unlockCopy = (folder: string, by: RestoreRequest['by']): Promise<Result<VaultKeys>> =>
  'wordsOrCode' in by
    ? unlockWithRecovery({ folder, wordsOrCode: by.wordsOrCode, mend: false })
    : unlockVault({ folder, slotId: by.slotId, passphrase: by.passphrase, mend: false })

const copyAll = async (from: string, to: string, manifest: Manifest): Promise<void> => {
  for (const { name } of manifest.files) {
    mkdirSync(dirname(join(to, name)), { recursive: true, mode: 0o700 })
    await copyFile(join(from, name), join(to, name))
  }
}

/** The database's name comes last: a restore that was cut off leaves a folder that says it is damaged. */
const moveIn = (from: string, to: string): void => {
  const names = readdirSync(from).toSorted(
    (left, right) => Number(left === databaseFile) - Number(right === databaseFile),
  )
  for (const name of names) renameSync(join(from, name), join(to, name))
  syncFolder(to)
}

/** Brings a backup back as a live vault, after checking every byte of it before and after the copy. */
export const restoreVault = async ({ from, to, by }: RestoreRequest): Promise<Result<Restored>> => {
  const place = prepareFolder(to)
  if (!place.ok) return place
  if (readdirSync(to).some((name) => !allowed.includes(name)))
    return refuse('folder-not-empty', { folder: to })
  if (!headerFiles.some((file) => existsSync(join(from, file))))
    return refuse('no-backup-there', { folder: from })
  const keys = await unlockCopy(from, by)
  if (!keys.ok) return keys
  const manifest = await verifyBackup(from, keys.value)
  if (!manifest.ok) return manifest
  const staging = join(to, half)
  rmSync(staging, { recursive: true, force: true })
  try {
    await copyAll(from, staging, manifest.value)
    const copied = await checkFiles(staging, manifest.value)
    if (!copied.ok) return copied
    moveIn(staging, to)
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
  return ok({ keys: keys.value, manifest: manifest.value })
}
