import type { Assessment } from './model.ts'

/** A level that differs from the one before needs the client's second confirmation (order 2025-7 Art. 29). */
export const needsSecondConfirmation = (
  before: Pick<Assessment, 'level'> | undefined,
  after: Pick<Assessment, 'level'>,
): boolean => before !== undefined && before.level !== after.level

/** The newest date wins; of two results of one day the later entered one. `all` is in the order of entry. */
export const newestOf = <A extends Pick<Assessment, 'date'>>(all: readonly A[]): A | undefined =>
  all.reduce<A | undefined>((best, next) => (best && best.date > next.date ? best : next), undefined)
