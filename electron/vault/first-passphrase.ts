import type { Random } from './random.ts'

// Lower case and without the signs that are read for one another: it is written on a slip and typed once.
const signs = '23456789abcdefghjkmnpqrstuvwxyz'
const groups = 4
const perGroup = 4

const oneSign = (random: Random): string => {
  for (;;) {
    const [byte = 255] = random(1)
    // 248 is the largest multiple of 31 in a byte: the rest would favour the first signs.
    if (byte < 248) return signs[byte % signs.length] ?? ''
  }
}

/** A passphrase the program proposes for somebody's first unlock: 79 bits, good for one use. */
export const proposePassphrase = (random: Random): string =>
  Array.from({ length: groups }, () => Array.from({ length: perGroup }, () => oneSign(random)).join('')).join(
    '-',
  )
