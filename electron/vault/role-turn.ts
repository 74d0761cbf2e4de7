import { fail, ok, refuse } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import type { Write } from '../database/handle.ts'
import { genuineHeader, saveHeader } from './change-slots.ts'
import type { SlotChange } from './change-slots.ts'
import { mostTurns } from './header.ts'
import type { Header, KeyRole, Slot } from './header.ts'
import { makeKeyPair } from './key-pair.ts'
import { isListed, withHolder, withHolders, withoutOldLists } from './role-holders.ts'
import {
  hasTakenUp,
  holdsPresent,
  isGenuineTurn,
  isHolder,
  makeGrant,
  openGrant,
  presentRoles,
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
  /** The slots that held the old key, or said so, and don't get the new one. */
  readonly leftOut: readonly string[]
  /** Those among them that said so and were never given it. */
  readonly unlisted: readonly string[]
}

/**
 * Wraps every key that is wrapped to the old public half to the new one, inside one transaction. It may be called again
 * after a kill: what is already under the new key is left as it is.
 */
export type RewrapSealed = (db: Write, turn: RoleTurn) => void

const needsKey = (): Result<never> => refuse('needs-archive-key')

// Before the end of the rotation the list of the old key still stands in the header.
const leavers = (
  header: Header,
  role: KeyRole,
  { newPublic, oldPrivate }: { readonly newPublic: string; readonly oldPrivate: Buffer },
): Pick<RoleTurn, 'leftOut' | 'unlisted'> => {
  const goesOn = (slot: Slot): boolean =>
    slot.grants?.some((grant) => grant.role === role && grant.public === newPublic) === true
  const out = header.slots.filter((slot) => isHolder(header, slot, role) && !goesOn(slot))
  const unlisted = out.filter((slot) => !isListed(header, slot, role, oldPrivate))
  return { leftOut: out.map(({ id }) => id), unlisted: unlisted.map(({ id }) => id) }
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
  if (isHolder(header.value, slot, role) && isListed(header.value, slot, role, rolePrivate)) return ok(null)
  // He would take nothing up before he has given up the old key: see `climb` in role-keys.ts.
  if (slot.roles.includes(role) && !hasTakenUp(header.value, slot, role)) return refuse('old-key-first')
  const grant = makeGrant({ vaultId: keys.vaultId, slot }, role, rolePrivate, change.random)
  // What stood there for the same key and was not from a holder would be found first and open nothing.
  const others = (slot.grants ?? []).filter((each) => each.role !== role || each.public !== grant.public)
  const granted = withSlot(header.value, slotId, (old) => ({ ...old, grants: [...others, grant] }))
  saveHeader(change, withHolder(granted, role, rolePrivate, slot))
  return ok(null)
}

/**
 * The first half of a rotation: a new pair is granted to every listed holder but those named, the card among them, while
 * the old one stays in force. What a slot says of itself counts for nothing: a colleague could have written it. Between the halves the sealed keys are wrapped anew; whatever is cut off, a holder can go on.
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
  const listed = header.value.slots.filter((slot) => isListed(header.value, slot, role, oldPrivate))
  // Without the card a branch could lose its sealed dossiers; a new card starts the list again.
  if (!listed.some(({ kind }) => kind === 'recovery')) return refuse('card-not-listed')
  const kept = turnsStillNeeded(header.value, role)
  if (kept.length >= mostTurns) return refuse('role-turns-full')
  const pair = makeKeyPair()
  const turn = signTurn(keys.vaultId, role, oldPrivate, {
    old,
    new: pair.public.toString('base64'),
    at: change.now,
  })
  const staying = listed.filter(({ id }) => !change.without.includes(id))
  const granted = (slot: Slot): Slot => {
    const grant = makeGrant({ vaultId: keys.vaultId, slot }, role, pair.private, change.random)
    return { ...slot, grants: [...(slot.grants ?? []), grant] }
  }
  const next: Header = {
    ...withHolders(withoutOldLists(header.value, role), role, pair.private, staying),
    turns: { ...header.value.turns, [role]: [...kept, turn] },
    slots: header.value.slots.map((slot) => (staying.includes(slot) ? granted(slot) : slot)),
  }
  saveHeader(change, next)
  const { private: newPrivate, public: newPublic } = pair
  const gone = leavers(next, role, { newPublic: turn.new, oldPrivate })
  return ok({ role, oldPrivate, newPrivate, newPublic, ...gone })
}

/**
 * A holder whom the list of his own key does not name: it was damaged, left out, or written by somebody without the key.
 * He has the key in his hands, so he names himself; for others he can't speak. Answers with the roles he was missing in.
 */
export const listSelf = (change: SlotChange): Result<readonly KeyRole[]> => {
  const { keys } = change
  const header = genuineHeader(change)
  if (!header.ok) return header
  const slot = header.value.slots.find(({ id }) => id === keys.slotId)
  if (!slot) return fail({ code: 'not-found', what: 'slot' })
  const missing = presentRoles(header.value, keys).filter(
    ([role, half]) => !isListed(header.value, slot, role, half),
  )
  if (missing.length === 0) return ok([])
  const next = missing.reduce((body, [role, half]) => withHolder(body, role, half, slot), header.value)
  saveHeader(change, next)
  return ok(missing.map(([role]) => role))
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
  const gone = leavers(header.value, role, { newPublic: turn.new, oldPrivate })
  return ok({ role, oldPrivate, newPrivate, newPublic, ...gone })
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
  const roles = { ...header.value.roles, [role]: newPublic.toString('base64') }
  const next = withoutOldLists({ ...header.value, roles }, role)
  saveHeader(change, { ...next, slots: next.slots.map((slot) => withoutDeadGrants(next, role, slot)) })
  return ok({
    ...keys,
    rolePrivate: { ...keys.rolePrivate, [role]: newPrivate },
    rolePublic: { ...keys.rolePublic, [role]: newPublic },
  })
}
