import { judgePassphrase } from '../../shared/vault/passphrase.ts'
import { fail, ok, refuse } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { readHeaders, writeHeader } from './header-file.ts'
import { isGenuine, signHeader } from './header.ts'
import type { Header, KeyRole, Slot } from './header.ts'
import { calibrate } from './kdf.ts'
import type { KdfCost } from './kdf-cost.ts'
import { makeKeyPair } from './key-pair.ts'
import { passphraseBytes, passphraseForms } from './passphrase-text.ts'
import type { Random } from './random.ts'
import { describeRecovery } from './recovery-code.ts'
import type { Recovery } from './recovery-code.ts'
import { makeSlot, openSlot } from './slot.ts'
import type { Payload, SlotPlan } from './slot.ts'
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
}

const genuineHeader = ({ folder, keys }: SlotChange): Result<Header> => {
  const header = readHeaders(folder).readable.find((copy) => isGenuine(copy, keys.vmk))
  return header ? ok(header) : fail({ code: 'damaged', part: 'header' })
}

const saveSlots = (change: SlotChange, header: Header, slots: readonly Slot[]): void => {
  const next = signHeader({ ...header, seq: header.seq + 1, slots: [...slots] }, change.keys.vmk)
  writeHeader(change.folder, next, change.keys.vmk)
}

const lockUp = async (
  change: SlotChange,
  slot: Pick<SlotPlan, 'id' | 'kind' | 'label' | 'secret' | 'payload' | 'created'>,
): Promise<Slot> => {
  const cost = change.kdf ?? (await calibrate(change.monotonic))
  return makeSlot({ ...slot, vaultId: change.keys.vaultId, cost, now: change.now, random: change.random })
}

/** The master key, a fresh key pair for the person, and those key roles the giver holds himself. */
const freshPayload = (keys: VaultKeys, roles: readonly KeyRole[]): Payload => {
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
  },
): Promise<Result<{ readonly slotId: string }>> => {
  const judged = checkNew(change.passphrase, change.label)
  if (!judged.ok) return judged
  const slot = await lockUp(change, {
    id: change.random(8).toString('hex'),
    kind: 'passphrase',
    label: change.label,
    secret: passphraseBytes(change.passphrase),
    payload: freshPayload(change.keys, change.roles ?? []),
    created: change.now,
  })
  const header = genuineHeader(change)
  if (!header.ok) return header
  saveSlots(change, header.value, [...header.value.slots, slot])
  return ok({ slotId: slot.id })
}

const openWith = async (vaultId: string, slot: Slot, typed: string): Promise<Payload | undefined> => {
  for (const secret of passphraseForms(typed)) {
    const payload = await openSlot(vaultId, slot, secret)
    if (payload) return payload
  }
  return undefined
}

const relock = async (
  change: SlotChange,
  old: Slot,
  passphrase: string,
  payload: Payload,
): Promise<Result<null>> => {
  const { id, kind, label, created } = old
  const slot = await lockUp(change, {
    id,
    kind,
    label,
    created,
    payload,
    secret: passphraseBytes(passphrase),
  })
  // Read again: deriving took a while, and another slot may have changed meanwhile.
  const header = genuineHeader(change)
  if (!header.ok) return header
  saveSlots(
    change,
    header.value,
    header.value.slots.map((each) => (each.id === id ? slot : each)),
  )
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
): Promise<Result<null>> => {
  const header = genuineHeader(change)
  if (!header.ok) return header
  const slot = findSlot(header.value, change.slotId)
  if (!slot.ok) return slot
  const payload = await openWith(change.keys.vaultId, slot.value, change.present)
  if (!payload) return fail({ code: 'wrong-passphrase', waitSeconds: 0 })
  const judged = checkNew(change.next, slot.value.label)
  return judged.ok ? relock(change, slot.value, change.next, payload) : judged
}

/** Somebody unlocked (or the recovery card) gives a slot a new passphrase; the person gets fresh keys. */
export const resetPassphrase = async (
  change: SlotChange & { readonly slotId: string; readonly next: string },
): Promise<Result<null>> => {
  const header = genuineHeader(change)
  if (!header.ok) return header
  const slot = findSlot(header.value, change.slotId)
  if (!slot.ok) return slot
  const judged = checkNew(change.next, slot.value.label)
  if (!judged.ok) return judged
  return relock(change, slot.value, change.next, freshPayload(change.keys, slot.value.roles))
}

/** A new recovery card; the old one opens nothing any more. It holds every key, so its maker must hold them too. */
export const renewRecovery = async (change: SlotChange): Promise<Result<Recovery>> => {
  if (!change.keys.rolePrivate.archive) return refuse('card-needs-archive-key')
  const secret = change.random(32)
  const recovery = describeRecovery(secret)
  const slot = await lockUp(change, {
    id: change.random(8).toString('hex'),
    kind: 'recovery',
    label: '',
    secret,
    payload: freshPayload(change.keys, ['archive']),
    created: change.now,
  })
  secret.fill(0)
  const header = genuineHeader(change)
  if (!header.ok) return header
  saveSlots(change, header.value, [...header.value.slots.filter((each) => each.kind !== 'recovery'), slot])
  return ok(recovery)
}
