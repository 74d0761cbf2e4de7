import { expect, test } from 'vitest'
import { judgePassphrase } from '../../../shared/vault/passphrase.ts'

test.each([
  ['', 'too-short'],
  ['Xk9#m2', 'too-short'],
  ['12345678', 'too-easy'],
  ['woaini1314', 'too-easy'],
  ['mima8888', 'too-easy'],
  ['中国银行理财经理', 'too-easy'],
  ['密码密码密码密码', 'too-easy'],
  ['aaaaaaaaaaaa', 'too-easy'],
  ['888888888888', 'too-easy'],
  ['密码密码密码密码密码密码', 'too-easy'],
])('%j is refused as %s', (passphrase, reason) => {
  expect(judgePassphrase(passphrase)).toMatchObject({ accepted: false, reason })
})

test.each([
  'Tq7#vR2!x',
  '春风又绿江南岸 2026',
  'correct horse battery',
  'k9$Lw2@pQx',
  '白日依山尽黄河入海流欲穷',
])('%j is accepted', (passphrase) => {
  expect(judgePassphrase(passphrase).accepted).toBe(true)
})

test('a passphrase of 257 signs is too long to be meant', () => {
  expect(judgePassphrase('春'.repeat(257))).toMatchObject({ accepted: false, reason: 'too-long' })
})

test('the person’s own name makes a short one worse, not better', () => {
  expect(judgePassphrase('chenming', ['chenming']).accepted).toBe(false)
  expect(judgePassphrase('陈明陈明陈明陈明', ['陈明']).accepted).toBe(false)
})

test('strength is a word that grows with the effort of guessing', () => {
  const strengths = ['mima1234', 'mima1234gonghang', 'Tq7#vR2!', 'Tq7#vR2!xK9&mW4p'].map(
    (passphrase) => judgePassphrase(passphrase).strength,
  )
  expect(strengths[0]).toBe('weak')
  expect(strengths.at(-1)).toBe('strong')
})
