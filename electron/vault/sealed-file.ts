import { createCipheriv, createDecipheriv } from 'node:crypto'
import { z } from 'zod'
import { canonical } from './canonical.ts'
import { deriveKey } from './derive.ts'
import type { Random } from './random.ts'

// A sealed file: magic ZYD1 | length of the header, 32 bits | header, canonical JSON | segments (docs/vault-format.md).
// Each segment is AES-256-GCM over at most 1 MiB, counted in its nonce; the last one says so there, so that nothing can
// be cut off, appended or put in another order. Everything before the first segment is bound to each of them.
const magic = Buffer.from('ZYD1', 'latin1')
const lengthBytes = 4
const tagBytes = 16
const longestHeader = 4096

export const segmentBytes = 1024 * 1024
/** The counter has 32 bits: four pebibytes of one file. */
const mostSegments = 2 ** 32 - 1

const headerSchema = z.strictObject({
  fmt: z.literal('ZYD1'),
  v: z.literal(1),
  vid: z.string().regex(/^[0-9a-f]{32}$/),
  id: z.string().regex(/^[0-9a-f]{16}$/),
  /** The schema of the database the rows were taken from. */
  schema: z.int().min(0),
  salt: z.base64().length(24),
})

/** What anyone can read of a sealed file: nothing of the person in it, not even the client number. */
export type SealedHeader = z.infer<typeof headerSchema>

/** Seven zero bytes, the segment's number, and 1 for the last one. */
export const nonceOf = (segment: number, isLast: boolean): Buffer => {
  if (!Number.isInteger(segment) || segment < 0 || segment > mostSegments)
    throw new Error('a sealed file has no segment of this number')
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(segment, 7)
  nonce[11] = isLast ? 1 : 0
  return nonce
}

const frontOf = (header: SealedHeader): Buffer => {
  const body = Buffer.from(canonical(header), 'utf8')
  const length = Buffer.alloc(lengthBytes)
  length.writeUInt32BE(body.length)
  return Buffer.concat([magic, length, body])
}

const fileKey = (dataKey: Uint8Array, header: SealedHeader): Buffer =>
  deriveKey(dataKey, Buffer.from(header.salt, 'base64'), 'sealed-file')

/** Text and tag apart: putting them together would copy every byte once more. */
const lockSegment = (
  key: Uint8Array,
  front: Buffer,
  plain: Uint8Array,
  at: number,
  isLast: boolean,
): readonly Buffer[] => {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(at, isLast))
  cipher.setAAD(front)
  return [cipher.update(plain), cipher.final(), cipher.getAuthTag()]
}

export const sealedHeader = (
  file: Pick<SealedHeader, 'vid' | 'id' | 'schema'>,
  random: Random,
): SealedHeader => ({ fmt: 'ZYD1', v: 1, ...file, salt: random(16).toString('base64') })

/** Hands the file over piece by piece, the front first; nothing of it is plain. */
export const sealInto = (
  file: { readonly header: SealedHeader; readonly dataKey: Uint8Array; readonly plain: Buffer },
  write: (piece: Buffer) => void,
): void => {
  const front = frontOf(file.header)
  const key = fileKey(file.dataKey, file.header)
  const last = Math.max(0, Math.ceil(file.plain.length / segmentBytes) - 1)
  write(front)
  for (let at = 0; at <= last; at += 1) {
    const part = file.plain.subarray(at * segmentBytes, (at + 1) * segmentBytes)
    for (const piece of lockSegment(key, front, part, at, at === last)) if (piece.length > 0) write(piece)
  }
  key.fill(0)
}

export const sealBytes = (file: Parameters<typeof sealInto>[0]): Buffer => {
  const pieces: Buffer[] = []
  sealInto(file, (piece) => void pieces.push(piece))
  return Buffer.concat(pieces)
}

/** A file to read from: its length, and any part of it. */
export type Source = { readonly size: number; readonly read: (from: number, bytes: number) => Buffer }

export const sourceOf = (bytes: Buffer): Source => ({
  size: bytes.length,
  read: (from, length) => bytes.subarray(from, from + length),
})

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

type Front = { readonly header: SealedHeader; readonly front: Buffer }

const readFront = (source: Source): Front | undefined => {
  const start = magic.length + lengthBytes
  const head = source.read(0, start)
  if (head.length < start || !head.subarray(0, magic.length).equals(magic)) return undefined
  const length = head.readUInt32BE(magic.length)
  if (length > longestHeader || start + length > source.size) return undefined
  const front = source.read(0, start + length)
  const checked = headerSchema.safeParse(parsed(front.subarray(start).toString('utf8')))
  // A second spelling of the same header would be a second file with one meaning.
  return checked.success && frontOf(checked.data).equals(front) ? { header: checked.data, front } : undefined
}

/** The header as it stands there, which proves nothing yet; undefined when it is none. */
export const readSealedHeader = (source: Source): SealedHeader | undefined => readFront(source)?.header

/** Puts what was locked into its place; false when it isn't genuine, and then nothing of it stays there. */
const openSegment = (
  key: Uint8Array,
  front: Buffer,
  locked: Buffer,
  nonce: Buffer,
  into: Buffer,
): boolean => {
  const end = locked.length - tagBytes
  if (end < 0 || end !== into.length) return false
  const cipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
  cipher.setAAD(front)
  cipher.setAuthTag(locked.subarray(end))
  const opened = cipher.update(locked.subarray(0, end))
  try {
    cipher.final()
    opened.copy(into)
    return true
  } catch {
    return false
  } finally {
    opened.fill(0)
  }
}

/** How many segments stand behind the front; none when the length can't be one of ours. */
const segmentsIn = (bytes: number): number => {
  const whole = segmentBytes + tagBytes
  const count = Math.ceil(bytes / whole)
  const rest = bytes - (count - 1) * whole
  const isEmptyFile = count === 1 && rest === tagBytes
  return count >= 1 && count <= mostSegments && (rest > tagBytes || isEmptyFile) ? count : 0
}

/**
 * What was sealed, or nothing: the first byte is handed out only when the last one was found genuine, and what was
 * opened until then is overwritten when a later part is not.
 */
export const openSealed = (
  source: Source,
  dataKey: Uint8Array,
): { readonly header: SealedHeader; readonly plain: Buffer } | undefined => {
  const read = readFront(source)
  if (!read) return undefined
  const { header, front } = read
  const count = segmentsIn(source.size - front.length)
  if (count === 0) return undefined
  const key = fileKey(dataKey, header)
  const plain = Buffer.alloc(source.size - front.length - count * tagBytes)
  let isWhole = true
  for (let at = 0; at < count && isWhole; at += 1) {
    const locked = source.read(front.length + at * (segmentBytes + tagBytes), segmentBytes + tagBytes)
    const place = plain.subarray(at * segmentBytes, (at + 1) * segmentBytes)
    isWhole = openSegment(key, front, locked, nonceOf(at, at === count - 1), place)
  }
  key.fill(0)
  if (!isWhole) plain.fill(0)
  return isWhole ? { header, plain } : undefined
}
