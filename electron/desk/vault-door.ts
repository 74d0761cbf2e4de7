import { existsSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import { fail, ok, refuse, type Result } from '../../shared/result.ts'
import { rightsOf, type Right } from '../../shared/staff/rights.ts'
import type { Read } from '../database/handle.ts'
import { attemptsOf, bookBeside } from '../session/folders.ts'
import { staffOfSlot } from '../staff/repository.ts'
import { tryWithWait } from '../vault/attempts.ts'
import { takeInstanceLock } from '../vault/instance-lock.ts'
import { readVaultState } from '../vault/state.ts'
import { unlockVault, unlockWithRecovery } from '../vault/unlock.ts'
import { forgetKeys, type VaultKeys } from '../vault/vault-keys.ts'

// Who may use the vault's own tools: a person by passphrase and right, or the branch by its card.

export type Secret = { readonly passphrase?: string | undefined; readonly card?: string | undefined }

export type Door = {
  /** A vault, or a backup of one. */
  readonly folder: string
  readonly dataFolder: string
  readonly user: string | undefined
  readonly secret: Secret
  readonly now: number
}

const missing = (path: string): Result<never> =>
  fail({ code: 'invalid', issues: [{ path, rule: 'required' }] })

const loginOf = ({ folder, user }: Door): Result<string> => {
  const state = readVaultState(folder)
  if (state.kind === 'none') return fail({ code: 'not-found', what: 'vault' })
  if (state.kind === 'newer') return fail({ code: 'newer-version' })
  if (state.kind === 'damaged') return fail({ code: 'damaged', part: state.part })
  const logins = state.slots.filter(
    ({ id, label, kind }) => kind === 'passphrase' && (user === undefined || user === id || user === label),
  )
  const [login] = logins
  if (!login) return fail({ code: 'not-found', what: 'login' })
  return logins.length === 1 ? ok(login.id) : missing('--user')
}

const bookOf = ({ folder, dataFolder }: Door): string | undefined =>
  bookBeside(folder) ?? (existsSync(dataFolder) ? attemptsOf(dataFolder) : undefined)

const counted = <T>(door: Door, slotId: string, attempt: () => Promise<Result<T>>): Promise<Result<T>> => {
  const path = bookOf(door)
  return path === undefined ? attempt() : tryWithWait({ path, slotId, now: door.now }, attempt)
}

/** Counted like a try at the screen; the header is not mended, because looking must change nothing. */
const unlock = async (door: Door): Promise<Result<VaultKeys>> => {
  const { folder, secret } = door
  const { card, passphrase } = secret
  if (card !== undefined)
    return counted(door, 'recovery-card', () =>
      unlockWithRecovery({ folder, wordsOrCode: card, mend: false }),
    )
  if (passphrase === undefined) return missing('passphrase')
  const login = loginOf(door)
  if (!login.ok) return login
  const slotId = login.value
  return counted(door, slotId, () => unlockVault({ folder, slotId, passphrase, mend: false }))
}

/** Keys for the time of one piece of work, overwritten after it. */
export const withKeys = async <T>(
  door: Door,
  work: (keys: VaultKeys) => Result<T> | Promise<Result<T>>,
): Promise<Result<T>> => {
  const keys = await unlock(door)
  if (!keys.ok) return keys
  try {
    // Whoever chose it for somebody else could act in his name.
    return keys.value.temporary ? refuse('passphrase-temporary') : await work(keys.value)
  } finally {
    forgetKeys(keys.value)
  }
}

/** The card belongs to the branch and opens everything; a person needs the right. */
export const mayDo = (db: Read, keys: VaultKeys, { secret }: Door, right: Right): Result<null> => {
  const staff = staffOfSlot(db, keys.slotId)
  const isAllowed = staff?.active === true && rightsOf(staff.roles).includes(right)
  return secret.card !== undefined || isAllowed ? ok(null) : fail({ code: 'forbidden', right })
}

/** Keeps every window away while the work goes on. A folder that isn't there is not made. */
export const holding = async <T>(door: Door, work: () => Promise<Result<T>>): Promise<Result<T>> => {
  if (!existsSync(door.folder)) return fail({ code: 'not-found', what: 'vault' })
  const holder = { user: userInfo().username, host: hostname(), pid: process.pid, since: door.now }
  const held = takeInstanceLock(door.folder, holder)
  if (!held.ok) return held
  try {
    return await work()
  } finally {
    held.value.release()
  }
}
