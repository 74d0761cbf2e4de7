import { fail, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { canonical } from './canonical.ts'
import { openDatabaseKey } from './database-key.ts'
import { readHeaders, writeHeader } from './header-file.ts'
import type { Headers } from './header-file.ts'
import { isGenuine, keyRoles, signHeader } from './header.ts'
import type { Header, KeyRole, Slot } from './header.ts'
import { publicHalf } from './key-pair.ts'
import { passphraseForms } from './passphrase-text.ts'
import type { Random } from './random.ts'
import { readRecovery } from './recovery-code.ts'
import { grantsToKeep, isUnsettled, settlePayload } from './role-keys.ts'
import type { Settled } from './role-keys.ts'
import { makeSlot, openSlot } from './slot.ts'
import type { Payload } from './slot.ts'
import type { Step } from './step.ts'
import { forgetKeys } from './vault-keys.ts'
import type { VaultKeys } from './vault-keys.ts'

const wrongPassphrase = (): Result<never> => fail({ code: 'wrong-passphrase', waitSeconds: 0 })
const damaged = (part: string): Result<never> => fail({ code: 'damaged', part })

type Opened = {
  readonly header: Header
  readonly slot: Slot
  readonly payload: Payload
  readonly secret: Uint8Array | undefined
}

/** One way to a slot's payload: what was typed, or what stands behind the quick door. `name` tells ways apart. */
export type Way = {
  readonly name: string
  /** What the slot itself is locked with, where this way knows it. */
  readonly secret?: Uint8Array
  readonly open: (vaultId: string, slot: Slot) => Promise<Payload | undefined>
}

/** Tries each way on the slot in every readable copy; the newest genuine copy wins. */
const openGenuine = async (
  readable: readonly Header[],
  wanted: (slot: Slot) => boolean,
  ways: readonly Way[],
): Promise<Opened | 'wrong' | 'forged'> => {
  let answer: 'wrong' | 'forged' = 'wrong'
  const tried = new Map<string, Payload | undefined>()
  for (const header of readable) {
    const slot = header.slots.find(wanted)
    if (!slot) continue
    for (const way of ways) {
      // The same slot in both copies costs one derivation, not two.
      const key = canonical([way.name, header.vid, slot])
      if (!tried.has(key)) tried.set(key, await way.open(header.vid, slot))
      const payload = tried.get(key)
      if (payload && isGenuine(header, payload.vmk)) return { header, slot, payload, secret: way.secret }
      if (payload) answer = 'forged'
    }
  }
  return answer
}

const isOwnHalf = ({ slot, payload }: Opened): boolean =>
  publicHalf(payload.userPrivate)?.toString('base64') === slot.publicKey

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
  temporary: opened.slot.temporary === true,
  header,
})

/** A folder to open; a backup is opened without mending, because nothing in it may change. */
type Place = {
  readonly folder: string
  readonly mend?: boolean
  /** With these what was granted moves into the payload; without them it is only used. */
  readonly settle?: { readonly now: number; readonly random: Random; readonly step?: Step }
  /** A public key of a role that nobody vouches for was found: the keys are lent to write that down, no more. */
  readonly onForged?: (keys: VaultKeys) => void
}

/** The same door with the settled payload, under a fresh salt. */
const lockAnew = async (
  place: Place,
  { header, slot, payload }: Opened,
  secret: Uint8Array,
): Promise<void> => {
  const { settle, folder } = place
  if (!settle) return
  const { id, kind, label, created } = slot
  const { salt: _salt, ...cost } = slot.kdf
  const renewed = await makeSlot({
    vaultId: header.vid,
    id,
    kind,
    label,
    created,
    secret,
    cost,
    payload,
    temporary: slot.temporary ?? false,
    grants: grantsToKeep(header, slot),
    now: settle.now,
    random: settle.random,
  })
  const slots = header.slots.map((each) => (each.id === id ? renewed : each))
  const next = signHeader({ ...header, seq: header.seq + 1, slots }, payload.vmk)
  writeHeader(folder, next, payload.vmk, settle.step)
}

type Found = { readonly opened: Opened; readonly headers: Headers }

const find = async (
  folder: string,
  wanted: (slot: Slot) => boolean,
  ways: readonly Way[],
): Promise<Result<Found>> => {
  const headers = readHeaders(folder)
  if (Object.values(headers.copies).some((copy) => copy.state === 'newer'))
    return fail({ code: 'newer-version' })
  if (headers.readable.length === 0) return damaged('header')
  const opened = await openGenuine(headers.readable, wanted, ways)
  if (opened === 'wrong') return wrongPassphrase()
  if (opened === 'forged') return damaged('header')
  return ok({ opened, headers })
}

const mendAndSettle = async (
  place: Place,
  headers: Headers,
  { header, slot, payload, secret }: Opened,
): Promise<'whole' | 'mended'> => {
  const whole = isWhole(headers, header)
  if (!whole) writeHeader(place.folder, header, payload.vmk, place.settle?.step)
  // A PIN can't lock the slot anew: what was granted is used now, and moves at the next passphrase.
  if (secret && isUnsettled(header, slot)) await lockAnew(place, { header, slot, payload, secret }, secret)
  return whole ? 'whole' : 'mended'
}

const handOut = async (
  place: Place,
  { opened, headers }: Found,
  dbk: Buffer,
  settled: Settled | 'forged',
): Promise<Result<VaultKeys>> => {
  if (settled === 'forged') {
    place.onForged?.(keysOf(opened, dbk, 'whole'))
    return damaged('role-key')
  }
  const now = { ...opened, payload: settled }
  const state = place.mend === false ? 'whole' : await mendAndSettle(place, headers, now)
  return ok({ ...keysOf(now, dbk, state), lost: settled.lost })
}

/** From a way into one slot to the keys: the same checks for every way. What is handed to nobody is overwritten. */
export const unlockBy = async (
  place: Place,
  wanted: (slot: Slot) => boolean,
  ways: readonly Way[],
): Promise<Result<VaultKeys>> => {
  const found = await find(place.folder, wanted, ways)
  if (!found.ok) return found
  const { opened } = found.value
  const { header, slot, payload } = opened
  const dbk = openDatabaseKey(header, payload.vmk)
  const settled = isOwnHalf(opened) ? settlePayload(header, slot, payload) : 'forged'
  let isHandedOut = false
  try {
    const answer = dbk ? await handOut(place, found.value, dbk, settled) : damaged('database-key')
    isHandedOut = answer.ok
    return answer
  } finally {
    if (!isHandedOut)
      for (const held of settled === 'forged' ? [payload] : [payload, settled]) forgetKeys({ ...held, dbk })
  }
}

const waysOf = (secrets: readonly Uint8Array[]): Way[] =>
  secrets.map((secret) => ({
    name: Buffer.from(secret).toString('base64'),
    secret,
    open: (vaultId, slot) => openSlot(vaultId, slot, secret),
  }))

/** The keys behind one person's passphrase. Growing delays are the caller's: see attempts.ts. */
export const unlockVault = async (
  request: Place & { readonly slotId: string; readonly passphrase: string },
): Promise<Result<VaultKeys>> => {
  const secrets = passphraseForms(request.passphrase)
  const wanted = (slot: Slot) => slot.kind === 'passphrase' && slot.id === request.slotId
  try {
    return await unlockBy(request, wanted, waysOf(secrets))
  } finally {
    for (const secret of secrets) secret.fill(0)
  }
}

/** The keys behind the recovery card, typed as characters or as code. */
export const unlockWithRecovery = async (
  request: Place & { readonly wordsOrCode: string },
): Promise<Result<VaultKeys>> => {
  const secret = readRecovery(request.wordsOrCode)
  if (!secret.ok) return secret
  try {
    return await unlockBy(request, (slot) => slot.kind === 'recovery', waysOf([secret.value]))
  } finally {
    secret.value.fill(0)
  }
}
