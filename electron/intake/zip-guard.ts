import { inflateRawSync } from 'node:zlib'
import { ok, refuse, type Result } from '../../shared/result.ts'

// A workbook is a zip; one made to burst must never be inflated as a whole.
export const zipLimits = { entries: 200, bytes: 256 * 1024 * 1024, ratio: 200, smallEntry: 1024 * 1024 }

const endMark = 0x06054b50
const entryMark = 0x02014b50
const localMark = 0x04034b50

const noWorkbook: Result<never> = refuse('intake.refusal.no-workbook')
const tooBig: Result<never> = refuse('intake.refusal.too-big')

const findEnd = (zip: Buffer): number => {
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - 65_557); at -= 1)
    if (zip.readUInt32LE(at) === endMark) return at
  return -1
}

// The true size, not the one the file claims: inflating stops at the limit.
const inflatedSize = (
  zip: Buffer,
  localAt: number,
  method: number,
  packed: number,
  most: number,
): number | null => {
  if (localAt + 30 > zip.length || zip.readUInt32LE(localAt) !== localMark) return null
  const from = localAt + 30 + zip.readUInt16LE(localAt + 26) + zip.readUInt16LE(localAt + 28)
  const data = zip.subarray(from, from + packed)
  if (data.length !== packed) return null
  if (method === 0) return packed
  if (method !== 8) return null
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(most, 1) }).length
  } catch (error) {
    return error instanceof RangeError ? Number.POSITIVE_INFINITY : null
  }
}

/** Counts entries, inflated bytes and their ratio before the reader of workbooks sees the file. */
export const guardZip = (zip: Buffer): Result<null> => {
  const end = zip.length < 22 ? -1 : findEnd(zip)
  if (end === -1) return noWorkbook
  const entries = zip.readUInt16LE(end + 10)
  if (entries === 0 || entries > zipLimits.entries) return entries === 0 ? noWorkbook : tooBig
  let at = zip.readUInt32LE(end + 16)
  let left = zipLimits.bytes
  for (let no = 0; no < entries; no += 1) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== entryMark) return noWorkbook
    const packed = zip.readUInt32LE(at + 20)
    const most = Math.min(left, Math.max(packed * zipLimits.ratio, zipLimits.smallEntry))
    const size = inflatedSize(zip, zip.readUInt32LE(at + 42), zip.readUInt16LE(at + 10), packed, most)
    if (size === null) return noWorkbook
    if (size > most) return tooBig
    left -= size
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return ok(null)
}
