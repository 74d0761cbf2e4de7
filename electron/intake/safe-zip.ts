import { crc32, inflateRawSync } from 'node:zlib'
import { ok, refuse, type Result } from '../../shared/result.ts'

// A workbook is a zip; one made to burst must never be inflated as a whole.
export const zipLimits = { entries: 200, bytes: 256 * 1024 * 1024, ratio: 200, smallEntry: 1024 * 1024 }

const endMark = 0x06054b50
const entryMark = 0x02014b50
const localMark = 0x04034b50
const namesAreUtf8 = 0x0800

const noWorkbook: Result<never> = refuse('intake.refusal.no-workbook')
const tooBig: Result<never> = refuse('intake.refusal.too-big')

type Entry = { readonly name: Buffer; readonly flags: number; readonly content: Buffer }

const findEnd = (zip: Buffer): number => {
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - 65_557); at -= 1)
    if (zip.readUInt32LE(at) === endMark) return at
  return -1
}

// The true content, not the size the file claims: inflating stops at the limit.
const contentOf = (zip: Buffer, at: number, most: number): Buffer | 'too-big' | null => {
  const localAt = zip.readUInt32LE(at + 42)
  const packed = zip.readUInt32LE(at + 20)
  const method = zip.readUInt16LE(at + 10)
  if (localAt + 30 > zip.length || zip.readUInt32LE(localAt) !== localMark) return null
  const from = localAt + 30 + zip.readUInt16LE(localAt + 26) + zip.readUInt16LE(localAt + 28)
  const data = zip.subarray(from, from + packed)
  if (data.length !== packed) return null
  if (method === 0) return packed > most ? 'too-big' : data
  if (method !== 8) return null
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(most, 1) })
  } catch (error) {
    return error instanceof RangeError ? 'too-big' : null
  }
}

const readEntries = (zip: Buffer): Result<readonly Entry[]> => {
  const end = zip.length < 22 ? -1 : findEnd(zip)
  if (end === -1) return noWorkbook
  const count = zip.readUInt16LE(end + 10)
  if (count === 0 || count > zipLimits.entries) return count === 0 ? noWorkbook : tooBig
  const entries: Entry[] = []
  const names = new Set<string>()
  let at = zip.readUInt32LE(end + 16)
  let left = zipLimits.bytes
  for (let no = 0; no < count; no += 1) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== entryMark) return noWorkbook
    const most = Math.min(left, Math.max(zip.readUInt32LE(at + 20) * zipLimits.ratio, zipLimits.smallEntry))
    const content = contentOf(zip, at, most)
    if (content === 'too-big') return tooBig
    const name = zip.subarray(at + 46, at + 46 + zip.readUInt16LE(at + 28))
    if (content === null || names.has(name.toString('latin1'))) return noWorkbook
    names.add(name.toString('latin1'))
    entries.push({ name, flags: zip.readUInt16LE(at + 8) & namesAreUtf8, content })
    left -= content.length
    at += 46 + name.length + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return ok(entries)
}

// The part both headers of an entry share: version, flags, stored as it is, no time, checksum, both sizes, name length.
const commonHead = ({ name, flags, content }: Entry): Buffer => {
  const head = Buffer.alloc(26)
  head.writeUInt16LE(20, 0)
  head.writeUInt16LE(flags, 2)
  head.writeUInt32LE(crc32(content), 10)
  head.writeUInt32LE(content.length, 14)
  head.writeUInt32LE(content.length, 18)
  head.writeUInt16LE(name.length, 22)
  return head
}

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

const writeZip = (entries: readonly Entry[]): Buffer => {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const entry of entries) {
    const local = Buffer.concat([uint32(localMark), commonHead(entry), entry.name])
    directory.push(
      Buffer.concat([
        uint32(entryMark),
        Buffer.from([20, 0]),
        commonHead(entry),
        Buffer.alloc(10),
        uint32(at),
        entry.name,
      ]),
    )
    locals.push(local, entry.content)
    at += local.length + entry.content.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(endMark, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, listed, end])
}

/**
 * The same workbook as a zip of our own making: its entries inflated one by one within the limits, and stored plainly.
 * Only this reaches the reader of workbooks, which walks the file its own way and believes the sizes it claims; a part
 * that stands in the file but not in its list is left behind.
 */
export const safeZip = (zip: Buffer): Result<Buffer> => {
  const entries = readEntries(zip)
  return entries.ok ? ok(writeZip(entries.value)) : entries
}
