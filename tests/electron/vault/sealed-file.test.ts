import { createHash, randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { canonical } from '../../../electron/vault/canonical.ts'
import { readHeaders } from '../../../electron/vault/header-file.ts'
import { unwrapWith } from '../../../electron/vault/key-pair.ts'
import { unlockVault, unlockWithRecovery } from '../../../electron/vault/unlock.ts'
import { fileBinding } from '../../../electron/seal/key.ts'
import {
  nonceOf,
  openSealed,
  readSealedHeader,
  sealBytes,
  sealedHeader,
  segmentBytes,
  sourceOf,
  type SealedHeader,
} from '../../../electron/vault/sealed-file.ts'
import { tempFolder } from './vault-template.ts'

const vid = 'ab'.repeat(16)
const whole = segmentBytes + 16
const headerFor = (id = '0123456789abcdef'): SealedHeader =>
  sealedHeader({ vid, id, schema: 580 }, (bytes) => randomBytes(bytes))

const dataKey = randomBytes(32)
const sealedOf = (plain: Buffer): Buffer => sealBytes({ header: headerFor(), dataKey, plain })
const open = (bytes: Buffer, key = dataKey): Buffer | undefined => openSealed(sourceOf(bytes), key)?.plain

const frontLength = (bytes: Buffer): number => 8 + bytes.readUInt32BE(4)

describe('a sealed file (check K09)', () => {
  it.each([0, 1, 17, 4096, segmentBytes - 1, segmentBytes, segmentBytes + 1, 2 * segmentBytes])(
    'gives back exactly what was sealed: %i bytes',
    (length) => {
      const plain = randomBytes(length)
      const bytes = sealedOf(plain)
      expect(open(bytes)?.equals(plain)).toBe(true)
      const segments = Math.max(1, Math.ceil(length / segmentBytes))
      expect(bytes.length).toBe(frontLength(bytes) + length + segments * 16)
    },
  )

  it('is refused with any single bit of it changed', () => {
    for (const plain of [Buffer.alloc(0), Buffer.from('姓名 暗号，电话 18671772999')]) {
      const bytes = sealedOf(plain)
      for (let at = 0; at < bytes.length; at += 1)
        for (const bit of [1, 2, 4, 8, 16, 32, 64, 128]) {
          const wrong = Buffer.from(bytes)
          wrong[at] = (wrong[at] ?? 0) ^ bit
          expect(open(wrong), `byte ${at} bit ${bit}`).toBeUndefined()
        }
    }
  })

  it('is refused when cut off at, before or after any border, or made longer', () => {
    const bytes = sealedOf(randomBytes(3 * segmentBytes))
    const front = frontLength(bytes)
    const borders = [0, 4, 8, front, front + 16, ...[1, 2, 3].map((n) => front + n * whole)]
    for (const border of borders)
      for (const length of [border - 1, border, border + 1])
        if (length >= 0 && length < bytes.length)
          expect(open(bytes.subarray(0, length)), `${length} bytes`).toBeUndefined()
    for (const more of [Buffer.alloc(1), Buffer.alloc(16), bytes.subarray(front, front + whole)])
      expect(open(Buffer.concat([bytes, more]))).toBeUndefined()
  })

  it('is refused with its segments in another order, doubled, or taken from another file of the same key', () => {
    const bytes = sealedOf(randomBytes(2 * segmentBytes + 5))
    const front = bytes.subarray(0, frontLength(bytes))
    const [one, two, three] = [0, 1, 2].map((n) =>
      bytes.subarray(front.length + n * whole, front.length + (n + 1) * whole),
    ) as [Buffer, Buffer, Buffer]
    const other = sealedOf(randomBytes(2 * segmentBytes + 5))
    const foreign = other.subarray(frontLength(other), frontLength(other) + whole)
    for (const order of [
      [two, one, three],
      [one, one, three],
      [one, three],
      [foreign, two, three],
    ])
      expect(open(Buffer.concat([front, ...order]))).toBeUndefined()
  })

  it('is refused with another key, another id, another vault, or a header spelled another way', () => {
    const bytes = sealedOf(Buffer.from('x'))
    expect(open(bytes, randomBytes(32))).toBeUndefined()
    const front = frontLength(bytes)
    const header = JSON.parse(bytes.subarray(8, front).toString()) as Record<string, string | number>
    const body = bytes.subarray(front)
    const withHeader = (text: string): Buffer => {
      const length = Buffer.alloc(4)
      length.writeUInt32BE(Buffer.byteLength(text))
      return Buffer.concat([Buffer.from('ZYD1'), length, Buffer.from(text), body])
    }
    expect(open(withHeader(canonical(header)))?.toString()).toBe('x')
    for (const text of [
      canonical({ ...header, id: 'f'.repeat(16) }),
      canonical({ ...header, vid: 'cd'.repeat(16) }),
      canonical({ ...header, schema: 579 }),
      canonical({ ...header, v: 2 }),
      canonical({ ...header, more: 1 }),
      ` ${canonical(header)}`,
      JSON.stringify(header, null, 1),
    ])
      expect(open(withHeader(text)), text).toBeUndefined()
  })

  it('takes no length on trust: huge headers and counters are refused before anything is read', () => {
    const bytes = sealedOf(Buffer.from('x'))
    const huge = Buffer.from(bytes)
    huge.writeUInt32BE(0xffffffff, 4)
    expect(open(huge)).toBeUndefined()
    let asked = 0
    const endless = {
      size: Number.MAX_SAFE_INTEGER,
      read: (from: number, length: number) => ((asked += length), bytes.subarray(from, from + length)),
    }
    expect(openSealed(endless, dataKey)).toBeUndefined()
    expect(asked).toBeLessThan(1024)
    for (const counter of [-1, 2 ** 32, 1.5, Number.NaN])
      expect(() => nonceOf(counter, false)).toThrow('number')
  })

  it('hands out nothing before its last part was found genuine', () => {
    const bytes = sealedOf(Buffer.concat([Buffer.alloc(segmentBytes, 0x41), Buffer.from('the end')]))
    const wrong = Buffer.from(bytes)
    wrong[wrong.length - 1] = (wrong[wrong.length - 1] ?? 0) ^ 1
    expect(openSealed(sourceOf(wrong), dataKey)).toBeUndefined()
  })

  it('shows nobody who is in it', () => {
    const bytes = sealedOf(Buffer.from('暗号'))
    expect(Object.keys(readSealedHeader(sourceOf(bytes)) ?? {}).toSorted()).toEqual([
      'fmt',
      'id',
      'salt',
      'schema',
      'v',
      'vid',
    ])
  })

  it('never uses a nonce twice under one key, nor a key twice (check K10)', () => {
    const nonces = new Set<string>()
    for (let at = 0; at < 200; at += 1)
      for (const isLast of [false, true]) nonces.add(nonceOf(at, isLast).toString('hex'))
    expect(nonces.size).toBe(400)
    const firsts = new Set(
      Array.from({ length: 200 }, () => {
        const bytes = sealedOf(Buffer.alloc(32))
        return bytes.subarray(frontLength(bytes)).toString('hex')
      }),
    )
    // The same words under the same data key: each file's salt makes another key, so no two look alike.
    expect(firsts.size).toBe(200)
  })
})

describe('the vectors a second implementation is held against', () => {
  const file = join(import.meta.dirname, '../../fixtures/seal/vectors.json')
  const vectors = JSON.parse(readFileSync(file, 'utf8')) as {
    vid: string
    archivePrivate: string
    slot: {
      passphrase: string
      recoveryWords: string
      recoveryCode: string
      header: string
      vmk: string
      dbk: string
      archivePrivate: string
    }
    files: {
      id: string
      dataKey: string
      wrapped: string
      plain: { bytes: number; hex?: string }
      file?: string
      sha256: string
      header: SealedHeader
    }[]
  }
  const plainOf = ({ bytes, hex }: { bytes: number; hex?: string }): Buffer =>
    hex === undefined
      ? Buffer.from(Uint8Array.from({ length: bytes }, (_, at) => at % 251))
      : Buffer.from(hex, 'hex')

  it.each(vectors.files.map((one) => [one.plain.bytes, one] as const))('%i bytes', (_, vector) => {
    const key = Buffer.from(vector.dataKey, 'hex')
    const plain = plainOf(vector.plain)
    const bytes = sealBytes({ header: vector.header, dataKey: key, plain })
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(vector.sha256)
    if (vector.file !== undefined) expect(bytes.toString('hex')).toBe(vector.file)
    expect(openSealed(sourceOf(bytes), key)?.plain.equals(plain)).toBe(true)
    const unwrapped = unwrapWith(
      Buffer.from(vectors.archivePrivate, 'hex'),
      Buffer.from(vector.wrapped, 'hex'),
      fileBinding(vectors.vid, vector.id),
    )
    expect(unwrapped?.toString('hex')).toBe(vector.dataKey)
  })

  it('a slot: the passphrase and the card open the header, and give the keys named there', async () => {
    const folder = tempFolder()
    const header = Buffer.from(vectors.slot.header, 'base64')
    for (const name of ['header.a', 'header.b']) writeFileSync(join(folder, name), header)
    const door = readHeaders(folder).readable[0]?.slots.find(({ kind }) => kind === 'passphrase')
    const { passphrase, recoveryCode, recoveryWords } = vectors.slot
    const opened = [
      await unlockVault({ folder, slotId: door?.id ?? '', passphrase, mend: false }),
      await unlockWithRecovery({ folder, wordsOrCode: recoveryCode, mend: false }),
      await unlockWithRecovery({ folder, wordsOrCode: recoveryWords, mend: false }),
    ]
    for (const result of opened) {
      if (!result.ok) throw new Error(JSON.stringify(result.failure))
      const { vmk, dbk, rolePrivate } = result.value
      const found = [vmk, dbk, rolePrivate.archive].map((key) => key?.toString('hex'))
      expect(found).toEqual([vectors.slot.vmk, vectors.slot.dbk, vectors.slot.archivePrivate])
    }
  })
})
