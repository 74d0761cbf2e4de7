import { createHash } from 'node:crypto'
import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39'
import { wordlist } from '@scure/bip39/wordlists/simplified-chinese.js'
import { fail, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'

// 256 random bits in two spellings: 24 Chinese characters with a checksum, and Crockford base32 in groups of four
// (32 bytes + 3 bytes of checksum = 56 signs) for a keyboard without an input method.

export type Recovery = { readonly words: readonly string[]; readonly code: string }

const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const secretBytes = 32
const checkBytes = 3

const checkOf = (secret: Uint8Array): Buffer =>
  createHash('sha256').update('zhiyin/v1/recovery-code').update(secret).digest().subarray(0, checkBytes)

const spell = (bytes: Uint8Array): string => {
  let text = ''
  for (let at = 0; at < bytes.length; at += 5) {
    let group = 0n
    for (const byte of bytes.subarray(at, at + 5)) group = (group << 8n) | BigInt(byte)
    for (let shift = 35n; shift >= 0n; shift -= 5n) text += signs[Number((group >> shift) & 31n)] ?? ''
  }
  return text
}

const unspell = (text: string): Buffer => {
  const bytes: number[] = []
  for (let at = 0; at < text.length; at += 8) {
    let group = 0n
    for (const sign of text.slice(at, at + 8)) group = (group << 5n) | BigInt(signs.indexOf(sign))
    for (let shift = 32n; shift >= 0n; shift -= 8n) bytes.push(Number((group >> shift) & 255n))
  }
  return Buffer.from(bytes)
}

export const describeRecovery = (secret: Uint8Array): Recovery => {
  const code = spell(Buffer.concat([secret, checkOf(secret)]))
  return {
    words: entropyToMnemonic(secret, wordlist).split(' '),
    code: code.match(/.{4}/g)?.join('-') ?? code,
  }
}

const wrong = (path: string, rule: string): Result<never> =>
  fail({ code: 'invalid', issues: [{ path, rule }] })

const readWords = (words: readonly string[]): Result<Buffer> => {
  const unknown = words.findIndex((word) => !wordlist.includes(word))
  if (unknown >= 0) return wrong(`recovery.${unknown + 1}`, 'unknown-character')
  if (words.length !== 24) return wrong('recovery', 'length')
  try {
    return ok(Buffer.from(mnemonicToEntropy(words.join(' '), wordlist)))
  } catch {
    return wrong('recovery', 'checksum')
  }
}

const readCode = (code: string): Result<Buffer> => {
  // Crockford: letters that look like digits are read as digits.
  const text = code.toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  const unknown = [...text].findIndex((sign) => !signs.includes(sign))
  if (unknown >= 0) return wrong(`recovery.${unknown + 1}`, 'unknown-character')
  if (text.length !== 56) return wrong('recovery', 'length')
  const bytes = unspell(text)
  const secret = bytes.subarray(0, secretBytes)
  return checkOf(secret).equals(bytes.subarray(secretBytes))
    ? ok(Buffer.from(secret))
    : wrong('recovery', 'checksum')
}

/** The secret behind what was typed from the card, in either spelling; blanks, dashes and width don't matter. */
export const readRecovery = (typed: string): Result<Buffer> => {
  const text = typed.normalize('NFKC').replaceAll(/[\s\-、，,·]/g, '')
  return /\p{Script=Han}/u.test(text) ? readWords([...text]) : readCode(text)
}
