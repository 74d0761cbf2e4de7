import { judgePassphrase } from '../../shared/vault/passphrase.ts'
import { fail, ok, refuse } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { readHeaders, writeHeader } from './header-file.ts'
import { isGenuine, mostSlots, signHeader } from './header.ts'
import type { Grant, Header, KeyRole, Slot } from './header.ts'
import { calibrate } from './kdf.ts'
import type { KdfCost } from './kdf-cost.ts'
import { makeKeyPair } from './key-pair.ts'
import { passphraseBytes, passphraseForms } from './passphrase-text.ts'
import type { Random } from './random.ts'
import { isListed, withHolder } from './role-holders.ts'
import { grantsToKeep, presentRoles, settlePayload } from './role-keys.ts'
import { makeSlot, openSlot } from './slot.ts'
import type { Payload, SlotPlan } from './slot.ts'
import type { Step } from './step.ts'
import type { VaultKeys } from './vault-keys.ts'

/** What every change of the slots needs: an unlocked person, and the ports. */
export type SlotChange = {
  readonly folder: string
  readonly keys: VaultKeys
  /** Null or absent: measured on this machine. */
  readonly kdf?: KdfCost | null
  readonly now: number
  readonly monotonic: () => number
  readonly random: Random
  readonly step?: Step
  /** What has to be on record before the header changes: called when all is ready for that. A refusal leaves it as it was. */
  readonly announce?: () => Result<null> | Promise<Result<null>>
}

export const genuineHeader = ({ folder, keys }: SlotChange): Result<Header> => {
  const header = readHeaders(folder).readable.find((copy) => isGenuine(copy, keys.vmk))
  return header ? ok(header) : fail({ code: 'damaged', part: 'header' })
}

export const saveHeader = (change: SlotChange, header: Header): void => {
  const next = signHeader({ ...header, seq: header.seq + 1 }, change.keys.vmk)
  writeHeader(change.folder, next, change.keys.vmk, change.step)
}

type Made = { readonly slot: Slot; readonly payload: Payload }

const saveSlots = (change: SlotChange, header: Header, slots: readonly Slot[]): void =>
  saveHeader(change, { ...header, slots: [...slots] })

/** The slot in its place, and on the list of each key it holds and that is in force: its maker has that key himself. */
export const saveWithKeys = (
  change: SlotChange,
  header: Header,
  slots: readonly Slot[],
  made: Made,
): void => {
  let next: Header = { ...header, slots: [...slots] }
  for (const [role, half] of presentRoles(header, made.payload))
    next = withHolder(next, role, half, made.slot)
  saveHeader(change, next)
}

export const lockUp = async (
  change: SlotChange,
  slot: Pick<SlotPlan, 'id' | 'kind' | 'label' | 'secret' | 'payload' | 'created' | 'temporary' | 'grants'>,
): Promise<Slot> => {
  const cost = change.kdf ?? (await calibrate(change.monotonic))
  return makeSlot({ ...slot, vaultId: change.keys.vaultId, cost, now: change.now, random: change.random })
}

export const announce = async (change: SlotChange): Promise<Result<null>> =>
  (await change.announce?.()) ?? ok(null)

/** The master key, a fresh key pair for the person, and those key roles the giver holds himself. */
export const freshPayload = (keys: VaultKeys, roles: readonly KeyRole[]): Payload => {
  const rolePrivate: Partial<Record<KeyRole, Buffer>> = {}
  for (const role of roles) {
    const half = keys.rolePrivate[role]
    if (half) rolePrivate[role] = half
  }
  return { vmk: keys.vmk, userPrivate: makeKeyPair().private, rolePrivate }
}

const checkNew = (passphrase: string, label: string): Result<null> => {
  const judged = judgePassphrase(passphrase, [label])
  return judged.accepted ? ok(null) : refuse('passphrase-weak', {}, [judged.reason])
}

/** A door for one more person. */
export const addPassphraseSlot = async (
  change: SlotChange & {
    readonly label: string
    readonly passphrase: string
    readonly roles?: readonly KeyRole[]
    /** Somebody else chose the passphrase: it opens the door once, to be changed. */
    readonly temporary?: boolean
  },
): Promise<Result<{ readonly slotId: string }>> => {
  const judged = checkNew(change.passphrase, change.label)
  if (!judged.ok) return judged
  const payload = freshPayload(change.keys, change.roles ?? [])
  const slot = await lockUp(change, {
    id: change.random(8).toString('hex'),
    kind: 'passphrase',
    label: change.label,
    secret: passphraseBytes(change.passphrase),
    payload,
    temporary: change.temporary ?? false,
    created: change.now,
  })
  const header = genuineHeader(change)
  if (!header.ok) return header
  if (header.value.slots.length >= mostSlots) return refuse('too-many-doors')
  saveWithKeys(change, header.value, [...header.value.slots, slot], { slot, payload })
  return ok({ slotId: slot.id })
}

const openWith = async (vaultId: string, slot: Slot, typed: string): Promise<Payload | undefined> => {
  for (const secret of passphraseForms(typed)) {
    const payload = await openSlot(vaultId, slot, secret)
    if (payload) return payload
  }
  return undefined
}

type Relock = {
  readonly passphrase: string
  readonly payload: Payload
  readonly temporary: boolean
  /** Asked right before the header is written. */
  readonly judge?: (() => Result<null>) | undefined
}

// What was granted while the keys were being derived stays, unless it was meant for a key the person no longer has.
const grantedSince = (before: Slot, latest: Slot, next: Slot): readonly Grant[] =>
  next.publicKey === latest.publicKey
    ? (latest.grants ?? []).filter(
        ({ wrapped }) => before.grants?.some((old) => old.wrapped === wrapped) !== true,
      )
    : []

const relock = async (
  change: SlotChange,
  old: Slot,
  { passphrase, payload, temporary, judge }: Relock,
): Promise<Result<null>> => {
  const { id, kind, label, created } = old
  const secret = passphraseBytes(passphrase)
  const slot = await lockUp(change, { id, kind, label, created, payload, secret, temporary })
  secret.fill(0)
  const announced = await announce(change)
  if (!announced.ok) return announced
  const judged = judge?.() ?? ok(null)
  if (!judged.ok) return judged
  // Read again: deriving took a while, and another slot may have changed meanwhile.
  const header = genuineHeader(change)
  if (!header.ok) return header
  const renewed = (latest: Slot): Slot => {
    const grants = [
      ...(slot.publicKey === old.publicKey ? grantsToKeep(header.value, old) : []),
      ...grantedSince(old, latest, slot),
    ]
    return grants.length > 0 ? { ...slot, grants } : slot
  }
  const slots = header.value.slots.map((each) => (each.id === id ? renewed(each) : each))
  saveWithKeys(change, header.value, slots, { slot, payload })
  return ok(null)
}

const findSlot = (header: Header, slotId: string): Result<Slot> => {
  const slot = header.slots.find((each) => each.kind === 'passphrase' && each.id === slotId)
  return slot ? ok(slot) : fail({ code: 'not-found', what: 'slot' })
}

/** Whether this is the present passphrase of the slot. */
export const provePassphrase = async (
  change: SlotChange,
  asked: { readonly slotId: string; readonly present: string },
): Promise<Result<null>> => {
  const header = genuineHeader(change)
  if (!header.ok) return header
  const slot = findSlot(header.value, asked.slotId)
  if (!slot.ok) return slot
  const payload = await openWith(change.keys.vaultId, slot.value, asked.present)
  return payload ? ok(null) : fail({ code: 'wrong-passphrase', waitSeconds: 0 })
}

/** The person's own change: needs the present passphrase, keeps the person's keys. */
export const changePassphrase = async (
  change: SlotChange & { readonly slotId: string; readonly present: string; readonly next: string },
): Promise<Result<Payload>> => {
  const header = genuineHeader(change)
  if (!header.ok) return header
  const slot = findSlot(header.value, change.slotId)
  if (!slot.ok) return slot
  const payload = await openWith(change.keys.vaultId, slot.value, change.present)
  if (!payload) return fail({ code: 'wrong-passphrase', waitSeconds: 0 })
  const judged = checkNew(change.next, slot.value.label)
  if (!judged.ok) return judged
  if (change.next === change.present) return refuse('passphrase-same')
  const settled = settlePayload(header.value, slot.value, payload)
  if (settled === 'forged') return fail({ code: 'damaged', part: 'role-key' })
  // Whoever chose a temporary passphrase could have read the person's key with it: it ends with the passphrase.
  const own = slot.value.temporary ? { ...settled, userPrivate: makeKeyPair().private } : settled
  const locked = await relock(change, slot.value, { passphrase: change.next, payload: own, temporary: false })
  return locked.ok ? ok(own) : locked
}

/**
 * Somebody unlocked (or the recovery card) gives a slot a new passphrase; the person gets fresh keys, and of the key
 * roles only those the giver holds himself and the holders' list names the slot for.
 */
export const resetPassphrase = async (
  change: SlotChange & {
    readonly slotId: string
    readonly next: string
    readonly temporary?: boolean
    /** Asked once more right before the header is written: deriving the key took a while. */
    readonly judge?: () => Result<null>
  },
): Promise<Result<null>> => {
  const header = genuineHeader(change)
  if (!header.ok) return header
  const slot = findSlot(header.value, change.slotId)
  if (!slot.ok) return slot
  const judged = checkNew(change.next, slot.value.label)
  if (!judged.ok) return judged
  const given = presentRoles(header.value, change.keys)
    .filter(([role, half]) => isListed(header.value, slot.value, role, half))
    .map(([role]) => role)
  const payload = freshPayload(change.keys, given)
  return relock(change, slot.value, {
    passphrase: change.next,
    payload,
    temporary: change.temporary ?? false,
    judge: change.judge,
  })
}

/** Takes a door away: its passphrase opens nothing any more. The last one stays, and so does the recovery card. */
export const removeSlot = (change: SlotChange & { readonly slotId: string }): Result<null> => {
  const header = genuineHeader(change)
  if (!header.ok) return header
  const slot = findSlot(header.value, change.slotId)
  if (!slot.ok) return slot
  const left = header.value.slots.filter(({ id }) => id !== change.slotId)
  if (!left.some(({ kind }) => kind === 'passphrase')) return refuse('last-door')
  saveSlots(change, header.value, left)
  return ok(null)
}
