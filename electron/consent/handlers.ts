import type { Consent, consentContract } from '../../shared/consent/contract.ts'
import { concerns, mayConsent, maySignOn } from '../../shared/consent/rules.ts'
import { fail, ok, refuse, type Result } from '../../shared/result.ts'
import type { Read } from '../database/handle.ts'
import type { Handlers } from '../desk/handlers-type.ts'
import { mayOpenOf } from '../dossier/access.ts'
import { gatherFigures } from '../figure/gather.ts'
import { belongsOnPage } from '../figure/page.ts'
import { figureIn, updateFigure, type Stored } from '../figure/repository.ts'
import { householdOf, membersOf, type Belonging } from '../household/repository.ts'
import { consentsOf, endConsent, insertConsent } from './repository.ts'
import { householdChanged } from '../household/changed.ts'

const missing = (what: string): Result<never> => fail({ code: 'not-found', what })

// What a client gave and what names him; another's consent for somebody else is not his to know of.
const consentsFor = (db: Read, { householdId, memberId }: Belonging): readonly Consent[] =>
  consentsOf(db, householdId).filter((consent) => concerns(consent, memberId))

// The figures meant, when this page may know of each of them.
const figuresMeant = (db: Read, clientId: number, ids: readonly number[]): readonly Stored[] => {
  const page = gatherFigures(db, clientId)
  const known = page?.told.filter((one) => ids.includes(one.id) && belongsOnPage(page, one)) ?? []
  return known.flatMap((one) => figureIn(db, page?.householdId ?? 0, one.id) ?? [])
}

export const consentHandlers: Handlers<typeof consentContract> = {
  list: (call, { clientId }) => {
    const home = householdOf(call.db, clientId)
    return ok(home ? [...consentsFor(call.db, home)] : [])
  },
  record: (call, { clientId, memberId, reach, bank, figureIds, paper, signedOn }) => {
    const home = householdOf(call.db, clientId)
    if (!home) return missing('household')
    const signed = maySignOn(signedOn, call.today)
    if (!signed.ok) return signed
    const members = membersOf(call.db, home.householdId, call.today).map((member) => member.id)
    const named = reach.kind === 'named' ? reach.members : []
    if ([memberId, ...named].some((id) => !members.includes(id)))
      return refuse('figure.refusal.not-in-household')
    const figures = figuresMeant(call.db, clientId, figureIds)
    if (figures.length !== new Set(figureIds).size) return missing('figure')
    const allowed = mayConsent(memberId, reach, figures)
    if (!allowed.ok) return allowed
    const by = { staffId: call.session.staffId, at: call.now }
    const id = insertConsent(call.db, { memberId, reach, bank, paper, signedOn, ...by })
    for (const figure of figures)
      updateFigure(call.db, { ...figure, consents: [...figure.consents, id] }, { ...by, encounterId: null })
    call.audit({ action: 'consent.recorded', object: `consent:${id}` })
    householdChanged(call, home.householdId)
    const stored = consentsOf(call.db, home.householdId).find((consent) => consent.id === id)
    return stored ? ok(stored) : missing('consent')
  },
  withdraw: (call, { clientId, id }) => {
    const home = householdOf(call.db, clientId)
    const consent = home && consentsFor(call.db, home).find((one) => one.id === id)
    if (!home || !consent) return missing('consent')
    const open = mayOpenOf(call.db, call.session, consent.memberId)
    if (!open.ok) return open
    if (consent.endedOn !== null) return refuse('figure.refusal.consent-ended')
    endConsent(call.db, id, call.today)
    call.audit({ action: 'consent.withdrawn', object: `consent:${id}` })
    householdChanged(call, home.householdId)
    return ok({ ...consent, endedOn: call.today })
  },
}
