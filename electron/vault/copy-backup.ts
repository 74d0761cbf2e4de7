import { existsSync, mkdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fail, refuse } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { clearHalfDone, hasRoom } from './backup.ts'
import { copyFile } from './copy-file.ts'
import type { Watch } from './copy-file.ts'
import { syncFolder } from './durable-file.ts'
import { manifestFile, readManifest } from './manifest.ts'
import type { Manifest } from './manifest.ts'
import { removePatiently, renamePatiently } from './patience.ts'
import type { VaultKeys } from './vault-keys.ts'
import { verifyBackup } from './verify-backup.ts'

/** The folder of one vault inside the second target, so that several branches may use one disk. */
export const awayFolder = (target: string, vaultId: string): string =>
  join(target, `zhiyin-${vaultId.slice(0, 8)}`)

export type AwayCopy = {
  /** A finished backup of this PC. */
  readonly from: string
  /** A folder on another disk or a share that exists; a target that isn't there is never made up. */
  readonly target: string
  readonly keys: Pick<VaultKeys, 'vaultId' | 'vmk' | 'dbk' | 'suite'>
  readonly watch?: Watch
  readonly step?: ((name: string) => void) | undefined
}

const copyAll = async (from: string, half: string, { files }: Manifest, watch?: Watch): Promise<void> => {
  for (const { name } of files) {
    mkdirSync(dirname(join(half, name)), { recursive: true, mode: 0o700 })
    await copyFile(join(from, name), join(half, name), watch)
  }
  await copyFile(join(from, manifestFile), join(half, manifestFile))
  syncFolder(half)
}

const needs = ({ files }: Manifest): number => files.reduce((sum, { bytes }) => sum + bytes, 0)

/** The same backup on another disk: copied, read back there byte for byte, opened with the key, then named. */
export const copyBackup = async (request: AwayCopy): Promise<Result<Manifest>> => {
  const { from, target, keys, watch, step } = request
  if (!existsSync(target)) return refuse('second-missing')
  const manifest = readManifest(from, keys.vmk)
  if (!manifest.ok) return manifest
  const into = awayFolder(target, keys.vaultId)
  step?.('make-away-folder')
  mkdirSync(into, { recursive: true, mode: 0o700 })
  const folder = join(into, basename(from))
  if (existsSync(folder)) {
    const there = await verifyBackup(folder, keys, watch)
    if (there.ok) return there
  }
  clearHalfDone(into)
  if (!hasRoom(into, needs(manifest.value))) return fail({ code: 'disk-full' })
  const half = join(into, `tmp-${basename(from)}`)
  step?.('copy-away')
  mkdirSync(half, { mode: 0o700 })
  try {
    await copyAll(from, half, manifest.value, watch)
    const checked = await verifyBackup(half, keys, watch)
    if (!checked.ok) return checked
    step?.('name-away-backup')
    removePatiently(folder)
    renamePatiently(half, folder)
    syncFolder(into)
    return checked
  } finally {
    removePatiently(half)
  }
}
