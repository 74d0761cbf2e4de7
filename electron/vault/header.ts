import { z } from 'zod'
import { canonical } from './canonical.ts'
import { deriveKey, macOf, sameMac } from './derive.ts'
import { kdfSchema } from './kdf.ts'

const bytes = z.base64().max(4096)

/** Key roles: held by a key, not by a line in a table. The rights of daily work live in the vault's staff rows. */
export const keyRoles = ['archive'] as const
export const keyRoleSchema = z.enum(keyRoles)
export type KeyRole = z.infer<typeof keyRoleSchema>

const slotSchema = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{16}$/),
  kind: z.enum(['passphrase', 'recovery']),
  /** The person's name as shown before unlock. */
  label: z.string().max(60),
  roles: z.array(keyRoleSchema).max(keyRoles.length),
  kdf: kdfSchema,
  publicKey: bytes,
  wrapped: bytes,
  created: z.int(),
  rotated: z.int(),
})

export type Slot = z.infer<typeof slotSchema>

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
  slots: z.array(slotSchema).min(1).max(200),
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
export const slotBinding = (vaultId: string, slot: Omit<Slot, 'wrapped' | 'label' | 'created' | 'rotated'>) =>
  canonical({
    vid: vaultId,
    id: slot.id,
    kind: slot.kind,
    roles: slot.roles,
    kdf: slot.kdf,
    publicKey: slot.publicKey,
  })
