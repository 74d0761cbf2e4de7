import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect } from 'vitest'
import {
  nonceOf,
  openSealed,
  readSealedHeader,
  sealBytes,
  sealedHeader,
  segmentBytes,
  sourceOf,
} from '../../electron/vault/sealed-file.ts'
import { unwrap, wrap } from '../../electron/vault/wrap.ts'
import { below } from '../support/dice.ts'
import { check } from './check.ts'

const tag = 16
const plain = Buffer.alloc(2 * segmentBytes + 4321, '郝欣 990000195908175962 ')
const dataKey = Buffer.alloc(32, 7)
const names = { vid: '0'.repeat(32), id: 'a'.repeat(16), schema: 560 }
const whole = sealBytes({ header: sealedHeader(names, randomBytes), dataKey, plain })
const front = whole.length - plain.length - 3 * tag
const borders = [0, 1, 2].map((at) => front + at * (segmentBytes + tag))

const opens = (bytes: Buffer, key: Uint8Array = dataKey): boolean =>
  openSealed(sourceOf(bytes), key) !== undefined

const flipped = (random: () => number): Buffer => {
  const bytes = Buffer.from(whole)
  const at = below(random, bytes.length)
  bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << below(random, 8)), at)
  return bytes
}

const segment = (at: number): Buffer => whole.subarray(borders[at], borders[at + 1])

/** What somebody with the file and without the key can do to it by hand. */
const rearranged: readonly Buffer[] = [
  ...borders.flatMap((border) => [-1, 0, 1].map((by) => whole.subarray(0, border + by))),
  Buffer.concat([whole.subarray(0, front), segment(1), segment(0), segment(2)]),
  Buffer.concat([whole.subarray(0, front), segment(0), segment(2)]),
  Buffer.concat([whole.subarray(0, front), segment(0), segment(1), segment(1), segment(2)]),
  Buffer.concat([whole, segment(2)]),
  Buffer.concat([whole, Buffer.alloc(1)]),
  Buffer.alloc(0),
]

check(
  'K09',
  'a sealed file that was changed in any way gives nothing out, and a foreign key opens none',
  { usual: 60, drill: 5_000 },
  ({ rounds, random }) => {
    expect(openSealed(sourceOf(whole), dataKey)?.plain.equals(plain)).toBe(true)
    for (const bytes of rearranged) expect(opens(bytes), `${bytes.length} bytes`).toBe(false)
    for (let round = 0; round < rounds; round++) {
      expect(opens(flipped(random))).toBe(false)
      if (round % 20 === 0) expect(opens(whole, randomBytes(32))).toBe(false)
    }
    const foreign = sealBytes({
      header: sealedHeader({ ...names, id: 'b'.repeat(16) }, randomBytes),
      dataKey,
      plain,
    })
    expect(opens(Buffer.concat([whole.subarray(0, front), foreign.subarray(front)]))).toBe(false)
    return { rounds: rounds + rearranged.length + 1 }
  },
)

check(
  'K10',
  'no nonce, salt or place of a segment comes twice',
  { usual: 2_000, drill: 1_000_000 },
  ({ rounds }) => {
    const nonces = new Set<string>()
    const salts = new Set<string>()
    const key = randomBytes(32)
    const segments = new Set<string>()
    for (let n = 0; n < rounds; n++) {
      const locked = wrap(key, dataKey, 'drill', randomBytes)
      if (n % 1000 === 0) expect(unwrap(key, locked, 'drill')?.equals(dataKey)).toBe(true)
      nonces.add(locked.toString('latin1', 0, 12))
      salts.add(sealedHeader(names, randomBytes).salt)
      segments.add(nonceOf(n, false).toString('latin1')).add(nonceOf(n, true).toString('latin1'))
    }
    expect([nonces.size, salts.size, segments.size]).toEqual([rounds, rounds, rounds * 2])
    return { rounds }
  },
)

const junk = fc.oneof(
  fc.uint8Array({ maxLength: 3000 }).map((bytes) => Buffer.from(bytes)),
  fc.string({ maxLength: 300 }).map((text) => Buffer.concat([whole.subarray(0, 8), Buffer.from(text)])),
  fc.json({ maxDepth: 5 }).map((text) => Buffer.from(`ZYD1\0\0\0\u0020${text}`)),
)

check(
  'K08',
  'no bytes whatever make the reader of sealed files do anything but refuse',
  { usual: 2_000, drill: 1_000_000 },
  ({ rounds, seed }) => {
    fc.assert(
      fc.property(junk, (bytes) => {
        expect(readSealedHeader(sourceOf(bytes))).toBeUndefined()
        expect(opens(bytes)).toBe(false)
      }),
      { numRuns: rounds, seed },
    )
    return { rounds }
  },
)
