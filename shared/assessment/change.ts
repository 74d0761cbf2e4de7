import type { Assessment, RiskLevel } from './model.ts'

/** A level that differs from the one before needs the client's second confirmation (order 2025-7 Art. 29). */
export const needsSecondConfirmation = (
  before: Pick<Assessment, 'level'> | undefined,
  after: Pick<Assessment, 'level'>,
): boolean => before !== undefined && before.level !== after.level

type Entered = Pick<Assessment, 'level'> & { readonly confirmedAgain: boolean }

/** The level that counts as confirmed: the first by itself, every change only by the client's second word. */
export const confirmedLevel = (inOrder: readonly Entered[]): RiskLevel | undefined =>
  inOrder.reduce<RiskLevel | undefined>(
    (level, next) => (level === undefined || next.confirmedAgain ? next.level : level),
    undefined,
  )

/** The newest level differs from the confirmed one. `inOrder` begins with the oldest. */
export const isUnconfirmed = (inOrder: readonly Entered[]): boolean => {
  const newest = inOrder.at(-1)
  return newest !== undefined && newest.level !== confirmedLevel(inOrder)
}

/** The newest date wins; of two results of one day the later entered one. `all` is in the order of entry. */
export const newestOf = <A extends Pick<Assessment, 'date'>>(all: readonly A[]): A | undefined =>
  all.reduce<A | undefined>((best, next) => (best && best.date > next.date ? best : next), undefined)
