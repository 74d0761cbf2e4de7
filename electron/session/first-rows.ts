import { ok, type Result } from '../../shared/result.ts'
import type { Write } from '../database/handle.ts'
import { putSetting } from '../setting/repository.ts'
import { insertStaff } from '../staff/repository.ts'
import type { VaultKeys } from '../vault/vault-keys.ts'
import { openReady } from './open-ready.ts'

export type FirstPerson = {
  readonly name: string
  readonly bank: string
  readonly branch: string
  readonly at: number
}

const writeFirst = (db: Write, slotId: string, { name, bank, branch, at }: FirstPerson): number => {
  const roles = ['centre-head', 'wealth-manager'] as const
  const staffId = insertStaff(db, { name, post: '', roles, slotId, at })
  putSetting(db, 'bank', bank, at, staffId)
  putSetting(db, 'branch', branch, at, staffId)
  return staffId
}

/**
 * Fills a vault that isn't born yet: a vault that has its real name can be entered by its first person, wherever its
 * creation was cut off.
 */
export const firstRows =
  (first: FirstPerson, more?: (db: Write, staffId: number) => void) =>
  (path: string, keys: VaultKeys): Result<null> => {
    const ready = openReady(path, keys)
    if (!ready.ok) return ready
    const { handle, checkpoint, close } = ready.value
    try {
      handle.transact(() => {
        const staffId = writeFirst(handle, keys.slotId, first)
        more?.(handle, staffId)
      })
      checkpoint()
    } finally {
      close()
    }
    return ok(null)
  }
