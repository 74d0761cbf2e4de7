import { fail, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { canonical } from './canonical.ts'
import { openDatabaseKey } from './database-key.ts'
import { readHeaders, writeHeader } from './header-file.ts'
import type { Headers } from './header-file.ts'
import { isGenuine, keyRoles } from './header.ts'
import type { Header, KeyRole, Slot } from './header.ts'
import { publicHalf } from './key-pair.ts'
import { passphraseForms } from './passphrase-text.ts'
import { readRecovery } from './recovery-code.ts'
import { openSlot } from './slot.ts'
import type { Payload } from './slot.ts'
import type { VaultKeys } from './vault-keys.ts'

const wrongPassphrase = (): Result<never> => fail({ code: 'wrong-passphrase', waitSeconds: 0 })
const damaged = (part: string): Result<never> => fail({ code: 'damaged', part })

type Opened = { readonly header: Header; readonly slot: Slot; readonly payload: Payload }

/** Tries each secret on the slot in every readable copy; the newest genuine copy wins. */
const openGenuine = async (
  readable: readonly Header[],
  wanted: (slot: Slot) => boolean,
  secrets: readonly Uint8Array[],
): Promise<Opened | 'wrong' | 'forged'> => {
  let answer: 'wrong' | 'forged' = 'wrong'
  const tried = new Map<string, Payload | undefined>()
  for (const header of readable) {
    const slot = header.slots.find(wanted)
    if (!slot) continue
    for (const secret of secrets) {
      // The same slot in both copies costs one derivation, not two.
      const key = canonical([Buffer.from(secret).toString('base64'), header.vid, slot])
      if (!tried.has(key)) tried.set(key, await openSlot(header.vid, slot, secret))
      const payload = tried.get(key)
      if (payload && isGenuine(header, payload.vmk)) return { header, slot, payload }
      if (payload) answer = 'forged'
    }
  }
  return answer
}

const sameKey = (expected: string | undefined, privateKey: Uint8Array): boolean =>
  expected !== undefined && publicHalf(privateKey)?.toString('base64') === expected

/** Every holder checks that the public halves in the header belong to his private ones (substitution). */
const publicHalvesMatch = ({ header, slot, payload }: Opened): boolean =>
  sameKey(slot.publicKey, payload.userPrivate) &&
  keyRoles.every((role) => {
    const half = payload.rolePrivate[role]
    return half === undefined || sameKey(header.roles[role], half)
  })

const publicRoles = (header: Header): Partial<Record<KeyRole, Buffer>> => {
  const roles: Partial<Record<KeyRole, Buffer>> = {}
  for (const role of keyRoles) {
    const half = header.roles[role]
    if (half !== undefined) roles[role] = Buffer.from(half, 'base64')
  }
  return roles
}

const isWhole = ({ copies, readable }: Headers, header: Header): boolean =>
  readable.length === 1 &&
  readable[0] === header &&
  copies['header.a'].state === 'read' &&
  copies['header.b'].state === 'read'

const keysOf = (opened: Opened, dbk: Buffer, header: 'whole' | 'mended'): VaultKeys => ({
  vaultId: opened.header.vid,
  slotId: opened.slot.id,
  vmk: opened.payload.vmk,
  dbk,
  userPrivate: opened.payload.userPrivate,
  rolePrivate: opened.payload.rolePrivate,
  rolePublic: publicRoles(opened.header),
  suite: opened.header.db.suite,
  policy: opened.header.policy,
  header,
})

/** A folder to open; a backup is opened without mending, because nothing in it may change. */
type Place = { readonly folder: string; readonly mend?: boolean }

const unlock = async (
  { folder, mend = true }: Place,
  wanted: (slot: Slot) => boolean,
  secrets: readonly Uint8Array[],
): Promise<Result<VaultKeys>> => {
  const headers = readHeaders(folder)
  if (Object.values(headers.copies).some((copy) => copy.state === 'newer'))
    return fail({ code: 'newer-version' })
  if (headers.readable.length === 0) return damaged('header')
  const opened = await openGenuine(headers.readable, wanted, secrets)
  if (opened === 'wrong') return wrongPassphrase()
  if (opened === 'forged') return damaged('header')
  if (!publicHalvesMatch(opened)) return damaged('role-key')
  const dbk = openDatabaseKey(opened.header, opened.payload.vmk)
  if (!dbk) return damaged('database-key')
  if (!mend || isWhole(headers, opened.header)) return ok(keysOf(opened, dbk, 'whole'))
  writeHeader(folder, opened.header, opened.payload.vmk)
  return ok(keysOf(opened, dbk, 'mended'))
}

/** The keys behind one person's passphrase. Growing delays are the caller's: see attempts.ts. */
export const unlockVault = async (
  request: Place & { readonly slotId: string; readonly passphrase: string },
): Promise<Result<VaultKeys>> => {
  const secrets = passphraseForms(request.passphrase)
  const wanted = (slot: Slot) => slot.kind === 'passphrase' && slot.id === request.slotId
  const answer = await unlock(request, wanted, secrets)
  for (const secret of secrets) secret.fill(0)
  return answer
}

/** The keys behind the recovery card, typed as characters or as code. */
export const unlockWithRecovery = async (
  request: Place & { readonly wordsOrCode: string },
): Promise<Result<VaultKeys>> => {
  const secret = readRecovery(request.wordsOrCode)
  if (!secret.ok) return secret
  const answer = await unlock(request, (slot) => slot.kind === 'recovery', [secret.value])
  secret.value.fill(0)
  return answer
}
