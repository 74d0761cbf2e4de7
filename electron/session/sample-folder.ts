import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { ok, refuse, type Result } from '../../shared/result.ts'
import type { Desk } from '../desk/desk.ts'
import { headerFiles, readHeaders } from '../vault/header-file.ts'
import { holderFile, lockFile } from '../vault/instance-lock.ts'
import { readVaultState } from '../vault/state.ts'
import { folderOf } from './folders.ts'
import { holdFolder, releaseFolder } from './state.ts'

/** The first person of every sample book: by this name in its header a vault is known to be one. */
export const samplePerson = '林样'

// Everything the program writes into a vault's folder. Anything else was put there by somebody.
const ours = [
  /^header\.[ab]$/,
  /^(vault\.db|vault\.db\.new|lock\.db|probe\.db)(-wal|-shm|-journal)?$/,
  /^before-\d+\.db(\.half)?(-wal|-shm|-journal)?$/,
  /^(in-use\.json|anchor\.log|backups)$/,
  /^backups\/(tmp-)?\d+T\d+Z-\d+\.zyb$/,
  /^backups\/(tmp-)?\d+T\d+Z-\d+\.zyb\/(header\.[ab]|vault\.db(-wal|-shm)?|anchor\.log|manifest\.json)$/,
]

const hasForeign = (folder: string): boolean =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).some((entry) => {
    const path = relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/')
    return !(entry.isFile() || entry.isDirectory()) || !ours.some((name) => name.test(path))
  })

const isSample = (folder: string): boolean => {
  if (readVaultState(folder).kind === 'none') return true
  const { readable } = readHeaders(folder)
  return readable.length > 0 && readable.every(({ slots }) => slots[0]?.label === samplePerson)
}

const foreign = (): Result<never> => refuse('sample-foreign')

const last = (name: string): boolean => headerFiles.some((file) => file === name)

/**
 * Holds the sample's folder and empties it, but for the lock. Looked at before the lock is taken, because the lock is
 * a file too, and nothing is put into a folder of somebody else.
 */
export const holdEmptySample = (desk: Desk): Result<null> => {
  const folder = folderOf(desk.ports.dataFolder, 'sample')
  if (existsSync(folder) && hasForeign(folder)) return foreign()
  const held = holdFolder(desk, 'sample')
  if (!held.ok) return held
  if (hasForeign(folder) || !isSample(folder)) {
    releaseFolder(desk, 'sample')
    return foreign()
  }
  const names = readdirSync(folder).filter((name) => name !== lockFile && name !== holderFile)
  // The header goes last: a removal that was cut off can be told from a foreign folder and done again.
  for (const name of names.toSorted((left, right) => Number(last(left)) - Number(last(right))))
    rmSync(join(folder, name), { recursive: true, force: true })
  return ok(null)
}

const quietly = (work: () => void): void => {
  try {
    work()
  } catch {
    // Held by another program, or no longer empty: an empty folder with a lock in it harms nobody.
  }
}

export const removeSample = (desk: Desk): Result<Record<string, never>> => {
  const folder = folderOf(desk.ports.dataFolder, 'sample')
  if (!existsSync(folder)) return ok({})
  const emptied = holdEmptySample(desk)
  if (!emptied.ok) return emptied
  quietly(() => rmSync(join(folder, lockFile)))
  releaseFolder(desk, 'sample')
  quietly(() => rmdirSync(folder))
  return ok({})
}
