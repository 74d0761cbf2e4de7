import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { fail, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { holdExclusive } from '../database/open.ts'
import { failureOfSqlite } from '../database/sqlite-failure.ts'
import { prepareFolder } from './folder-check.ts'

/** Who has the vault open; only for the message to the second one. */
const holderSchema = z.object({ user: z.string(), host: z.string(), pid: z.int(), since: z.int() })
export type Holder = z.infer<typeof holderSchema>

export const lockFile = 'lock.db'
export const holderFile = 'in-use.json'

const readHolder = (folder: string): string => {
  try {
    const holder = holderSchema.parse(JSON.parse(readFileSync(join(folder, holderFile), 'utf8')))
    return `${holder.user}@${holder.host}`
  } catch {
    return ''
  }
}

/** Only for the message to the second one: a full disk keeps nobody out. */
const noteHolder = (folder: string, holder: Holder): void => {
  try {
    writeFileSync(join(folder, holderFile), JSON.stringify(holder), { mode: 0o600 })
  } catch {
    // The lock itself is held; who holds it is then not said.
  }
}

const hold = (folder: string): ReturnType<typeof holdExclusive> | 'full' => {
  try {
    return holdExclusive(join(folder, lockFile))
  } catch (error) {
    if (failureOfSqlite(error)?.code === 'disk-full') return 'full'
    throw error
  }
}

export type InstanceLock = { readonly release: () => void }

/**
 * One desk per vault, whoever runs it. The lock is an open transaction, so it ends with the process, even by kill -9:
 * there is no stale lock to clear. Taken before anything else in the folder is read.
 */
export const takeInstanceLock = (folder: string, holder: Holder): Result<InstanceLock> => {
  const place = prepareFolder(folder)
  if (!place.ok) return place
  const held = hold(folder)
  if (held === 'full') return fail({ code: 'disk-full' })
  if (held === 'busy') return fail({ code: 'in-use', by: readHolder(folder) })
  noteHolder(folder, holder)
  const release = (): void => {
    rmSync(join(folder, holderFile), { force: true })
    held.release()
  }
  return ok({ release })
}
