import { fail, ok, refuse } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import type { Write } from '../database/handle.ts'
import { genuineHeader, saveHeader } from './change-slots.ts'
import type { SlotChange } from './change-slots.ts'
import { mostTurns } from './header.ts'
import type { Header, KeyRole, Slot } from './header.ts'
import { makeKeyPair } from './key-pair.ts'
import {
  holdsPresent,
  isGenuineTurn,
  isHolder,
  makeGrant,
  openGrant,
  signTurn,
  turnsStillNeeded,
  turnUnderWay,
} from './role-keys.ts'
import type { VaultKeys } from './vault-keys.ts'

/** Both keys of a rotation, in a holder's hands. */
export type RoleTurn = {
  readonly role: KeyRole
  readonly oldPrivate: Buffer
  readonly newPrivate: Buffer
  readonly newPublic: Buffer
  /** The slots that held the old key and don't get the new one. */
  readonly leftOut: readonly string[]
}

/**
 * Wraps every key that is wrapped to the old public half to the new one, inside one transaction. It may be called again
 * after a kill: what is already under the new key is left as it is.
 */
export type RewrapSealed = (db: Write, turn: RoleTurn) => void

const needsKey = (): Result<never> => refuse('needs-archive-key')

const leftOut = (header: Header, role: KeyRole, newPublic: string): readonly string[] => {
  const goesOn = (slot: Slot): boolean =>
    slot.grants?.some((grant) => grant.role === role && grant.public === newPublic) === true
  return header.slots.filter((slot) => isHolder(header, slot, role) && !goesOn(slot)).map(({ id }) => id)
}

const withSlot = (header: Header, slotId: string, change: (slot: Slot) => Slot): Header => ({
  ...header,
  slots: header.slots.map((slot) => (slot.id === slotId ? change(slot) : slot)),
})

/** A holder gives one more person the role's key. The next unlock takes it up; giving it twice changes nothing. */
export const grantRole = (
  change: SlotChange & { readonly role: KeyRole; readonly slotId: string },
): Result<null> => {
  const { role, slotId, keys } = change
  const rolePrivate = keys.rolePrivate[role]
  if (!rolePrivate) return needsKey()
  const header = genuineHeader(change)
  if (!header.ok) return header
  const slot = header.value.slots.find(({ id, kind }) => id === slotId && kind === 'passphrase')
  if (!slot) return fail({ code: 'not-found', what: 'slot' })
  if (!holdsPresent(header.value, keys, role)) return needsKey()
  if (isHolder(header.value, slot, role)) return ok(null)
  const grant = makeGrant({ vaultId: keys.vaultId, slot }, role, rolePrivate, change.random)
  saveHeader(
    change,
    withSlot(header.value, slotId, (old) => ({ ...old, grants: [...(old.grants ?? []), grant] })),
  )
  return ok(null)
}

/**
 * The first half of a rotation: a new pair is granted to every holder but those named, the card among them, while the
 * old one stays in force. Between the halves the sealed keys are wrapped anew; whatever is cut off, a holder can go on.
 */
export const beginTurn = (
  change: SlotChange & { readonly role: KeyRole; readonly without: readonly string[] },
): Result<RoleTurn> => {
  const { role, keys } = change
  const oldPrivate = keys.rolePrivate[role]
  if (!oldPrivate) return needsKey()
  const header = genuineHeader(change)
  if (!header.ok) return header
  const old = header.value.roles[role]
  if (old === undefined || !holdsPresent(header.value, keys, role)) return needsKey()
  if (turnUnderWay(header.value, role)) return refuse('role-turn-under-way')
  const kept = turnsStillNeeded(header.value, role)
  if (kept.length >= mostTurns) return refuse('role-turns-full')
  const pair = makeKeyPair()
  const turn = signTurn(keys.vaultId, role, oldPrivate, {
    old,
    new: pair.public.toString('base64'),
    at: change.now,
  })
  const stays = (slot: Slot): boolean =>
    isHolder(header.value, slot, role) && !change.without.includes(slot.id)
  const granted = (slot: Slot): Slot => {
    const grant = makeGrant({ vaultId: keys.vaultId, slot }, role, pair.private, change.random)
    return { ...slot, grants: [...(slot.grants ?? []), grant] }
  }
  const next: Header = {
    ...header.value,
    turns: { ...header.value.turns, [role]: [...kept, turn] },
    slots: header.value.slots.map((slot) => (stays(slot) ? granted(slot) : slot)),
  }
  saveHeader(change, next)
  const { private: newPrivate, public: newPublic } = pair
  return ok({ role, oldPrivate, newPrivate, newPublic, leftOut: leftOut(next, role, turn.new) })
}

/** A rotation that was cut off, as far as this holder can end it; undefined when there is none. */
export const turnToEnd = (change: SlotChange & { readonly role: KeyRole }): Result<RoleTurn | undefined> => {
  const { role, keys } = change
  const header = genuineHeader(change)
  if (!header.ok) return header
  const turn = turnUnderWay(header.value, role)
  const oldPrivate = keys.rolePrivate[role]
  const slot = header.value.slots.find(({ id }) => id === keys.slotId)
  if (!turn || !oldPrivate || !slot) return ok(undefined)
  if (!isGenuineTurn(keys.vaultId, role, oldPrivate, turn)) return fail({ code: 'damaged', part: 'role-key' })
  const newPrivate = openGrant(header.value, slot, keys.userPrivate, role, turn.new)
  if (!newPrivate) return ok(undefined)
  const newPublic = Buffer.from(turn.new, 'base64')
  return ok({ role, oldPrivate, newPrivate, newPublic, leftOut: leftOut(header.value, role, turn.new) })
}

// A grant of the key that is out of force now, to somebody who does not go on, is good for nothing.
const withoutDeadGrants = (header: Header, role: KeyRole, slot: Slot): Slot => {
  if (!slot.grants || isHolder(header, slot, role)) return slot
  const grants = slot.grants.filter((grant) => grant.role !== role)
  const { grants: _all, ...bare } = slot
  return grants.length > 0 ? { ...bare, grants } : bare
}

/** The second half: the new public key is in force. The session's keys come back with the new private half. */
export const endTurn = (change: SlotChange & { readonly turn: RoleTurn }): Result<VaultKeys> => {
  const { turn, keys } = change
  const { role, newPublic, newPrivate } = turn
  const header = genuineHeader(change)
  if (!header.ok) return header
  const next = { ...header.value, roles: { ...header.value.roles, [role]: newPublic.toString('base64') } }
  saveHeader(change, { ...next, slots: next.slots.map((slot) => withoutDeadGrants(next, role, slot)) })
  return ok({
    ...keys,
    rolePrivate: { ...keys.rolePrivate, [role]: newPrivate },
    rolePublic: { ...keys.rolePublic, [role]: newPublic },
  })
}
