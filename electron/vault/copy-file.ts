import { createHash } from 'node:crypto'
import { link, open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { read } from 'node:fs'
import { promisify } from 'node:util'
import type { BackedUpFile } from './manifest.ts'

const readAt = promisify(read)
const chunkBytes = 1024 * 1024

type Fingerprint = Pick<BackedUpFile, 'bytes' | 'sha256'>
type Source = (into: Buffer, at: number) => Promise<number>

/** Told of every chunk; whoever wants to stop throws. */
export type Watch = (bytes: number) => void

const unwatched: Watch = () => undefined

const pour = async (source: Source, sink: FileHandle | null, watch: Watch): Promise<Fingerprint> => {
  const hash = createHash('sha256')
  const chunk = Buffer.alloc(chunkBytes)
  let bytes = 0
  for (let got = await source(chunk, bytes); got > 0; got = await source(chunk, bytes)) {
    const part = chunk.subarray(0, got)
    hash.update(part)
    if (sink) await sink.write(part, 0, got, bytes)
    bytes += got
    watch(got)
  }
  await sink?.sync()
  return { bytes, sha256: hash.digest('hex') }
}

const pourInto = async (source: Source, target: string, watch: Watch): Promise<Fingerprint> => {
  const sink = await open(target, 'wx', 0o600)
  try {
    return await pour(source, sink, watch)
  } finally {
    await sink.close()
  }
}

/** Copies through a descriptor that stays open: closing one on the live database would drop SQLite's locks. */
export const copyDescriptor = (
  descriptor: number,
  target: string,
  watch: Watch = unwatched,
): Promise<Fingerprint> =>
  pourInto(async (into, at) => (await readAt(descriptor, into, 0, into.length, at)).bytesRead, target, watch)

/** Copies a file that nobody has open as a database. */
export const copyFile = async (
  from: string,
  target: string,
  watch: Watch = unwatched,
): Promise<Fingerprint> => {
  const source = await open(from, 'r')
  try {
    const read: Source = async (into, at) => (await source.read(into, 0, into.length, at)).bytesRead
    return await pourInto(read, target, watch)
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

/** What a file holds, read in chunks: a backup may be larger than the memory. */
export const fingerprint = async (path: string, watch: Watch = unwatched): Promise<Fingerprint> => {
  const source = await open(path, 'r')
  try {
    return await pour(
      async (into, at) => (await source.read(into, 0, into.length, at)).bytesRead,
      null,
      watch,
    )
  } finally {
    await source.close()
  }
}
