import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeDurably } from './durable-file.ts'
import { decodeCopy, encodeCopy } from './header-copy.ts'
import type { Copy } from './header-copy.ts'
import { isGenuine } from './header.ts'
import type { Header } from './header.ts'
import type { Step } from './step.ts'

export const headerFiles = ['header.a', 'header.b'] as const
type HeaderFile = (typeof headerFiles)[number]

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

type Bytes = Buffer | 'absent' | 'unreadable'

const bytesOf = (folder: string, file: HeaderFile): Bytes => {
  try {
    return readFileSync(join(folder, file))
  } catch (error) {
    return isMissing(error) ? 'absent' : 'unreadable'
  }
}

const copyOf = (bytes: Bytes): Copy =>
  bytes === 'absent' || bytes === 'unreadable'
    ? { state: bytes === 'absent' ? 'absent' : 'damaged' }
    : decodeCopy(bytes)

const readCopy = (folder: string, file: HeaderFile): Copy => copyOf(bytesOf(folder, file))

const areSame = (left: Bytes, right: Bytes): boolean =>
  Buffer.isBuffer(left) && Buffer.isBuffer(right) && left.equals(right)

export type Headers = {
  readonly copies: Readonly<Record<HeaderFile, Copy>>
  /** Whole copies, newest first; more than one only when they differ. */
  readonly readable: readonly Header[]
}

export const readHeaders = (folder: string): Headers => {
  const [a, b] = [bytesOf(folder, 'header.a'), bytesOf(folder, 'header.b')]
  const first = copyOf(a)
  // A header has one spelling: the same bytes are the same header, and need one look only.
  const isOne = areSame(a, b)
  const copies = { 'header.a': first, 'header.b': isOne ? first : copyOf(b) }
  const found = (isOne ? (['header.a'] as const) : headerFiles).flatMap((file) =>
    copies[file].state === 'read' ? [copies[file].header] : [],
  )
  return { copies, readable: found.toSorted((left, right) => right.seq - left.seq) }
}

const seqOf = (copy: Copy): number => (copy.state === 'read' ? copy.header.seq : 0)

/**
 * Writes the older copy first and the other one only after the first was read back and found genuine,
 * so that at every moment at least one whole copy is on the disk.
 */
export const writeHeader = (
  folder: string,
  header: Header,
  vmk: Uint8Array,
  step: Step = () => undefined,
): void => {
  const { copies } = readHeaders(folder)
  const order = headerFiles.toSorted((left, right) => seqOf(copies[left]) - seqOf(copies[right]))
  const bytes = encodeCopy(header)
  for (const [at, file] of order.entries()) {
    step(at === 0 ? 'header-first-copy' : 'header-second-copy')
    writeDurably(join(folder, file), bytes)
    const back = readCopy(folder, file)
    if (back.state !== 'read' || !encodeCopy(back.header).equals(bytes) || !isGenuine(back.header, vmk))
      throw new Error(`${file} reads back differently from what was written`)
  }
}
