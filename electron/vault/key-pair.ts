import { createECDH } from 'node:crypto'
import { deriveKey } from './derive.ts'
import type { Random } from './random.ts'
import { unwrap, wrap } from './wrap.ts'

// P-256 through createECDH only: BoringSSL has it, and no key object keeps a copy that can't be wiped.
const curve = 'prime256v1'
const publicBytes = 65

export type KeyPair = { readonly private: Buffer; readonly public: Buffer }

export const makeKeyPair = (): KeyPair => {
  const ecdh = createECDH(curve)
  const publicKey = ecdh.generateKeys()
  return { private: ecdh.getPrivateKey(), public: publicKey }
}

/** The public half that belongs to a private one; undefined for bytes that are no key. */
export const publicHalf = (privateKey: Uint8Array): Buffer | undefined => {
  try {
    const ecdh = createECDH(curve)
    ecdh.setPrivateKey(privateKey)
    return ecdh.getPublicKey()
  } catch {
    return undefined
  }
}

const agree = (privateKey: Uint8Array, other: Uint8Array, salt: Uint8Array): Buffer | undefined => {
  try {
    const ecdh = createECDH(curve)
    ecdh.setPrivateKey(privateKey)
    const secret = ecdh.computeSecret(other)
    const key = deriveKey(secret, salt, 'role-wrap')
    secret.fill(0)
    return key
  } catch {
    return undefined
  }
}

/** Sealed so that only the holder of the private half can open it: ephemeral public ‖ nonce ‖ ciphertext ‖ tag. */
export const wrapTo = (
  publicKey: Uint8Array,
  plain: Uint8Array,
  bound: string,
  random: Random,
): Buffer | undefined => {
  const ephemeral = makeKeyPair()
  const key = agree(ephemeral.private, publicKey, Buffer.concat([ephemeral.public, publicKey]))
  ephemeral.private.fill(0)
  if (!key) return undefined
  const wrapped = Buffer.concat([ephemeral.public, wrap(key, plain, bound, random)])
  key.fill(0)
  return wrapped
}

export const unwrapWith = (
  privateKey: Uint8Array,
  wrapped: Uint8Array,
  bound: string,
): Buffer | undefined => {
  const own = publicHalf(privateKey)
  const ephemeral = wrapped.subarray(0, publicBytes)
  const key = own && agree(privateKey, ephemeral, Buffer.concat([ephemeral, own]))
  if (!key) return undefined
  const plain = unwrap(key, wrapped.subarray(publicBytes), bound)
  key.fill(0)
  return plain
}
