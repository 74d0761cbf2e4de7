import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { describeRecovery, readRecovery } from '../../../electron/vault/recovery-code.ts'
import { mistyped } from '../../support/mistyped.ts'
import { got } from './vault-template.ts'

const secrets = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes))

test('every secret comes back from its characters and from its code', () => {
  fc.assert(
    fc.property(secrets, (secret) => {
      const { words, code } = describeRecovery(secret)
      expect(words).toHaveLength(24)
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){13}[0-9A-HJKMNP-TV-Z]{4}$/)
      expect(got(readRecovery(words.join('')))).toEqual(secret)
      expect(got(readRecovery(code))).toEqual(secret)
    }),
    { numRuns: 300 },
  )
})

const { words, code } = describeRecovery(Buffer.alloc(32, 77))
const rule = (typed: string) => readRecovery(typed)

test('letters that look like digits are read as digits', () => {
  expect(got(rule(code.replaceAll('0', 'o').replaceAll('1', 'l').toLowerCase()))).toEqual(
    Buffer.alloc(32, 77),
  )
})

test('a character that is on no card is named by its place', () => {
  const typed = words.with(4, '囍').join('')
  expect(rule(typed)).toMatchObject({ failure: { code: 'invalid', issues: [{ path: 'recovery.5' }] } })
})

test('two characters in each other’s place are noticed', () => {
  const [first = '', second = ''] = words
  const typed = words.with(0, second).with(1, first).join('')
  const swapped = first === second ? words.with(0, '的').join('') : typed
  expect(rule(swapped).ok).toBe(false)
})

test('a missing character, a missing group and nothing at all are refused', () => {
  for (const typed of [words.slice(1).join(''), code.slice(5), '', ' '])
    expect(rule(typed)).toMatchObject({ failure: { issues: [{ rule: 'length' }] } })
})

test('one wrong sign of the code is noticed, whatever sign it begins with, by the reader without the app too', async () => {
  const file = fileURLToPath(new URL('../../../resources/reader/format.mjs', import.meta.url))
  const { secretOfCode } = (await import(file)) as { secretOfCode: (typed: string) => Buffer }
  const firsts = new Set<string>()
  for (let bits = 0; bits < 32; bits++) {
    const secret = Buffer.alloc(32, bits << 3)
    const own = describeRecovery(secret).code
    firsts.add(own.charAt(0))
    expect(secretOfCode(own)).toEqual(secret)
    const wrong = mistyped(own)
    expect(wrong).not.toBe(own)
    expect(rule(wrong)).toMatchObject({ failure: { issues: [{ rule: 'checksum' }] } })
    expect(() => secretOfCode(wrong)).toThrow('typing error')
  }
  expect(firsts.size).toBe(32)
  expect(firsts).toContain('Z')
})

test('no typed text can break the reader', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (typed) => {
      expect(readRecovery(typed).ok).toBe(false)
    }),
  )
})
