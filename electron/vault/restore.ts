import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fail, refuse, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { hasRoom } from './backup.ts'
import { copyFile } from './copy-file.ts'
import type { Watch } from './copy-file.ts'
import { syncFolder } from './durable-file.ts'
import { prepareFolder } from './folder-check.ts'
import { headerFiles, readHeaders, writeHeader } from './header-file.ts'
import { isGenuine } from './header.ts'
import type { Manifest } from './manifest.ts'
import { removePatiently } from './patience.ts'
import { staying, takePlace } from './quarantine.ts'
import { stagingFolder } from './state.ts'
import { unlockVault, unlockWithRecovery } from './unlock.ts'
import { forgetKeys } from './vault-keys.ts'
import type { VaultKeys } from './vault-keys.ts'
import { checkFiles, verifyBackup } from './verify-backup.ts'

/** Whoever restores must be able to open what he restores. */
export type RestoreKey =
  { readonly slotId: string; readonly passphrase: string } | { readonly wordsOrCode: string }

export type Staged = { readonly staging: string; readonly keys: VaultKeys; readonly manifest: Manifest }

export type RestoreRequest = {
  /** A backup folder (`….zyb`). */
  readonly from: string
  /** An empty folder; the instance lock, earlier backups and what was set aside before may stand in it. */
  readonly to: string
  readonly by: RestoreKey
  /** Called on the whole copy before it takes its place: whoever restores signs here, or is turned away. */
  readonly sign?: ((staged: Staged) => Result<null>) | undefined
}

export type PlaceRequest = Pick<RestoreRequest, 'from' | 'to' | 'sign'> & {
  readonly keys: VaultKeys
  /** A damaged vault in the way goes to this place under `quarantine/`; null: a vault in the way is a refusal. */
  readonly setAside: string | null
  readonly watch?: Watch
  /** For drills: called before each step that can't be taken back. */
  readonly step?: ((name: string) => void) | undefined
}

export type Restored = { readonly keys: VaultKeys; readonly manifest: Manifest }

/**
 * The keys of a vault folder or a backup, which is not changed by it: nothing is mended there. Whoever chose a passphrase
 * for somebody else doesn't restore in his name with it.
 */
export const unlockForRestore = async (folder: string, by: RestoreKey): Promise<Result<VaultKeys>> => {
  const keys = await ('wordsOrCode' in by
    ? unlockWithRecovery({ folder, wordsOrCode: by.wordsOrCode, mend: false })
    : unlockVault({ folder, slotId: by.slotId, passphrase: by.passphrase, mend: false }))
  if (!keys.ok || !keys.value.temporary) return keys
  forgetKeys(keys.value)
  return refuse('restore-temporary')
}

const copyAll = async (from: string, to: string, manifest: Manifest, watch?: Watch): Promise<void> => {
  mkdirSync(to, { recursive: true, mode: 0o700 })
  for (const { name } of manifest.files) {
    mkdirSync(dirname(join(to, name)), { recursive: true, mode: 0o700 })
    await copyFile(join(from, name), join(to, name), watch)
  }
  syncFolder(to)
}

/** Doors that were shut since the backup stay shut: a newer genuine header of the same vault is kept. */
const keepNewerHeader = (folder: string, staging: string, { vmk, vaultId }: VaultKeys): void => {
  const [backedUp] = readHeaders(staging).readable
  const present = readHeaders(folder).readable.find(
    (header) => header.vid === vaultId && isGenuine(header, vmk),
  )
  if (!present || present.seq <= (backedUp?.seq ?? 0)) return
  writeHeader(staging, present, vmk)
}

const needs = ({ files }: Manifest): number => files.reduce((sum, { bytes }) => sum + bytes, 0)

const build = async (request: PlaceRequest, staging: string): Promise<Result<Manifest>> => {
  const { from, to, keys, watch, sign, step } = request
  const manifest = await verifyBackup(from, keys, watch)
  if (!manifest.ok) return manifest
  if (!hasRoom(to, needs(manifest.value))) return fail({ code: 'disk-full' })
  step?.('copy-backup')
  await copyAll(from, staging, manifest.value, watch)
  const copied = await checkFiles(staging, manifest.value, watch)
  if (!copied.ok) return copied
  keepNewerHeader(to, staging, keys)
  step?.('sign-restored')
  const signed = sign?.({ staging, keys, manifest: manifest.value }) ?? ok(null)
  return signed.ok ? manifest : signed
}

/** Puts a backup in the place of the vault, after checking every byte of it before and after the copy. */
export const placeBackup = async (request: PlaceRequest): Promise<Result<Manifest>> => {
  const { to, setAside, step } = request
  const place = prepareFolder(to)
  if (!place.ok) return place
  if (setAside === null && readdirSync(to).some((name) => !staying.includes(name)))
    return refuse('folder-not-empty', { folder: to })
  const staging = join(to, stagingFolder)
  removePatiently(staging)
  let isWhole = false
  try {
    const built = await build(request, staging)
    if (!built.ok) return built
    isWhole = true
    takePlace(to, setAside ?? '', step)
    return built
  } finally {
    // A whole copy stays where it is: the next start goes on with it.
    if (!isWhole) removePatiently(staging)
  }
}

/** Brings a backup back as a live vault in an empty folder. */
export const restoreVault = async ({ from, to, by, sign }: RestoreRequest): Promise<Result<Restored>> => {
  if (!headerFiles.some((file) => existsSync(join(from, file))))
    return refuse('no-backup-there', { folder: from })
  const keys = await unlockForRestore(from, by)
  if (!keys.ok) return keys
  const manifest = await placeBackup({ from, to, keys: keys.value, setAside: null, sign })
  if (manifest.ok) return ok({ keys: keys.value, manifest: manifest.value })
  forgetKeys(keys.value)
  return manifest
}
