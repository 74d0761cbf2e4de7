import { describe, expect, it } from 'vitest'
import { declarationOf } from '../../../shared/fit/declaration.ts'
import { itemsFor } from '../../../shared/fit/explanation.ts'

const yuan = (n: number): number => n * 100

describe('the signed declaration for insurance with uncertain benefit', () => {
  const dividend = {
    kind: 'yearly' as const,
    years: 10,
    premium: yuan(200_000),
    familyIncome: yuan(760_000),
    budget: yuan(150_000),
  }

  it('raises exactly two flags for a dividend policy at 67 (story S4)', () => {
    expect(declarationOf(dividend, 67)).toEqual({
      flags: ['yearlyPremium', 'payingAge'],
      incomeShare: 2632,
      budgetShare: 13333,
      lastPayingAge: 77,
    })
  })

  it('counts the borders as the rule says: more than a fifth, 75 reached, one and a half reached', () => {
    expect(declarationOf({ ...dividend, premium: yuan(152_000) }, 60).flags).toEqual([])
    expect(declarationOf({ ...dividend, premium: yuan(152_000) }, 65).flags).toEqual(['payingAge'])
    expect(declarationOf({ ...dividend, premium: yuan(152_001), budget: yuan(101_334) }, 50).flags).toEqual([
      'yearlyPremium',
      'overBudget',
    ])
    const single = { ...dividend, kind: 'single' as const, years: 1, budget: yuan(9_000_000) }
    expect(declarationOf({ ...single, premium: yuan(3_040_000) }, 40).flags).toEqual([])
    expect(declarationOf({ ...single, premium: yuan(3_040_001) }, 40).flags).toEqual(['singlePremium'])
  })
})

describe('what has to be told before a sale', () => {
  it('follows the kind of product and the age', () => {
    const wealth = { kind: 'wealth' as const, name: '稳健优享一年定开' }
    expect(itemsFor(wealth, false)).toContain('possible-loss')
    expect(itemsFor(wealth, true)).toContain('senior-time')
    expect(itemsFor({ kind: 'deposit', name: '一年期定期存款' }, false)).not.toContain('possible-loss')
    expect(itemsFor({ kind: 'insurance', name: '康佑一生重大疾病保险' }, false)).toContain('hesitation')
  })
})
