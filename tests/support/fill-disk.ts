import { closeSync, openSync, writeSync } from 'node:fs'

const takes = (descriptor: number, size: number): boolean => {
  try {
    return writeSync(descriptor, Buffer.alloc(size, 1)) === size
  } catch {
    return false
  }
}

/** A file that takes the disk to its last byte. */
export const fillToTheEnd = (path: string): void => {
  const descriptor = openSync(path, 'w')
  try {
    for (const size of [1024 * 1024, 4096, 1]) for (;;) if (!takes(descriptor, size)) break
  } finally {
    closeSync(descriptor)
  }
}
