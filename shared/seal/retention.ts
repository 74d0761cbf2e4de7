import { addMonths, type PlainDate } from '../plain-date.ts'
import type { SealReason } from './model.ts'

// How long a dossier is kept at least. Of the rules that reach it the longest counts (domain facts 1.7).

/** Who the client is: ten years after the business relation ends (反洗钱法, in force 2025-01-01, art. 34). */
const identityYears = 10
/** What made a fund fit for the client: twenty years (the rules for suitability of funds and securities). */
const fundYears = 20

type Ended = {
  readonly reason: SealReason
  /** The day of the sealing: the end of the relation lies before it, so what is counted is never too short. */
  readonly on: PlainDate
  readonly hadFunds: boolean
}

/** Null while the relation goes on: a hold, a wish for secrecy or an inspection ends nothing, and nothing is counted yet. */
export const retainUntil = ({ reason, on, hadFunds }: Ended): PlainDate | null =>
  reason === 'ended' ? addMonths(on, 12 * (hadFunds ? fundYears : identityYears)) : null
