import { createHash } from 'node:crypto'
import { canonical } from './canonical.ts'
import { headerSchema, headerVersion } from './header.ts'
import type { Header } from './header.ts'

// One copy on disk: magic ZYH1 | length, 32 bits | canonical JSON | SHA-256 of all before it.
const magic = Buffer.from('ZYH1', 'latin1')
const hashBytes = 32
const longest = 1024 * 1024

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

export const encodeCopy = (header: Header): Buffer => {
  const body = Buffer.from(canonical(header), 'utf8')
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  const front = Buffer.concat([magic, length, body])
  return Buffer.concat([front, sha256(front)])
}

export type Copy =
  | { readonly state: 'absent' }
  | { readonly state: 'damaged' }
  | { readonly state: 'newer' }
  | { readonly state: 'read'; readonly header: Header }

const damaged: Copy = { state: 'damaged' }

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isNewer = (body: unknown): boolean =>
  typeof body === 'object' &&
  body !== null &&
  'v' in body &&
  typeof body.v === 'number' &&
  body.v > headerVersion

/** Whole and well formed, or not. Says nothing about authenticity: that needs the vault's key (isGenuine). */
export const decodeCopy = (bytes: Buffer): Copy => {
  if (bytes.length < magic.length + 4 + hashBytes || bytes.length > longest) return damaged
  if (!bytes.subarray(0, magic.length).equals(magic)) return damaged
  const end = magic.length + 4 + bytes.readUInt32BE(magic.length)
  if (bytes.length !== end + hashBytes) return damaged
  if (!sha256(bytes.subarray(0, end)).equals(bytes.subarray(end))) return damaged
  const body = parse(bytes.subarray(magic.length + 4, end).toString('utf8'))
  if (isNewer(body)) return { state: 'newer' }
  const checked = headerSchema.safeParse(body)
  if (!checked.success) return damaged
  // A second spelling of the same header would be a second set of bytes with one meaning.
  return encodeCopy(checked.data).equals(bytes) ? { state: 'read', header: checked.data } : damaged
}
