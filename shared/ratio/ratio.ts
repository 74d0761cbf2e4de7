import { divided } from '../money.ts'
import { ratioKeys, type Range, type RatioKey, type ReferenceSet } from './reference.ts'

/** The sums the ratios are made of, in fen. Liquid = cash, demand deposits and money funds. */
export type Sums = {
  readonly income: number
  readonly expense: number
  readonly assets: number
  readonly debts: number
  readonly liquid: number
  /** Financial assets outside liquid ones, and let property. */
  readonly invested: number
  readonly investmentDebts: number
  readonly loanPayments: number
  readonly premiums: number
  /** Rent, interest, dividends and returns: income without work. */
  readonly passive: number
}

export type Verdict = 'fits' | 'high' | 'low'

export type Ratio = {
  readonly key: RatioKey
  readonly part: number
  readonly whole: number
  /** Hundredths of a percent, or of a month for liquidity; null: not available. */
  readonly value: number | null
  readonly unit: 'percent' | 'months'
  readonly range: Range
  readonly verdict: Verdict | null
}

type Terms = { readonly part: number; readonly whole: number }

const terms: Readonly<Record<RatioKey, (s: Sums) => Terms>> = {
  surplus: (s) => ({ part: s.income - s.expense, whole: s.income }),
  liquidity: (s) => ({ part: s.liquid, whole: s.expense }),
  debt: (s) => ({ part: s.debts, whole: s.assets }),
  solvency: (s) => ({ part: s.assets - s.debts, whole: s.assets }),
  'quick-pay': (s) => ({ part: s.liquid, whole: s.debts }),
  'debt-service': (s) => ({ part: s.loanPayments, whole: s.income }),
  investment: (s) => ({ part: s.invested, whole: s.assets - s.debts }),
  freedom: (s) => ({ part: s.passive, whole: s.expense }),
  consumption: (s) => ({ part: s.expense - s.loanPayments - s.premiums, whole: s.income }),
  premium: (s) => ({ part: s.premiums, whole: s.income }),
  leverage: (s) => ({ part: s.investmentDebts, whole: s.invested }),
}

// A ratio over nothing, or over a negative net worth, says nothing: it is "not available", never a number.
const valueOf = (key: RatioKey, { part, whole }: Terms, debts: number): number | null => {
  if (whole <= 0) return null
  if (key === 'liquidity') return divided(part * 12, whole, 100)
  // Debt and solvency add up to exactly one: the second is what the first leaves (W04).
  if (key === 'solvency') return 10_000 - (divided(debts, whole, 10_000) ?? 0)
  return divided(part, whole, 10_000)
}

const judge = (value: number | null, range: Range): Verdict | null => {
  if (value === null) return null
  if (range.least !== null && value < range.least) return 'low'
  if (range.most !== null && value > range.most) return 'high'
  return 'fits'
}

/** A surplus that is too low comes with a word on spending (RA-01). */
export const isSurplusLow = (
  ratios: readonly { readonly key: string; readonly verdict: Verdict | null }[],
): boolean => ratios.some((ratio) => ratio.key === 'surplus' && ratio.verdict === 'low')

export const ratiosOf = (sums: Sums, reference: ReferenceSet): readonly Ratio[] =>
  ratioKeys.map((key) => {
    const { part, whole } = terms[key](sums)
    const value = valueOf(key, { part, whole }, sums.debts)
    const range = reference.ranges[key]
    const unit = key === 'liquidity' ? 'months' : 'percent'
    return { key, part, whole, value, unit, range, verdict: judge(value, range) }
  })

/** Investment to net worth without property (variant B of the textbooks), hundredths of a percent. */
export const investmentWithoutProperty = (financial: number, netWorth: number): number | null =>
  netWorth <= 0 ? null : divided(financial, netWorth, 10_000)
