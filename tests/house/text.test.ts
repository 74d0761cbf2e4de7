import { expect, test } from 'vitest'
import { en, zhCN } from '../../shared/text/index.ts'

type Text = { readonly key: string; readonly text: string }

const textsOf = (value: unknown, key: string): Text[] => {
  if (typeof value === 'string') return [{ key, text: value }]
  return Object.entries(value as object).flatMap(([name, inner]) =>
    textsOf(inner, key === '' ? name : `${key}.${name}`),
  )
}

const holes = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*([\w.]+)/g)].map(([, name]) => String(name)).sort()

// Chinese has one plural form, English two; i18next marks them by an ending of the key.
const withoutPlural = (key: string): string => key.replace(/_(one|other)$/, '')

const keysOf = (texts: readonly Text[]): string[] =>
  [...new Set(texts.map(({ key }) => withoutPlural(key)))].sort()

const differences = (zh: unknown, english: unknown): string[] => {
  const [one, other] = [textsOf(zh, ''), textsOf(english, '')]
  const inOne = new Map(one.map(({ key, text }) => [withoutPlural(key), text]))
  const keys = keysOf(other)
  return [
    ...keysOf(one).filter((key) => !keys.includes(key)),
    ...keys.filter((key) => !inOne.has(key)),
    ...other
      .filter(({ key, text }) => holes(inOne.get(withoutPlural(key)) ?? '').join() !== holes(text).join())
      .map(({ key }) => `${key}: other values`),
  ]
}

test('every text exists in Chinese and in English and shows the same values', () => {
  expect(differences(zhCN, en)).toEqual([])
  expect(textsOf(zhCN, '').length).toBeGreaterThan(50)
})

test('no text is empty', () => {
  const empty = [...textsOf(zhCN, ''), ...textsOf(en, '')].filter(({ text }) => text.trim() === '')
  expect(empty).toEqual([])
})

test('no English text has a quotation mark that the app’s face draws as wide as a Chinese character', () => {
  const wide = textsOf(en, '').filter(({ text }) => /[‘’“”]/.test(text))
  expect(wide).toEqual([])
})

// GLOSSARY.md settles the word; the other ones are what people also say for it.
const otherWords: Readonly<Record<string, RegExp>> = {
  档案管理员: /档案员|保管员/,
  柜格: /柜位/,
  主办: /归属人|管户/,
  账簿: /账本/,
  理财经理: /客户经理(?!主管)/,
  家庭财务报告: /报表|对账单/,
}

const strayWords = (texts: unknown): string[] =>
  textsOf(texts, '').flatMap(({ key, text }) =>
    Object.entries(otherWords)
      .filter(([, others]) => others.test(text))
      .map(([word]) => `${key}: ${word}`),
  )

test('one thing has one word on every screen and sheet', () => {
  expect(strayWords(zhCN)).toEqual([])
  expect(strayWords({ a: '请保管员接收', b: '档案管理员', c: '客户经理主管' })).toEqual(['a: 档案管理员'])
})

test('a planted gap between the languages is refused', () => {
  expect(differences({ a: '是', b: { c: '{{n}} 位' } }, { a: 'yes', b: {} })).toEqual(['b.c'])
  expect(differences({ a: '{{n}} 位' }, { a: '{{count}} clients' })).toEqual(['a: other values'])
})
