import type { Figure, Reach } from '../figure/model.ts'
import { ok, refuse, type Result } from '../result.ts'
import type { Consent } from './contract.ts'

type Agreed = Pick<Consent, 'id' | 'memberId' | 'reach' | 'bank' | 'endedOn'>

const inForce = (consent: Agreed): boolean => consent.endedOn === null

/** What the consent on a figure adds to its reach; nothing once it is withdrawn. */
export const widenedBy = (consents: readonly Agreed[], figure: Pick<Figure, 'consentId'>): Reach | null =>
  consents.find((consent) => consent.id === figure.consentId && inForce(consent))?.reach ?? null

/** What the owner agreed to for the balances in the bank's own books: the newest consent in force. */
export const widenedForBank = (consents: readonly Agreed[], memberId: number): Reach | null =>
  consents.find((consent) => consent.memberId === memberId && consent.bank && inForce(consent))?.reach ?? null

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
