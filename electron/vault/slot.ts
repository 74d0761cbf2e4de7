import { z } from 'zod'
import { canonical } from './canonical.ts'
import { deriveKey } from './derive.ts'
import { keyRoleSchema, slotBinding } from './header.ts'
import type { Grant, KeyRole, Slot } from './header.ts'
import { stretch } from './kdf.ts'
import type { KdfCost } from './kdf-cost.ts'
import { publicHalf } from './key-pair.ts'
import type { Random } from './random.ts'
import { unwrap, wrap } from './wrap.ts'

const key = z.base64()
const payloadSchema = z.strictObject({ vmk: key, user: key, roles: z.partialRecord(keyRoleSchema, key) })

/** What a slot locks up. */
export type Payload = {
  readonly vmk: Buffer
  readonly userPrivate: Buffer
  readonly rolePrivate: Readonly<Partial<Record<KeyRole, Buffer>>>
}

const rolesOf = (payload: Payload): KeyRole[] =>
  keyRoleSchema.options.filter((role) => payload.rolePrivate[role] !== undefined)

const heldBy = (payload: Payload): Slot['held'] => {
  const held: Partial<Record<KeyRole, string>> = {}
  for (const role of rolesOf(payload)) {
    const half = publicHalf(payload.rolePrivate[role] ?? new Uint8Array())
    if (!half) throw new Error('the role key is no P-256 key')
    held[role] = half.toString('base64')
  }
  return held
}

/** A payload as the bytes that are locked up, in a slot or behind the quick door. */
export const encodePayload = (payload: Payload): Buffer => {
  const roles: Partial<Record<KeyRole, string>> = {}
  for (const role of rolesOf(payload)) {
    const half = payload.rolePrivate[role]
    if (half) roles[role] = half.toString('base64')
  }
  const text = canonical({
    vmk: payload.vmk.toString('base64'),
    user: payload.userPrivate.toString('base64'),
    roles,
  })
  return Buffer.from(text, 'utf8')
}

export const decodePayload = (bytes: Buffer): Payload => {
  const read = payloadSchema.parse(JSON.parse(bytes.toString('utf8')))
  const rolePrivate: Partial<Record<KeyRole, Buffer>> = {}
  for (const role of keyRoleSchema.options) {
    const half = read.roles[role]
    if (half !== undefined) rolePrivate[role] = Buffer.from(half, 'base64')
  }
  return { vmk: Buffer.from(read.vmk, 'base64'), userPrivate: Buffer.from(read.user, 'base64'), rolePrivate }
}

const kekOf = async (secret: Uint8Array, kdf: Slot['kdf']): Promise<Buffer> => {
  const stretched = await stretch(secret, kdf)
  const kek = deriveKey(stretched, Buffer.from(kdf.salt, 'base64'), 'kek')
  stretched.fill(0)
  return kek
}

export type SlotPlan = {
  readonly vaultId: string
  readonly id: string
  readonly kind: Slot['kind']
  readonly label: string
  readonly secret: Uint8Array
  readonly cost: KdfCost
  readonly payload: Payload
  /** Somebody else chose the passphrase. */
  readonly temporary?: boolean
  /** What was granted and has not been moved into the payload. */
  readonly grants?: readonly Grant[]
  readonly created: number
  readonly now: number
  readonly random: Random
}

export const makeSlot = async (plan: SlotPlan): Promise<Slot> => {
  const publicKey = publicHalf(plan.payload.userPrivate)
  if (!publicKey) throw new Error('the user key is no P-256 key')
  const bound = {
    id: plan.id,
    kind: plan.kind,
    roles: rolesOf(plan.payload),
    kdf: { ...plan.cost, salt: plan.random(16).toString('base64') },
    publicKey: publicKey.toString('base64'),
    held: heldBy(plan.payload),
    ...(plan.temporary ? { temporary: true as const } : {}),
  }
  const kek = await kekOf(plan.secret, bound.kdf)
  const plain = encodePayload(plan.payload)
  const wrapped = wrap(kek, plain, slotBinding(plan.vaultId, bound), plan.random).toString('base64')
  kek.fill(0)
  plain.fill(0)
  const grants = plan.grants && plan.grants.length > 0 ? { grants: [...plan.grants] } : {}
  return { ...bound, ...grants, label: plan.label, wrapped, created: plan.created, rotated: plan.now }
}

/** The payload, or undefined when the secret is wrong or the slot was edited: the two can't be told apart. */
export const openSlot = async (
  vaultId: string,
  slot: Slot,
  secret: Uint8Array,
): Promise<Payload | undefined> => {
  const kek = await kekOf(secret, slot.kdf)
  const plain = unwrap(kek, Buffer.from(slot.wrapped, 'base64'), slotBinding(vaultId, slot))
  kek.fill(0)
  if (!plain) return undefined
  const payload = decodePayload(plain)
  plain.fill(0)
  return payload
}
