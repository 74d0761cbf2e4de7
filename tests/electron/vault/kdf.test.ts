import { argon2Sync } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answersCorrectly, chooseArgon2, nativeArgon2, wasmArgon2 } from '../../../electron/vault/argon2.ts'
import type { Argon2 } from '../../../electron/vault/argon2.ts'
import { chooseCost, kdfSchema, leastCost, stretch } from '../../../electron/vault/kdf.ts'

const throwing: Argon2 = () => Promise.reject(new Error('not supported'))
const lying: Argon2 = () => Promise.resolve(Buffer.alloc(32))

test('three independent implementations agree on any cost', async () => {
  const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length + 20 })
  const costs = fc.record({
    m: fc.integer({ min: 64, max: 512 }),
    t: fc.integer({ min: 1, max: 4 }),
    p: fc.integer({ min: 1, max: 8 }),
  })
  await fc.assert(
    fc.asyncProperty(bytes(1), bytes(8), costs, async (secret, salt, cost) => {
      const oracle = argon2Sync('argon2id', {
        message: secret,
        nonce: salt,
        parallelism: cost.p,
        memory: cost.m,
        passes: cost.t,
        tagLength: 32,
      })
      expect(await nativeArgon2(secret, salt, cost)).toEqual(oracle)
      expect(await wasmArgon2(secret, salt, cost)).toEqual(oracle)
    }),
    { numRuns: 25 },
  )
})

test('an implementation that throws or computes something else is passed over', async () => {
  expect(await answersCorrectly(nativeArgon2)).toBe(true)
  expect(await answersCorrectly(wasmArgon2)).toBe(true)
  expect(await answersCorrectly(throwing)).toBe(false)
  expect(await answersCorrectly(lying)).toBe(false)
  expect(await chooseArgon2([throwing, lying, wasmArgon2])).toBe(wasmArgon2)
  await expect(chooseArgon2([throwing, lying])).rejects.toThrow('known answer')
})

test.each([
  ['too little memory', { m: 65_535 }],
  ['too much memory', { m: 1_048_577 }],
  ['two passes', { t: 2 }],
  ['seventeen passes', { t: 17 }],
  ['nine lanes', { p: 9 }],
  ['half a lane', { p: 1.5 }],
  ['a short salt', { salt: 'AAAA' }],
])('a cost with %s is out of bounds', async (_what, change) => {
  const kdf = { ...leastCost, salt: Buffer.alloc(16).toString('base64'), ...change }
  expect(kdfSchema.safeParse(kdf).success).toBe(false)
  await expect(stretch(Buffer.from('x'), kdf)).rejects.toThrow()
})

test('calibration takes the first step of a quarter second and none over half', async () => {
  const chosen = async (msPerMib: number) =>
    (await chooseCost((cost) => Promise.resolve((cost.m / 1024) * msPerMib))).m / 1024
  expect(await chosen(0.1)).toBe(256)
  expect(await chosen(1.5)).toBe(192)
  expect(await chosen(2.7)).toBe(96)
  expect(await chosen(5)).toBe(64)
  expect(await chosen(50)).toBe(64)
})
