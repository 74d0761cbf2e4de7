import { createCipheriv, createDecipheriv } from 'node:crypto'
import type { Random } from './random.ts'

const nonceBytes = 12
const tagBytes = 16

/** nonce ‖ ciphertext ‖ tag, AES-256-GCM. `bound` is authenticated with it and must be given again to open. */
export const wrap = (key: Uint8Array, plain: Uint8Array, bound: string, random: Random): Buffer => {
  const nonce = random(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(bound, 'utf8'))
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** The plain bytes, or undefined when the key is wrong or one bit differs. */
export const unwrap = (key: Uint8Array, wrapped: Uint8Array, bound: string): Buffer | undefined => {
  if (wrapped.length < nonceBytes + tagBytes) return undefined
  const end = wrapped.length - tagBytes
  const cipher = createDecipheriv('aes-256-gcm', key, wrapped.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  })
  cipher.setAAD(Buffer.from(bound, 'utf8'))
  cipher.setAuthTag(wrapped.subarray(end))
  try {
    return Buffer.concat([cipher.update(wrapped.subarray(nonceBytes, end)), cipher.final()])
  } catch {
    return undefined
  }
}
