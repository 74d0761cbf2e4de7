import type { Figure, Reach } from '../figure/model.ts'
import { joined, reaches } from '../figure/reach.ts'
import type { PlainDate } from '../plain-date.ts'
import { ok, refuse, type Result } from '../result.ts'
import type { Consent } from './contract.ts'

type Agreed = Pick<Consent, 'id' | 'memberId' | 'reach' | 'bank' | 'endedOn'>

const inForce = (consent: Agreed): boolean => consent.endedOn === null

/** What the consents on a figure add to its reach together; nothing once they are withdrawn. */
export const widenedBy = (consents: readonly Agreed[], onFigure: readonly number[]): Reach | null =>
  joined(consents.filter((one) => onFigure.includes(one.id) && inForce(one)).map(({ reach }) => reach))

/** What the owner agreed to for the balances in the bank's own books: every consent in force, each for its readers. */
export const widenedForBank = (consents: readonly Agreed[], memberId: number): Reach | null =>
  joined(
    consents.filter((one) => one.memberId === memberId && one.bank && inForce(one)).map(({ reach }) => reach),
  )

/** A consent is the business of whoever gave it and of whoever it names, of nobody else in the family. */
export const concerns = (consent: Pick<Consent, 'memberId' | 'reach'>, memberId: number): boolean =>
  consent.memberId === memberId || reaches(consent.reach, memberId)

/** A consent in force that this member may know of. */
export const isConsentedFor = (consents: readonly Agreed[], memberId: number): boolean =>
  consents.some((one) => inForce(one) && concerns(one, memberId))

/** Nobody has signed tomorrow. */
export const maySignOn = (signedOn: PlainDate, today: PlainDate): Result<null> =>
  signedOn > today ? refuse('figure.refusal.signed-later') : ok(null)

/** A consent speaks for its owner's figures only, and says for whom. */
export const mayConsent = (
  memberId: number,
  reach: Reach,
  figures: readonly Pick<Figure, 'ownerId'>[],
): Result<null> => {
  if (reach.kind === 'own') return refuse('figure.refusal.consent-readers')
  return figures.some((figure) => figure.ownerId !== memberId)
    ? refuse('figure.refusal.consent-owner')
    : ok(null)
}
