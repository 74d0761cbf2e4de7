import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, statfsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fail, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { anchorFile, writeAnchor } from '../audit/anchor.ts'
import type { Read, Write } from '../database/handle.ts'
import { openReadOnly } from '../database/open.ts'
import { copyBlocks, type ReadAt } from './copy-blocks.ts'
import { copyFile } from './copy-file.ts'
import { syncFolder, writeDurably } from './durable-file.ts'
import { readHeaders, writeHeader } from './header-file.ts'
import { isGenuine } from './header.ts'
import { removePatiently } from './patience.ts'
import { quarantineFolder, takePlace } from './quarantine.ts'
import { salvageDatabase } from './salvage.ts'
import type { Salvaged, Source } from './salvage.ts'
import type { Weight } from './salvage-ground.ts'
import { databaseFile, stagingFolder } from './state.ts'
import type { Step } from './step.ts'
import { checkSealed, type SealedState } from './verify-sealed.ts'
import type { VaultKeys } from './vault-keys.ts'

// A whole vault out of a damaged one. It is built under a name that never opens and takes its place like a restored one.

export type VaultSalvage = {
  /** The damaged vault's folder; nothing in it is changed. */
  readonly from: string
  /** A vault's folder with nothing in it but its lock. */
  readonly to: string
  readonly keys: VaultKeys
  readonly now: number
  /** As for the database alone. */
  readonly sign: (db: Write, source: Source, ground: Ground) => Result<null>
  readonly weigh: (db: Read, ground: Ground) => Weight
  readonly step?: Step
  readonly read?: ReadAt
}

/** Where the header and what could be read of the chain's anchors already are, and whether that is every anchor. */
export type Ground = { readonly folder: string; readonly hasAllAnchors: boolean }

export type VaultSalvaged = Salvaged & {
  /** Dossiers whose file is missing, differs from what its stub says, or could not be read. */
  readonly sealed: readonly SealedState[]
  /** Files of the vault that this disk did not give out; of the log and the anchors, not all of them. */
  readonly unread: readonly string[]
  /** Sealed files without a stub: it may stand in an older backup, so they are laid aside and never deleted. */
  readonly aside: readonly string[]
}

const immutable = ['sealed', 'attachments'] as const

/** Files of one folder, by their names from the vault on. */
const filesIn = (folder: string, part: string): readonly string[] => {
  const path = join(folder, part)
  return existsSync(path) ? readdirSync(path).map((name) => `${part}/${name}`) : []
}

const bytesOf = (path: string): number => (existsSync(path) ? statSync(path).size : 0)

/** The damaged database is copied once to be read in peace, and is as large again when it is saved. */
const needs = (from: string): number => {
  const database = bytesOf(join(from, databaseFile)) + bytesOf(join(from, `${databaseFile}-wal`))
  const files = immutable.flatMap((part) => filesIn(from, part))
  return 2 * database + files.reduce((sum, name) => sum + bytesOf(join(from, name)), 0)
}

const hasRoom = (to: string, bytes: number): boolean => {
  const { bavail, bsize } = statfsSync(to)
  return bavail * bsize >= bytes * 1.2
}

const isUnreadable = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'EIO' || error.code === 'EACCES')

/** Every anchor that can still be read. A line with a hole in it is nobody's forgery and is left out. */
const copyAnchors = ({ from, read }: VaultSalvage, staging: string): readonly string[] => {
  const [source, target] = [join(from, anchorFile), join(staging, anchorFile)]
  if (!existsSync(source)) return []
  try {
    if (copyBlocks(source, target, read).length === 0) return []
    const lines = readFileSync(target, 'utf8').split('\n')
    writeDurably(target, Buffer.from(lines.filter((line) => !line.includes('\0')).join('\n')))
  } catch (error) {
    if (!isUnreadable(error)) throw error
    rmSync(target, { force: true })
  }
  return [anchorFile]
}

/** Copies what can be copied; a file the disk no longer gives costs that file and no other. */
const copyFiles = async (from: string, to: string): Promise<readonly string[]> => {
  const unread: string[] = []
  for (const name of immutable.flatMap((part) => filesIn(from, part))) {
    const target = join(to, name)
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
    try {
      await copyFile(join(from, name), target)
    } catch (error) {
      if (!isUnreadable(error)) throw error
      rmSync(target, { force: true })
      unread.push(name)
    }
  }
  for (const part of immutable) if (existsSync(join(to, part))) syncFolder(join(to, part))
  return unread
}

const copyHeader = (from: string, to: string, { vmk }: VaultKeys): Result<null> => {
  const header = readHeaders(from).readable.find((copy) => isGenuine(copy, vmk))
  if (!header) return fail({ code: 'damaged', part: 'header' })
  writeHeader(to, header, vmk)
  return ok(null)
}

/** The next unlock clears away sealed files nobody's row names; here the row may be what was lost. */
const layAside = async (from: string, staging: string, known: readonly string[]): Promise<string[]> => {
  const strays = filesIn(staging, 'sealed').filter(
    (name) => name.endsWith('.zyd') && !known.some((file) => name === `sealed/${file}.zyd`),
  )
  if (strays.length === 0) return []
  const aside = join(staging, quarantineFolder, 'salvaged')
  mkdirSync(join(aside, 'sealed'), { recursive: true, mode: 0o700 })
  for (const name of strays) {
    await copyFile(join(from, name), join(aside, name))
    removePatiently(join(staging, name))
  }
  syncFolder(join(aside, 'sealed'))
  return strays
}

type ReadBack = Pick<VaultSalvaged, 'sealed' | 'aside'>

/** Opens what was saved as the next reader will: its sealed files against their stubs, and a fresh anchor. */
const readBack = async ({ from, keys, now }: VaultSalvage, staging: string): Promise<Result<ReadBack>> => {
  const opened = openReadOnly({ path: join(staging, databaseFile), key: keys.dbk, suite: keys.suite })
  if (!opened.ok) return opened
  const { handle, close } = opened.value
  try {
    const sealed = await checkSealed(handle, staging)
    const aside = await layAside(
      from,
      staging,
      sealed.map(({ file }) => file),
    )
    writeAnchor({ db: handle, folder: staging, keys, at: now })
    return ok({ sealed: sealed.filter(({ state }) => state !== 'whole'), aside })
  } finally {
    close()
  }
}

const build = async (request: VaultSalvage, staging: string): Promise<Result<VaultSalvaged>> => {
  const { from, keys, sign, weigh, step, read } = request
  step?.('salvage-rows')
  const header = copyHeader(from, staging, keys)
  if (!header.ok) return header
  const withHoles = copyAnchors(request, staging)
  const ground = { folder: staging, hasAllAnchors: withHoles.length === 0 }
  const saved = salvageDatabase({
    from: join(from, databaseFile),
    to: join(staging, databaseFile),
    key: keys.dbk,
    suite: keys.suite,
    sign: (db, source) => sign(db, source, ground),
    weigh: (db) => weigh(db, ground),
    ...(read ? { read } : {}),
  })
  if (!saved.ok) return saved
  step?.('salvage-files')
  const unread = await copyFiles(from, staging)
  step?.('salvage-anchor')
  const back = await readBack(request, staging)
  if (!back.ok) return back
  syncFolder(staging)
  return ok({
    ...saved.value,
    ...back.value,
    unread: [...saved.value.unread, ...withHoles, ...unread],
  })
}

/** A new vault under the same keys from what can still be read of a damaged one, or nothing at all. */
export const salvageVault = async (request: VaultSalvage): Promise<Result<VaultSalvaged>> => {
  const { from, to, step } = request
  if (!hasRoom(to, needs(from))) return fail({ code: 'disk-full' })
  const staging = join(to, stagingFolder)
  removePatiently(staging)
  mkdirSync(staging, { recursive: true, mode: 0o700 })
  let isWhole = false
  try {
    const built = await build(request, staging)
    if (!built.ok) return built
    isWhole = true
    takePlace(to, '', step)
    return built
  } finally {
    if (!isWhole) removePatiently(staging)
  }
}
