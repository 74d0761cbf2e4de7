import { standingOf } from '../assessment/validity.ts'
import type { RiskLevel } from '../assessment/model.ts'
import type { PlainDate } from '../plain-date.ts'
import { addDays, ageOn } from '../plain-date.ts'
import type { FitProduct } from './product.ts'
import { regimeOf } from './product.ts'

export type FitClient = {
  readonly birthDate: PlainDate | null
  readonly assessment:
    | {
        readonly level: RiskLevel
        readonly date: PlainDate
        /** A changed level the client has not confirmed a second time (order 2025-7 Art. 29). */
        readonly unconfirmed?: boolean
      }
    | undefined
  /** All this bank knows the client to have, in fen; null when unknown. */
  readonly means: number | null
}

/** `written` is the client's own written choice, which exists for insurance only (order 2025-7 Art. 38). */
export type FitWish = {
  readonly amount: number | null
  readonly latest: PlainDate | null
  readonly written: boolean
}

export type LevelCheck = 'ok' | 'not-applicable' | 'none' | 'expired' | 'unconfirmed' | 'above'
export type MeansCheck = 'ok' | 'unknown' | 'below-minimum' | 'beyond-means'
export type TermCheck = 'ok' | 'not-applicable' | 'too-long'

/** Three separate checks (Art. 12), shown side by side: one refused leaves the others visible. */
export type FitReport = {
  readonly level: LevelCheck
  readonly means: MeansCheck
  readonly term: TermCheck
  readonly seniorCare: boolean
}

export const levelCheck = (
  product: Pick<FitProduct, 'kind' | 'name' | 'level'>,
  assessment: FitClient['assessment'],
  today: PlainDate,
): LevelCheck => {
  if (regimeOf(product) === 'none') return 'not-applicable'
  const standing = standingOf(assessment, today)
  if (standing !== 'valid' || !assessment) return standing === 'expired' ? 'expired' : 'none'
  if (assessment.unconfirmed === true) return 'unconfirmed'
  return product.level <= assessment.level ? 'ok' : 'above'
}

const meansCheck = (product: FitProduct, client: FitClient, wish: FitWish): MeansCheck => {
  const amount = wish.amount ?? product.minimum
  if (amount < product.minimum) return 'below-minimum'
  if (client.means === null) return 'unknown'
  return amount > client.means ? 'beyond-means' : 'ok'
}

// Insurance is judged by its payment years (the declaration), not by the length of its cover.
const termCheck = (product: FitProduct, wish: FitWish, today: PlainDate): TermCheck => {
  if (product.kind === 'insurance' || product.termDays === null) return 'not-applicable'
  return wish.latest !== null && addDays(today, product.termDays) > wish.latest ? 'too-long' : 'ok'
}

/** 65 and older, the day of the birthday included (Art. 18, 46). */
export const isSenior = (birthDate: PlainDate | null, today: PlainDate): boolean =>
  birthDate !== null && ageOn(birthDate, today) >= 65

/** "High-risk" for seniors is a branch setting; R4 unless the branch says otherwise. */
export const defaultHighRisk: RiskLevel = 4

export const checkFit = (
  product: FitProduct,
  client: FitClient,
  wish: FitWish,
  today: PlainDate,
  highRisk: RiskLevel = defaultHighRisk,
): FitReport => ({
  level: levelCheck(product, client.assessment, today),
  means: meansCheck(product, client, wish),
  term: termCheck(product, wish, today),
  seniorCare: regimeOf(product) !== 'none' && product.level >= highRisk && isSenior(client.birthDate, today),
})

export const isAssessed = (report: Pick<FitReport, 'level'>): boolean =>
  report.level !== 'none' && report.level !== 'expired' && report.level !== 'unconfirmed'

/** No override exists for investment products; insurance has the written way, which needs an assessment too. */
export const fits = (
  report: FitReport,
  product: Pick<FitProduct, 'kind' | 'name'>,
  written: boolean,
): boolean => {
  const byItself =
    (report.level === 'ok' || report.level === 'not-applicable') &&
    (report.means === 'ok' || report.means === 'unknown') &&
    report.term !== 'too-long'
  return byItself || (written && regimeOf(product) === 'insurance' && report.means !== 'below-minimum')
}

/** May be seen by this client at all: neither above the level nor waiting for an assessment (practice 6). */
export const isShowable = (
  product: Pick<FitProduct, 'kind' | 'name' | 'level'>,
  assessment: FitClient['assessment'],
  today: PlainDate,
): boolean => ['ok', 'not-applicable'].includes(levelCheck(product, assessment, today))
