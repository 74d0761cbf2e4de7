import { readSync } from 'node:fs'

const plainMagic = Buffer.from('SQLite format 3\0', 'latin1')

const looksPlain = (descriptor: number): boolean => {
  const front = Buffer.alloc(plainMagic.length)
  readSync(descriptor, front, 0, front.length, 0)
  return front.equals(plainMagic)
}

/** What the first bytes of a database give away before any key is used. */
export const frontDamage = (descriptor: number): string | undefined => {
  if (readSync(descriptor, Buffer.alloc(1), 0, 1, 0) === 0) return 'database-empty'
  return looksPlain(descriptor) ? 'database-not-encrypted' : undefined
}
