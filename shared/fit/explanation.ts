import type { FitProduct } from './product.ts'
import { isPureProtection, regimeOf } from './product.ts'

/** What has to be told before a sale (order 2025-7 Art. 31, 37; senior care Art. 18). */
export const explanationItems = [
  'facts',
  'level-may-change',
  'possible-loss',
  'fees',
  'match-opinion',
  'cover',
  'exclusions',
  'hesitation',
  'surrender-loss',
  'deposit-cover',
  'early-end',
  'senior-notice',
  'senior-time',
] as const

export type ExplanationItem = (typeof explanationItems)[number]

const told: readonly ExplanationItem[] = [
  'facts',
  'level-may-change',
  'possible-loss',
  'fees',
  'match-opinion',
]
const insured: readonly ExplanationItem[] = ['facts', 'cover', 'exclusions', 'hesitation', 'surrender-loss']

export const itemsFor = (
  product: Pick<FitProduct, 'kind' | 'name'>,
  seniorCare: boolean,
): readonly ExplanationItem[] => {
  if (product.kind === 'deposit') return ['facts', 'deposit-cover', 'early-end']
  if (isPureProtection(product)) return insured
  const base =
    regimeOf(product) === 'insurance'
      ? [...insured, 'possible-loss' as const, 'match-opinion' as const]
      : told
  return seniorCare ? [...base, 'senior-notice', 'senior-time'] : base
}
