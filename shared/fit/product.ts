import type { PlainDate } from '../plain-date.ts'
import type { RiskLevel } from '../assessment/model.ts'

/** The part of a product that suitability looks at. */
export type FitProduct = {
  readonly kind: 'deposit' | 'treasury' | 'wealth' | 'fund' | 'insurance' | 'metal' | 'trust' | 'other'
  readonly name: string
  readonly level: RiskLevel
  /** Null: no fixed term. */
  readonly termDays: number | null
  readonly minimum: number
  readonly openFrom: PlainDate | null
  readonly openTo: PlainDate | null
}

/** Whose rule decides (order 2025-7 Art. 3): none for deposits, CSRC for funds, the insurance part for insurance. */
export type Regime = 'none' | 'nfra' | 'csrc' | 'insurance'

// The shelf file mixes pure protection with insurance whose benefit is uncertain; the name tells them apart.
const uncertainBenefit = /分红|万能|投资连结|投连|变额/

export const isPureProtection = (product: Pick<FitProduct, 'kind' | 'name'>): boolean =>
  product.kind === 'insurance' && !uncertainBenefit.test(product.name)

export const regimeOf = (product: Pick<FitProduct, 'kind' | 'name'>): Regime => {
  if (product.kind === 'deposit' || isPureProtection(product)) return 'none'
  if (product.kind === 'insurance') return 'insurance'
  return product.kind === 'fund' ? 'csrc' : 'nfra'
}

/** Issuer and seller differ: the higher counts (Art. 22). */
export const levelOf = (issuer: RiskLevel, seller: RiskLevel): RiskLevel => Math.max(issuer, seller)

/** On sale, and not a private product: those wait for the qualified-investor rule (Art. 30). */
export const isOnOffer = (
  product: Pick<FitProduct, 'kind' | 'openFrom' | 'openTo'>,
  today: PlainDate,
): boolean =>
  product.kind !== 'trust' &&
  (product.openFrom === null || product.openFrom <= today) &&
  (product.openTo === null || today <= product.openTo)

/** Every sale in a sales area is recorded; deposits, treasury bonds and metal may be left out (2017-110). */
export const needsRecording = (product: Pick<FitProduct, 'kind'>): boolean =>
  !['deposit', 'treasury', 'metal'].includes(product.kind)
