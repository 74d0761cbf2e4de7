import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs'

// A copy of a file on a disk that no longer gives all of it. A sector that can't be read costs its block, which stays
// empty in the copy, and nothing else.

/** As large as a page of the database, so that a block without bytes is one page. */
export const blockBytes = 4096
const chunkBytes = 256 * blockBytes

/** Fills the buffer from this place of an open file on, as far as the file goes. */
export type ReadAt = (descriptor: number, into: Uint8Array, at: number) => number

const readFromDisk: ReadAt = (descriptor, into, at) => {
  let done = 0
  for (let got = -1; got !== 0 && done < into.length; done += got)
    got = readSync(descriptor, into, done, into.length - done, at + done)
  return done
}

/** The disk failed to give the bytes; whatever else goes wrong is told as it is. */
const isBadSector = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EIO'

const canRead = (read: () => unknown): boolean => {
  try {
    read()
    return true
  } catch (error) {
    if (!isBadSector(error)) throw error
    return false
  }
}

const putAll = (descriptor: number, bytes: Uint8Array, at: number): void => {
  for (let done = 0; done < bytes.length;)
    done += writeSync(descriptor, bytes, done, bytes.length - done, at + done)
}

/** Places of the blocks of this piece that the disk keeps; they are empty in the buffer. */
const readByBlock = (source: number, into: Uint8Array, at: number, read: ReadAt): readonly number[] => {
  const kept: number[] = []
  for (let start = 0; start < into.length; start += blockBytes) {
    const block = into.subarray(start, start + blockBytes)
    if (canRead(() => read(source, block, at + start))) continue
    block.fill(0)
    kept.push(at + start)
  }
  return kept
}

const pour = (source: number, sink: number, read: ReadAt): readonly number[] => {
  const kept: number[] = []
  const buffer = Buffer.alloc(chunkBytes)
  const { size } = fstatSync(source)
  for (let at = 0; at < size; at += chunkBytes) {
    const piece = buffer.subarray(0, size - at)
    if (!canRead(() => read(source, piece, at))) kept.push(...readByBlock(source, piece, at, read))
    putAll(sink, piece, at)
  }
  return kept.map((at) => at / blockBytes + 1)
}

/** Copies what can be read of a file nobody has open. Answers with the numbers of the blocks that could not, from 1 on. */
export const copyBlocks = (from: string, to: string, read: ReadAt = readFromDisk): readonly number[] => {
  const source = openSync(from, 'r')
  try {
    const sink = openSync(to, 'wx', 0o600)
    try {
      return pour(source, sink, read)
    } finally {
      closeSync(sink)
    }
  } finally {
    closeSync(source)
  }
}
