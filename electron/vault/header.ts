import { z } from 'zod'
import { canonical } from './canonical.ts'
import { deriveKey, macOf, sameMac } from './derive.ts'
import { kdfSchema } from './kdf.ts'

const bytes = z.base64().max(4096)

/** Key roles: held by a key, not by a line in a table. The rights of daily work live in the vault's staff rows. */
export const keyRoles = ['archive'] as const
export const keyRoleSchema = z.enum(keyRoles)
export type KeyRole = z.infer<typeof keyRoleSchema>

/** A role's private half, wrapped by a holder to the person's public key; the next unlock moves it into the payload. */
const grantSchema = z.strictObject({
  role: keyRoleSchema,
  /** The public half that belongs to what is wrapped. */
  public: bytes,
  wrapped: bytes,
})

export type Grant = z.infer<typeof grantSchema>

/** More than the rotations anybody could miss; a fuller list is refused before it is written. */
export const mostTurns = 60

/**
 * One rotation of a role's pair. The MAC is made with a key only holders of the old private half can derive, so that a
 * public half put in place by somebody else is noticed although every person's slot gives the master key.
 */
const turnSchema = z.strictObject({ old: bytes, new: bytes, at: z.int(), mac: bytes })

export type Turn = z.infer<typeof turnSchema>

const slotSchema = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{16}$/),
  kind: z.enum(['passphrase', 'recovery']),
  /** The person's name as shown before unlock. */
  label: z.string().max(60),
  roles: z.array(keyRoleSchema).max(keyRoles.length),
  kdf: kdfSchema,
  publicKey: bytes,
  /** The public halves of the role keys in the payload; absent in slots made before roles could change hands. */
  held: z.partialRecord(keyRoleSchema, bytes).optional(),
  /** A passphrase somebody else chose: it has to be changed before anything else. */
  temporary: z.literal(true).optional(),
  grants: z.array(grantSchema).max(mostTurns).optional(),
  wrapped: bytes,
  created: z.int(),
  rotated: z.int(),
})

export type Slot = z.infer<typeof slotSchema>

/** Doors and the card: more people than ever sat at one PC. */
export const mostSlots = 200

const holderSchema = z.strictObject({ id: z.string().regex(/^[0-9a-f]{16}$/), publicKey: bytes })

export type Holder = z.infer<typeof holderSchema>

/** Who was given a role's key, with a MAC only its holders can make: see role-holders.ts. */
const holderListSchema = z.strictObject({
  public: bytes,
  slots: z.array(holderSchema).max(mostSlots),
  mac: bytes,
})

export type HolderList = z.infer<typeof holderListSchema>

export const suites = ['aegis-256', 'chacha20'] as const
export type Suite = (typeof suites)[number]

export const headerVersion = 1

export const headerSchema = z.strictObject({
  fmt: z.literal('ZYH1'),
  v: z.literal(headerVersion),
  vid: z.string().regex(/^[0-9a-f]{32}$/),
  seq: z.int().min(1),
  db: z.strictObject({ suite: z.enum(suites), page: z.literal(4096), wrappedKey: bytes }),
  roles: z.partialRecord(keyRoleSchema, bytes),
  /** Each role's rotations, oldest first; the last one may still be under way (its `old` is the present key). */
  turns: z.partialRecord(keyRoleSchema, z.array(turnSchema).max(mostTurns)).optional(),
  /** Each role's holders by the present key and, during a rotation, by the next one. */
  holders: z.partialRecord(keyRoleSchema, z.array(holderListSchema).max(2)).optional(),
  slots: z.array(slotSchema).min(1).max(mostSlots),
  /** Shown on the unlock screen: whose room this is. */
  title: z.strictObject({ bank: z.string().max(60), branch: z.string().max(60) }),
  policy: z.strictObject({ idleMinutes: z.int().min(1).max(15), sessionHours: z.int().min(1).max(10) }),
  mac: bytes,
})

export type Header = z.infer<typeof headerSchema>
export type Policy = Header['policy']

export const firstPolicy: Policy = { idleMinutes: 5, sessionHours: 10 }

const headerMac = (header: Header, vmk: Uint8Array): string => {
  const { mac: _mac, ...covered } = header
  return macOf(deriveKey(vmk, header.vid, 'header-mac'), canonical(covered))
}

/** Authenticates everything in the header: slots, roles, costs, sequence, policy. */
export const signHeader = (header: Omit<Header, 'mac'>, vmk: Uint8Array): Header => {
  const unsigned = { ...header, mac: '' }
  return { ...unsigned, mac: headerMac(unsigned, vmk) }
}

export const isGenuine = (header: Header, vmk: Uint8Array): boolean =>
  sameMac(header.mac, headerMac(header, vmk))

/** What a slot's payload is bound to: editing any of it in the header makes the slot unusable. */
export const slotBinding = (
  vaultId: string,
  slot: Omit<Slot, 'wrapped' | 'label' | 'created' | 'rotated' | 'grants'>,
) =>
  canonical({
    vid: vaultId,
    id: slot.id,
    kind: slot.kind,
    roles: slot.roles,
    kdf: slot.kdf,
    publicKey: slot.publicKey,
    held: slot.held,
    temporary: slot.temporary,
  })
