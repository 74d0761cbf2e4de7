import { existsSync, mkdirSync, readdirSync, statSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { fail, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { anchorFile, writeAnchor } from '../audit/anchor.ts'
import type { Head } from '../audit/chain.ts'
import type { Read } from '../database/handle.ts'
import { halfName } from './backup-list.ts'
import { copyDescriptor, copyFile, fingerprint, linkFile } from './copy-file.ts'
import type { Watch } from './copy-file.ts'
import { syncFile, syncFolder, writeDurably } from './durable-file.ts'
import { encodeCopy } from './header-copy.ts'
import { headerFiles, readHeaders } from './header-file.ts'
import { isGenuine } from './header.ts'
import { manifestFile, signManifest } from './manifest.ts'
import type { BackedUpFile, Manifest } from './manifest.ts'
import { removePatiently, renamePatiently } from './patience.ts'
import { databaseFile } from './state.ts'
import type { VaultKeys } from './vault-keys.ts'
import { verifyBackup } from './verify-backup.ts'

export type BackupRequest = {
  readonly vaultFolder: string
  /** Where the backup goes; `backups/` in the vault folder unless said otherwise. */
  readonly into?: string
  /** Any connection of this process; the caller keeps all writes away until the answer. */
  readonly db: Read
  /** The read descriptor of the open database (OpenDatabase.descriptor). */
  readonly descriptor: number
  readonly keys: Pick<VaultKeys, 'vmk' | 'dbk' | 'suite'>
  readonly now: number
  /**
   * Once a week the copy is written anew instead of byte by byte (VACUUM INTO): free pages stay behind, and every
   * row was read.
   */
  readonly compactInto?: (path: string) => void
  readonly watch?: Watch
  /** Called when the last byte is copied: from there on only the copy is read, and the vault may be written again. */
  readonly copied?: () => void
  /** For drills: called before each step that can't be taken back. */
  readonly step?: ((name: string) => void) | undefined
}

export type BackupMade = {
  readonly name: string
  readonly folder: string
  readonly bytes: number
  readonly head: Head
}

export const backupsFolder = (vaultFolder: string): string => join(vaultFolder, 'backups')

/** Sealed dossiers and attachments: immutable, named once, never rewritten. */
const immutableFolders = ['sealed', 'attachments'] as const

const spare = 64 * 1024 * 1024

/** Room for so many bytes, and something to breathe. */
export const hasRoom = (into: string, bytes: number): boolean => {
  const { bavail, bsize } = statfsSync(into)
  return bavail * bsize >= bytes * 1.2 + spare
}

const stampOf = (now: number): string => new Date(now).toISOString().replaceAll(/[-:]|\.\d+/g, '')

const copyImmutable = async (vaultFolder: string, target: string): Promise<BackedUpFile[]> => {
  const files: BackedUpFile[] = []
  for (const part of immutableFolders) {
    const from = join(vaultFolder, part)
    if (!existsSync(from)) continue
    mkdirSync(join(target, part), { mode: 0o700 })
    for (const name of readdirSync(from).toSorted())
      files.push({ name: `${part}/${name}`, ...(await linkFile(join(from, name), join(target, part, name))) })
    syncFolder(join(target, part))
  }
  return files
}

const copyDatabase = async ({ descriptor, compactInto, watch }: BackupRequest, target: string) => {
  if (!compactInto) return copyDescriptor(descriptor, target, watch)
  compactInto(target)
  syncFile(target)
  return fingerprint(target, watch)
}

const fill = async (request: BackupRequest, target: string, head: Head): Promise<Result<Manifest>> => {
  const { vaultFolder, keys, now, db } = request
  const header = readHeaders(vaultFolder).readable.find((copy) => isGenuine(copy, keys.vmk))
  if (!header) return fail({ code: 'damaged', part: 'header' })
  const database = await copyDatabase(request, join(target, databaseFile))
  writeDurably(join(target, 'header.a'), encodeCopy(header))
  const copied = await copyFile(join(target, 'header.a'), join(target, 'header.b'))
  const files: BackedUpFile[] = [
    { name: databaseFile, ...database },
    ...headerFiles.map((name) => ({ name, ...copied })),
    { name: anchorFile, ...(await copyFile(join(vaultFolder, anchorFile), join(target, anchorFile))) },
    ...(await copyImmutable(vaultFolder, target)),
  ]
  const schema = db.one<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0
  const body = { fmt: 'ZYB1', vid: header.vid, at: now, schema, audit: { ...head }, files } as const
  const manifest = signManifest(keys.vmk, body)
  writeDurably(join(target, manifestFile), Buffer.from(JSON.stringify(manifest)))
  return ok(manifest)
}

/** What a backup that was cut off left behind. */
export const clearHalfDone = (into: string): void => {
  for (const name of readdirSync(into)) if (halfName.test(name)) removePatiently(join(into, name))
}

/**
 * The whole vault in a new folder: built under a temporary name, read back, opened and checked, then named. Nothing
 * may write until it is copied (the write gate is the caller's); a backup that isn't whole is never seen under its real name.
 */
export const writeBackup = async (request: BackupRequest): Promise<Result<BackupMade>> => {
  const { vaultFolder, keys, now, db, step, watch } = request
  const into = request.into ?? backupsFolder(vaultFolder)
  mkdirSync(into, { recursive: true, mode: 0o700 })
  step?.('clear-half-backup')
  clearHalfDone(into)
  step?.('anchor-and-checkpoint')
  const head = writeAnchor({ db, folder: vaultFolder, keys, at: now })
  const left = db.one<{ busy: number }>('PRAGMA wal_checkpoint(TRUNCATE)')
  if (left?.busy !== 0) throw new Error('a reader keeps the checkpoint from finishing')
  if (!hasRoom(into, statSync(join(vaultFolder, databaseFile)).size)) return fail({ code: 'disk-full' })
  const name = `${stampOf(now)}-${head.seq}.zyb`
  const half = join(into, `tmp-${name}`)
  step?.('copy-vault')
  mkdirSync(half, { mode: 0o700 })
  try {
    const filled = await fill(request, half, head)
    request.copied?.()
    const checked = filled.ok ? await verifyBackup(half, keys, watch) : filled
    if (!checked.ok) return checked
    const folder = join(into, name)
    step?.('name-backup')
    removePatiently(folder)
    renamePatiently(half, folder)
    syncFolder(into)
    return ok({ name, folder, bytes: checked.value.files.reduce((sum, file) => sum + file.bytes, 0), head })
  } finally {
    removePatiently(half)
  }
}
