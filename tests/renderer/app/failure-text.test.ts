import { expect, test } from 'vitest'
import { exitCodes } from '../../../shared/failure.ts'
import type { Failure, FailureCode } from '../../../shared/failure.ts'
import { en, zhCN } from '../../../shared/text/index.ts'
import { failureReasons, failureText } from '../../../renderer/text/failure-text.ts'

const codes = Object.keys(exitCodes) as FailureCode[]

test.each(codes)('the failure %s has a sentence in both languages', (code) => {
  expect(zhCN.error[code].length).toBeGreaterThan(5)
  expect(en.error[code].length).toBeGreaterThan(5)
})

const echo = {
  t: (key: string, params: object = {}) => `${key} ${JSON.stringify(params)}`,
  say: (key: string) => key,
  language: 'zh-CN' as const,
}

test('a bug shows its reference and nothing else', () => {
  expect(failureText({ code: 'bug', ref: 'k3' }, echo)).toBe('error.bug {"ref":"k3"}')
})

test('a wrong passphrase says how long to wait only when there is a wait', () => {
  const wrong = (waitSeconds: number): Failure => ({ code: 'wrong-passphrase', waitSeconds })
  expect(failureText(wrong(0), echo)).toMatch(/^error.wrong-passphrase \{/)
  expect(failureText(wrong(8), echo)).toBe('error.wrong-passphrase-wait {"waitSeconds":8}')
})

test('a rule without its own sentence falls back to the general refusal, never to a key', () => {
  const refused: Failure = { code: 'refused', rule: 'client.refusal.none', params: {}, reasons: [] }
  expect(failureText(refused, echo)).toBe('error.refused')
})

test('a rule of the vault and its reason are said in the words of the unlock screen', () => {
  const refused: Failure = {
    code: 'refused',
    rule: 'passphrase-weak',
    params: {},
    reasons: ['too-short', 'no-such-reason'],
  }
  expect(failureText(refused, echo)).toBe('unlock.refusal.passphrase-weak')
  expect(failureReasons(refused, echo)).toEqual(['unlock.reason.too-short'])
})
