import { createHash } from 'node:crypto'
import { link, open, readFile } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { read } from 'node:fs'
import { promisify } from 'node:util'
import type { BackedUpFile } from './manifest.ts'

const readAt = promisify(read)
const chunkBytes = 1024 * 1024

type Fingerprint = Pick<BackedUpFile, 'bytes' | 'sha256'>
type Source = (into: Buffer, at: number) => Promise<number>

const pour = async (source: Source, sink: FileHandle | null): Promise<Fingerprint> => {
  const hash = createHash('sha256')
  const chunk = Buffer.alloc(chunkBytes)
  let bytes = 0
  for (let got = await source(chunk, bytes); got > 0; got = await source(chunk, bytes)) {
    const part = chunk.subarray(0, got)
    hash.update(part)
    if (sink) await sink.write(part, 0, got, bytes)
    bytes += got
  }
  await sink?.sync()
  return { bytes, sha256: hash.digest('hex') }
}

const pourInto = async (source: Source, target: string): Promise<Fingerprint> => {
  const sink = await open(target, 'wx', 0o600)
  try {
    return await pour(source, sink)
  } finally {
    await sink.close()
  }
}

/** Copies through a descriptor that stays open: closing one on the live database would drop SQLite's locks. */
export const copyDescriptor = (descriptor: number, target: string): Promise<Fingerprint> =>
  pourInto(async (into, at) => (await readAt(descriptor, into, 0, into.length, at)).bytesRead, target)

/** Copies a file that nobody has open as a database. */
export const copyFile = async (from: string, target: string): Promise<Fingerprint> => {
  const source = await open(from, 'r')
  try {
    return await pourInto(async (into, at) => (await source.read(into, 0, into.length, at)).bytesRead, target)
  } finally {
    await source.close()
  }
}

/** For files that never change: a second name for the same bytes, or a copy where the disk can't give one. */
export const linkFile = async (from: string, target: string): Promise<Fingerprint> => {
  try {
    await link(from, target)
  } catch {
    return copyFile(from, target)
  }
  return fingerprint(target)
}

export const fingerprint = async (path: string): Promise<Fingerprint> => {
  const bytes = await readFile(path)
  return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
}
