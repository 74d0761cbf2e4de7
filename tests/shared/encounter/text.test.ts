import { describe, expect, it } from 'vitest'
import { wellFormed } from '../../../shared/encounter/event.ts'
import { rules } from '../../../shared/encounter/rules.ts'
import { stepSchema } from '../../../shared/encounter/step.ts'
import { forbiddenIn } from '../../../shared/script/model.ts'
import { en, zhCN } from '../../../shared/text/index.ts'

const sentencesIn = (tree: unknown): readonly string[] =>
  typeof tree === 'string' ? [tree] : Object.values(tree as Record<string, unknown>).flatMap(sentencesIn)

// practice, "Words on screen and paper": on no surface the client can see.
const inner = [
  '待争取',
  '普通',
  '潜质',
  '挽留',
  '异动',
  '盯紧',
  '商机',
  '话术',
  '优质客户',
  '测评',
  '等级不够',
]

describe('the words of a meeting', () => {
  it('name every step and every rule in both languages', () => {
    for (const texts of [zhCN, en]) {
      expect(Object.keys(texts.encounter.step).sort()).toEqual([...stepSchema.options].sort())
      const sentences: Readonly<Record<string, string>> = texts.encounter.refusal
      for (const rule of [
        ...Object.keys(rules),
        'notInThisStep',
        'roomIsFree',
        'moveWaits',
        'processIsGone',
        'ageIsKnown',
        'amountIsPremium',
        'anotherConfirms',
        'moveNeedsBoth',
        'moveLacksDossiers',
      ])
        expect(sentences[rule], rule).toBeTruthy()
    }
    expect(wellFormed('greeting')).toHaveLength(27)
  })

  it('show the client no word of the inner list', () => {
    const shown = sentencesIn(zhCN.face)
    expect(shown.length).toBeGreaterThan(30)
    expect(shown.filter((sentence) => inner.some((word) => sentence.includes(word)))).toEqual([])
    expect(shown.flatMap(forbiddenIn)).toEqual([])
  })

  it('give no hint when a product does not fit: no other level, no other assessment', () => {
    const refusal = [zhCN.encounter.refusal.productFits, zhCN.fit.reason.above].join()
    expect(refusal).not.toMatch(/[CR][1-5]|测评|重新|再评|以下|降/)
    const english = [en.encounter.refusal.productFits, en.fit.reason.above].join()
    expect(english).not.toMatch(/\b[CR][1-5]\b|again|reassess|lower/i)
  })
})
