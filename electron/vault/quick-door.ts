import { createHash } from 'node:crypto'
import { readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { fail, type Result } from '../../shared/result.ts'
import { canonical } from './canonical.ts'
import { deriveKey } from './derive.ts'
import { writeDurably } from './durable-file.ts'
import { readHeaders } from './header-file.ts'
import { slotBinding, type Header, type Slot } from './header.ts'
import { kdfSchema, stretch } from './kdf.ts'
import type { Random } from './random.ts'
import { decodePayload, encodePayload } from './slot.ts'
import { unlockBy } from './unlock.ts'
import type { VaultKeys } from './vault-keys.ts'
import { unwrap, wrap } from './wrap.ts'

// What a person's own slot holds, once more, under a PIN and a secret that only the host remembers. Without that
// secret the file is noise, and it is not backed up: no copy of it opens anything after the host has ended.

export const quickFile = 'quick.json'

const entrySchema = z.strictObject({
  slotId: z.string().regex(/^[0-9a-f]{16}$/),
  /** The slot it was made for, as it was then: see `bindingOf`. */
  slot: z.base64().length(44),
  /** When the passphrase was typed that this door hangs on. */
  proved: z.int(),
  kdf: kdfSchema,
  wrapped: z.base64().max(4096),
})
const fileSchema = z.strictObject({ fmt: z.literal('ZYQ1'), entries: z.array(entrySchema).max(200) })

type Entry = z.infer<typeof entrySchema>

// A file that can't be read opens nothing: the next door that is made writes it again.
const readEntries = (folder: string): readonly Entry[] => {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(join(folder, quickFile), 'utf8'))).entries
  } catch {
    return []
  }
}

const writeEntries = (folder: string, entries: readonly Entry[]): void => {
  const path = join(folder, quickFile)
  if (entries.length === 0) return rmSync(path, { force: true })
  writeDurably(`${path}.new`, Buffer.from(JSON.stringify({ fmt: 'ZYQ1', entries })))
  renameSync(`${path}.new`, path)
}

/**
 * A door hangs on the slot as it is now. A changed or reset passphrase draws a new salt, a role taken away is missing
 * in it, and a removed login has no slot: each leaves an old door without anything it fits.
 */
const slotMark = (vaultId: string, slot: Slot): string =>
  createHash('sha256').update(slotBinding(vaultId, slot)).digest('base64')

const bindingOf = ({ wrapped: _wrapped, ...head }: Entry): string => canonical(head)

const quickKey = async (secret: Uint8Array, pin: string, kdf: Entry['kdf']): Promise<Buffer> => {
  const typed = Buffer.from(pin)
  const stretched = await stretch(typed, kdf)
  const both = Buffer.concat([secret, stretched])
  const key = deriveKey(both, Buffer.from(kdf.salt, 'base64'), 'quick-wrap')
  for (const bytes of [typed, stretched, both]) bytes.fill(0)
  return key
}

const isDoorOf =
  (slotId: string) =>
  (slot: Slot): boolean =>
    slot.kind === 'passphrase' && slot.id === slotId

export type QuickPlan = {
  readonly folder: string
  readonly keys: VaultKeys
  readonly pin: string
  /** 256 random bits that are kept by the host and nowhere else. */
  readonly secret: Uint8Array
  readonly proved: number
  readonly random: Random
}

/** Writes the person's quick door; an earlier one is gone with it. The PIN costs what the passphrase costs. */
export const hangQuickDoor = async (plan: QuickPlan): Promise<void> => {
  const { folder, keys, random } = plan
  const slot = readHeaders(folder).readable[0]?.slots.find(isDoorOf(keys.slotId))
  if (!slot) throw new Error('whoever is unlocked has a slot')
  const kdf = { ...slot.kdf, salt: random(16).toString('base64') }
  const bare = {
    slotId: keys.slotId,
    slot: slotMark(keys.vaultId, slot),
    proved: plan.proved,
    kdf,
    wrapped: '',
  }
  const key = await quickKey(plan.secret, plan.pin, kdf)
  const plain = encodePayload(keys)
  const wrapped = wrap(key, plain, bindingOf(bare), random).toString('base64')
  key.fill(0)
  plain.fill(0)
  const others = readEntries(folder).filter((entry) => entry.slotId !== keys.slotId)
  writeEntries(folder, [...others, { ...bare, wrapped }])
}

export const takeOffQuickDoor = (folder: string, slotId: string): void => {
  const entries = readEntries(folder)
  const left = entries.filter((entry) => entry.slotId !== slotId)
  if (left.length < entries.length) writeEntries(folder, left)
}

/** Takes off every door but these; with none left the file goes, whatever was in it. */
export const keepOnlyQuickDoors = (folder: string, living: readonly string[]): void => {
  const entries = readEntries(folder)
  const left = entries.filter((entry) => living.includes(entry.slotId))
  if (left.length < entries.length || left.length === 0) writeEntries(folder, left)
}

const fits = (header: Header, entry: Entry): boolean =>
  header.slots.some((slot) => isDoorOf(entry.slotId)(slot) && slotMark(header.vid, slot) === entry.slot)

/** The doors that still fit their slot, with the instant of their passphrase. */
export const quickDoors = (folder: string): ReadonlyMap<string, number> => {
  const { readable } = readHeaders(folder)
  const fitting = readEntries(folder).filter((entry) => readable.some((header) => fits(header, entry)))
  return new Map(fitting.map((entry) => [entry.slotId, entry.proved]))
}

type Request = {
  readonly folder: string
  readonly slotId: string
  readonly pin: string
  readonly secret: Uint8Array
  /** False where nothing can be written. */
  readonly mend?: boolean
}

/** The keys behind a PIN: `wrong-passphrase` for a wrong PIN, a wrong secret, a changed slot or an edited file alike. */
export const unlockByPin = async ({
  folder,
  slotId,
  pin,
  secret,
  mend = true,
}: Request): Promise<Result<VaultKeys>> => {
  const entry = readEntries(folder).find((each) => each.slotId === slotId)
  if (!entry) return fail({ code: 'not-found', what: 'quick' })
  const key = await quickKey(secret, pin, entry.kdf)
  const plain = unwrap(key, Buffer.from(entry.wrapped, 'base64'), bindingOf(entry))
  key.fill(0)
  const payload = plain && decodePayload(plain)
  plain?.fill(0)
  // In each copy of the header the slot must be the one the door was made for.
  const open = (vaultId: string, slot: Slot) =>
    Promise.resolve(slotMark(vaultId, slot) === entry.slot ? payload : undefined)
  return unlockBy({ folder, mend }, isDoorOf(slotId), [{ name: 'pin', open }])
}
