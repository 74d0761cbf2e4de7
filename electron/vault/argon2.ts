import { hashRaw } from '@node-rs/argon2'
import type { KdfCost } from './kdf-cost.ts'

// node:crypto's Argon2 is never used: it exists under Electron, but throws there (BoringSSL has none).

export type Argon2 = (secret: Uint8Array, salt: Uint8Array, cost: KdfCost) => Promise<Buffer>

const tagBytes = 32

export const nativeArgon2: Argon2 = (secret, salt, cost) =>
  hashRaw(secret, {
    // No `algorithm`: Argon2id is the package's default (its enum can't be read here); the known answer proves it.
    memoryCost: cost.m,
    timeCost: cost.t,
    parallelism: cost.p,
    outputLen: tagBytes,
    salt,
  })

/** Pure WASM: slower, but it needs no native code. Loaded only when the native one is out of order. */
export const wasmArgon2: Argon2 = async (secret, salt, cost) => {
  const { argon2id } = await import('hash-wasm')
  const bytes = await argon2id({
    password: secret,
    salt,
    memorySize: cost.m,
    iterations: cost.t,
    parallelism: cost.p,
    hashLength: tagBytes,
    outputType: 'binary',
  })
  return Buffer.from(bytes)
}

// Computed once with three independent implementations that agreed; small on purpose, it runs at every start.
const knownAnswer = {
  secret: Buffer.from('zhiyin/known-answer'),
  salt: Buffer.from('0123456789abcdef'),
  cost: { m: 256, t: 3, p: 4 },
  tag: '722ff708347bf94a06f0f603774bf7f83da78870596e6ff650968daf2f2e2bf6',
}

/** True when the implementation computes exactly Argon2id version 1.3. */
export const answersCorrectly = async (argon2: Argon2): Promise<boolean> => {
  try {
    const tag = await argon2(knownAnswer.secret, knownAnswer.salt, knownAnswer.cost)
    return tag.toString('hex') === knownAnswer.tag
  } catch {
    return false
  }
}

/** The first implementation that gives the known answer. None: the vault can't be opened here, which is a bug. */
export const chooseArgon2 = async (candidates: readonly Argon2[]): Promise<Argon2> => {
  for (const candidate of candidates) if (await answersCorrectly(candidate)) return candidate
  throw new Error('no Argon2id implementation gives the known answer')
}

let chosen: Promise<Argon2> | undefined

export const argon2 = (): Promise<Argon2> => (chosen ??= chooseArgon2([nativeArgon2, wasmArgon2]))
