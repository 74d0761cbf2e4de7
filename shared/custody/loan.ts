import type { PlainDate } from '../plain-date.ts'
import { ok, refuse, type Result } from '../result.ts'

/** 长期调阅: from a day to a day, one's own clients, ends every evening, can be revoked. */
export type Loan = {
  readonly staffId: number
  readonly fromDay: PlainDate
  readonly untilDay: PlainDate
  readonly revokedAt: number | null
}

export const isInForce = ({ fromDay, untilDay, revokedAt }: Loan, today: PlainDate): boolean =>
  revokedAt === null && fromDay <= today && today <= untilDay

/** Own clients under a loan in force; everybody else's by a check-out. */
export const mayTakeOut = (
  own: { readonly ownerId: number | null; readonly staffId: number },
  loans: readonly Loan[],
  today: PlainDate,
): Result<null> => {
  if (own.ownerId !== own.staffId) return refuse('custody.refusal.not-own-client')
  return loans.some((loan) => loan.staffId === own.staffId && isInForce(loan, today))
    ? ok(null)
    : refuse('custody.refusal.no-loan')
}

/** A loan begins today or later, and nobody gives one to himself: who asks never approves (practice 9). */
export const mayGrant = (
  loan: { readonly staffId: number; readonly from: PlainDate; readonly until: PlainDate },
  by: { readonly staffId: number; readonly today: PlainDate },
): Result<null> => {
  if (loan.staffId === by.staffId) return refuse('custody.refusal.own-loan')
  if (loan.from > loan.until || loan.from < by.today) return refuse('custody.refusal.loan-days')
  return ok(null)
}
