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

const readCopy = (folder: string, file: HeaderFile): Copy => {
  try {
    return decodeCopy(readFileSync(join(folder, file)))
  } catch (error) {
    return isMissing(error) ? { state: 'absent' } : { state: 'damaged' }
  }
}

export type Headers = {
  readonly copies: Readonly<Record<HeaderFile, Copy>>
  /** Whole copies, newest first; more than one only when they differ. */
  readonly readable: readonly Header[]
}

export const readHeaders = (folder: string): Headers => {
  const copies = { 'header.a': readCopy(folder, 'header.a'), 'header.b': readCopy(folder, 'header.b') }
  const found = headerFiles.flatMap((file) => (copies[file].state === 'read' ? [copies[file].header] : []))
  const readable = found
    .toSorted((left, right) => right.seq - left.seq)
    .filter((header, at, all) => at === 0 || !encodeCopy(header).equals(encodeCopy(all[0] ?? header)))
  return { copies, readable }
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
