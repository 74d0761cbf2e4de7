import { canonical } from './canonical.ts'
import { deriveKey, macOf, sameMac } from './derive.ts'
import { keyRoles } from './header.ts'
import type { Grant, Header, KeyRole, Slot, Turn } from './header.ts'
import { publicHalf, unwrapWith, wrapTo } from './key-pair.ts'
import type { Random } from './random.ts'
import { isListed } from './role-holders.ts'
import type { Payload } from './slot.ts'
import type { VaultKeys } from './vault-keys.ts'

const grantBinding = (vaultId: string, slotId: string, role: KeyRole, publicKey: string): string =>
  canonical({ what: 'grant', vid: vaultId, slot: slotId, role, public: publicKey })

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

/** A role's private half for one person only: whoever reads the header can't open it, and no other slot can take it. */
export const makeGrant = (
  to: { readonly vaultId: string; readonly slot: Pick<Slot, 'id' | 'publicKey'> },
  role: KeyRole,
  rolePrivate: Uint8Array,
  random: Random,
): Grant => {
  const half = publicHalf(rolePrivate)
  if (!half) throw new Error('the role key is no P-256 key')
  const publicKey = base64(half)
  const bound = grantBinding(to.vaultId, to.slot.id, role, publicKey)
  const wrapped = wrapTo(Buffer.from(to.slot.publicKey, 'base64'), rolePrivate, bound, random)
  if (!wrapped) throw new Error('the person has no P-256 key')
  return { role, public: publicKey, wrapped: base64(wrapped) }
}

/** The private half of `publicKey`, when it was granted to this slot. */
export const openGrant = (
  header: Header,
  slot: Slot,
  userPrivate: Uint8Array,
  role: KeyRole,
  publicKey: string | undefined,
): Buffer | undefined => {
  const grant = slot.grants?.find((each) => each.role === role && each.public === publicKey)
  if (!grant) return undefined
  const bound = grantBinding(header.vid, slot.id, role, grant.public)
  const plain = unwrapWith(userPrivate, Buffer.from(grant.wrapped, 'base64'), bound)
  const half = plain && publicHalf(plain)
  return half && base64(half) === publicKey ? plain : undefined
}

export const turnsOf = (header: Header, role: KeyRole): readonly Turn[] => header.turns?.[role] ?? []

/** The last rotation when it was begun and not ended: the new key is granted, the present one still in force. */
export const turnUnderWay = (header: Header, role: KeyRole): Turn | undefined => {
  const last = turnsOf(header, role).at(-1)
  return last?.old === header.roles[role] ? last : undefined
}

const turnMac = (vaultId: string, role: KeyRole, oldPrivate: Uint8Array, turn: Omit<Turn, 'mac'>): string =>
  macOf(
    deriveKey(oldPrivate, vaultId, 'role-turn'),
    canonical({ vid: vaultId, role, old: turn.old, new: turn.new, at: turn.at }),
  )

export const signTurn = (
  vaultId: string,
  role: KeyRole,
  oldPrivate: Uint8Array,
  turn: Omit<Turn, 'mac'>,
): Turn => ({ ...turn, mac: turnMac(vaultId, role, oldPrivate, turn) })

export const isGenuineTurn = (vaultId: string, role: KeyRole, oldPrivate: Uint8Array, turn: Turn): boolean =>
  sameMac(turn.mac, turnMac(vaultId, role, oldPrivate, turn))

/** The private halves among these that are in force, not of before a rotation. */
export const presentRoles = (
  header: Header,
  { rolePrivate }: Pick<VaultKeys, 'rolePrivate'>,
): readonly (readonly [KeyRole, Buffer])[] =>
  keyRoles.flatMap((role) => {
    const own = rolePrivate[role]
    return own && publicHalf(own)?.toString('base64') === header.roles[role] ? [[role, own] as const] : []
  })

export const holdsPresent = (header: Header, keys: VaultKeys, role: KeyRole): boolean =>
  presentRoles(header, keys).some(([held]) => held === role)

/** The public half in a slot's payload; one made before this was written down has the very first one. */
const heldIn = (header: Header, slot: Slot, role: KeyRole): string | undefined => {
  if (!slot.roles.includes(role)) return undefined
  return slot.held?.[role] ?? turnsOf(header, role)[0]?.old ?? header.roles[role]
}

/** Whether this slot has the present key in its payload. A grant that waits is not yet one. */
export const hasTakenUp = (header: Header, slot: Slot, role: KeyRole): boolean =>
  header.roles[role] !== undefined && heldIn(header, slot, role) === header.roles[role]

/**
 * Whether this slot says it can come to the present key: in its payload, or granted and waiting for the next unlock. Good
 * for showing it; a key is handed on by the holders' list only (role-holders.ts).
 */
export const isHolder = (header: Header, slot: Slot, role: KeyRole): boolean =>
  hasTakenUp(header, slot, role) ||
  (slot.grants ?? []).some((grant) => grant.role === role && grant.public === header.roles[role])

/** The rotations somebody may still have to climb over. */
export const turnsStillNeeded = (header: Header, role: KeyRole): readonly Turn[] => {
  const turns = turnsOf(header, role)
  const starts = header.slots.flatMap((slot) => {
    const held = heldIn(header, slot, role)
    const granted = new Set((slot.grants ?? []).map((grant) => grant.public))
    return turns.flatMap((turn, at) => (turn.old === held || granted.has(turn.new) ? [at] : []))
  })
  return turns.slice(Math.min(...starts, turns.length))
}

type Climbed = { readonly kind: 'held'; readonly key: Buffer } | { readonly kind: 'none' | 'lost' | 'forged' }

const leadsOn = (turns: readonly Turn[], from: string, to: string | undefined): boolean => {
  let at: string | undefined = from
  for (let hop = 0; hop <= turns.length && at !== undefined; hop += 1) {
    if (at === to) return true
    at = turns.find((turn) => turn.old === at)?.new
  }
  return false
}

/**
 * From the key in the payload to the one in force, rotation by rotation: each must be authenticated by the key before
 * it. A chain that goes on without this person can mean that the role was taken away, or that somebody put a key of his
 * own at its end: the old key is given up, and nothing else of the header is believed in the same unlock.
 */
const climb = (header: Header, slot: Slot, payload: Payload, role: KeyRole): Climbed => {
  const present = header.roles[role]
  const turns = turnsOf(header, role)
  let key = payload.rolePrivate[role]
  if (!key) {
    const given = openGrant(header, slot, payload.userPrivate, role, present)
    return given && isListed(header, slot, role, given) ? { kind: 'held', key: given } : { kind: 'none' }
  }
  for (let hop = 0; hop <= turns.length; hop += 1) {
    const half = publicHalf(key)
    const own = half && base64(half)
    if (own === present) return { kind: 'held', key }
    const turn = turns.find((each) => each.old === own)
    if (!turn || !isGenuineTurn(header.vid, role, key, turn)) return { kind: 'forged' }
    const next = openGrant(header, slot, payload.userPrivate, role, turn.new)
    if (!next) return { kind: leadsOn(turns, turn.new, present) ? 'lost' : 'forged' }
    key = next
  }
  return { kind: 'forged' }
}

export type Settled = Payload & {
  /** Roles whose old key was in the payload and is given up. */
  readonly lost: readonly KeyRole[]
}

/** The payload as it should be by the header: grants taken up, lost roles left out; or a public key nobody vouches for. */
export const settlePayload = (header: Header, slot: Slot, payload: Payload): Settled | 'forged' => {
  const rolePrivate: Partial<Record<KeyRole, Buffer>> = {}
  const lost: KeyRole[] = []
  for (const role of keyRoles) {
    const climbed = climb(header, slot, payload, role)
    if (climbed.kind === 'forged') return 'forged'
    if (climbed.kind === 'held') rolePrivate[role] = climbed.key
    if (climbed.kind === 'lost') lost.push(role)
  }
  return { ...payload, rolePrivate, lost }
}

/** Grants of a rotation that is not ended yet: they wait, because the key before it is still in force. */
export const grantsToKeep = (header: Header, slot: Slot): readonly Grant[] =>
  (slot.grants ?? []).filter((grant) => turnUnderWay(header, grant.role)?.new === grant.public)

/** Whether the slot has to be locked up anew: a grant waits in it, or its payload holds what it no longer should. */
export const isUnsettled = (header: Header, slot: Slot): boolean =>
  grantsToKeep(header, slot).length < (slot.grants ?? []).length ||
  slot.roles.some((role) => !hasTakenUp(header, slot, role))
