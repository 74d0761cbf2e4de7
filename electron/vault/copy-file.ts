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

// A disk that runs full may take a part and say so only by the number.
const writeWhole = async (sink: FileHandle, part: Buffer, at: number): Promise<void> => {
  for (let done = 0; done < part.length;)
    done += (await sink.write(part, done, part.length - done, at + done)).bytesWritten
}

/**
 * Two chunks take turns: while the sum of one is made, it is written and the next one is read. Nothing is under way any
 * more when this settles, also when somebody stopped it.
 */
const pour = async (source: Source, sink: FileHandle | null, watch: Watch): Promise<Fingerprint> => {
  const hash = createHash('sha256')
  let [chunk, other] = [Buffer.alloc(chunkBytes), Buffer.alloc(chunkBytes)]
  let bytes = 0
  // Whatever fails is told where it is waited for; until then nobody may call it unheard.
  const begun = <T>(work: Promise<T>): Promise<T> => {
    work.catch(() => undefined)
    return work
  }
  let reading = begun(source(chunk, 0))
  let writing: Promise<unknown> = Promise.resolve()
  try {
    for (let got = await reading; got > 0; got = await reading) {
      const part = chunk.subarray(0, got)
      // The other chunk is free for reading once it is on its way to the disk.
      await writing
      writing = sink ? begun(writeWhole(sink, part, bytes)) : writing
      bytes += got
      reading = begun(source(other, bytes))
      hash.update(part)
      watch(got)
      ;[chunk, other] = [other, chunk]
    }
  } finally {
    await Promise.allSettled([reading, writing])
  }
  await writing
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
