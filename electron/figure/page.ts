import { isConsentedFor, widenedBy } from '../../shared/consent/rules.ts'
import type { Figure } from '../../shared/figure/model.ts'
import { covers } from '../../shared/figure/reach.ts'
import type { Gathered, Told } from './gather.ts'
import type { Stored } from './repository.ts'

/**
 * On a client's page stands what this client may see, and what people without a page of their own told for nobody in
 * particular. What such a person told before somebody named is only for those named.
 */
export const belongsOnPage = (
  { memberId, members }: Gathered,
  figure: Parameters<typeof covers>[0],
): boolean => {
  if (covers(figure, [memberId])) return true
  const owner = members.find((member) => member.id === figure.ownerId)
  return owner !== undefined && owner.clientId === null && figure.reach.kind === 'own'
}

/** A figure as this client's page shows it: whether others were promised a look is not its business. */
export const asShown = <F extends Stored>(
  page: Gathered,
  { consents, ...figure }: F,
): Omit<F, 'consents'> & Figure => {
  const given = page.consents.filter((consent) => consents.includes(consent.id))
  return { ...figure, consented: isConsentedFor(given, page.memberId) }
}

export const figuresOnPage = (page: Gathered): readonly Told[] =>
  page.told.filter((figure) => belongsOnPage(page, figure))

/** Did a version, with the reach and the consents of its own day, ever speak to this page? */
export const versionBelongs = (page: Gathered, version: Stored): boolean =>
  belongsOnPage(page, { ...version, widened: widenedBy(page.consents, version.consents) })
