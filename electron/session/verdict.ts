import { listPages, type DamagedPages } from '../../shared/audit/damaged-pages.ts'
import type { Verdict } from '../audit/verify.ts'

export type VerdictView = DamagedPages & {
  readonly verdict: Verdict['kind'] | 'damaged' | 'unchecked'
  readonly row: number | null
  readonly at: number | null
}

/** The verdict as the screen shows it: its kind and, where one is known, the row it points at. */
export const verdictOf = (verdict: Verdict, at: number): VerdictView => ({
  verdict: verdict.kind,
  row: verdict.row,
  at,
  ...listPages([]),
})
