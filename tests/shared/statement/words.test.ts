import { expect, test } from 'vitest'
import { assetGroups, debtGroups, figureKinds } from '../../../shared/figure/kinds.ts'
import { relations } from '../../../shared/household/model.ts'
import { ratioKeys, referenceSets } from '../../../shared/ratio/reference.ts'
import { en, zhCN } from '../../../shared/text/index.ts'
import {
  birthWords,
  formulaOf,
  groupWord,
  kindWord,
  rangeOf,
  ratioName,
  relationWord,
  termsOf,
} from '../../../shared/statement/words.ts'

test('every kind of figure, group, relation and ratio has a word in both languages', () => {
  for (const words of [zhCN, en]) {
    const missing = [
      ...figureKinds.filter((kind) => !(kind in words.figure.kind)),
      ...[...assetGroups, ...debtGroups].filter((group) => !(group in words.figure.group)),
      ...relations.filter((relation) => !(relation in words.household.relation)),
      ...ratioKeys.filter((key) => !(key in words.ratio.name) || !(key in words.ratio.formula)),
    ]
    expect(missing).toEqual([])
  }
})

test('on paper they are words, never keys', () => {
  const shown = [
    ...figureKinds.map(kindWord),
    ...[...assetGroups, ...debtGroups].map(groupWord),
    ...relations.map(relationWord),
    ...ratioKeys.flatMap((key) => [ratioName(key), formulaOf(key)]),
  ]
  expect(shown.filter((word) => /[a-z]/.test(word))).toEqual([])
})

test('words that the rules keep away from client paper are on none of it', () => {
  const paper = JSON.stringify([zhCN.statement, zhCN.ratio, zhCN.figure.kind, zhCN.figure.group])
  const forbidden = [
    '对账单',
    '资产证明',
    '待争取',
    '普通',
    '潜质',
    '挽留',
    '异动',
    '盯紧',
    '商机',
    '话术',
    '捆绑',
    '锁定',
  ]
  expect(forbidden.filter((word) => paper.includes(word))).toEqual([])
})

test('a reference range says which side is meant', () => {
  const { ranges } = referenceSets.textbook
  const words = ratioKeys.map((key) =>
    rangeOf({
      key,
      part: 1,
      whole: 1,
      value: null,
      unit: key === 'liquidity' ? 'months' : 'percent',
      range: ranges[key],
      verdict: null,
    }),
  )
  expect(words).toEqual([
    '30%以上',
    '3–6个月',
    '50%以下',
    '50%以上',
    '70%左右',
    '40%以下',
    '50%左右',
    '20%以上',
    '40–60%',
    '10%以下',
    '50%以下',
  ])
})

test('the numbers put in are shown as they are divided', () => {
  const line = { key: 'liquidity', part: 30_000_000, whole: 46_000_000, value: 783, verdict: 'high' } as const
  expect(termsOf({ ...line, unit: 'months', range: { least: 300, most: 600 } }).join('')).toBe(
    '300,000 ÷ 38,333.33',
  )
  expect([birthWords('1960'), birthWords('2018-05-02'), birthWords('')]).toEqual([
    '1960年',
    '2018年5月2日',
    '—',
  ])
})
