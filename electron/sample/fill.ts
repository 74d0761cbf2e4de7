import type { Write } from '../database/handle.ts'

export type SampleMoment = { readonly now: number; readonly today: string; readonly staffId: number }

/** Fills the sample book. Its households follow with the tables they need. */
export const fillSample = (_db: Write, _moment: SampleMoment): void => undefined
