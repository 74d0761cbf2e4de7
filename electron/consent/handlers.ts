import type { consentContract } from '../../shared/consent/contract.ts'
import { mayConsent } from '../../shared/consent/rules.ts'
import { fail, ok, refuse, type Result } from '../../shared/result.ts'
import type { Handlers } from '../desk/handlers-type.ts'
import { figureIn, updateFigure } from '../figure/repository.ts'
import { householdOf, membersOf } from '../household/repository.ts'
import { consentIn, consentsOf, endConsent, insertConsent } from './repository.ts'
import { householdChanged } from '../household/changed.ts'

const missing = (what: string): Result<never> => fail({ code: 'not-found', what })

export const consentHandlers: Handlers<typeof consentContract> = {
  list: (call, { clientId }) => {
    const home = householdOf(call.db, clientId)
    return ok(home ? [...consentsOf(call.db, home.householdId)] : [])
  },
  record: (call, { clientId, memberId, reach, bank, figureIds, paper, signedOn }) => {
    const home = householdOf(call.db, clientId)
    if (!home) return missing('household')
    const members = membersOf(call.db, home.householdId, call.today).map((member) => member.id)
    const named = reach.kind === 'named' ? reach.members : []
    if ([memberId, ...named].some((id) => !members.includes(id)))
      return refuse('figure.refusal.not-in-household')
    const figures = figureIds.flatMap((id) => figureIn(call.db, home.householdId, id) ?? [])
    if (figures.length !== figureIds.length) return missing('figure')
    const allowed = mayConsent(memberId, reach, figures)
    if (!allowed.ok) return allowed
    const by = { staffId: call.session.staffId, at: call.now }
    const id = insertConsent(call.db, { memberId, reach, bank, paper, signedOn, ...by })
    for (const figure of figures)
      updateFigure(call.db, { ...figure, consentId: id }, { ...by, encounterId: null })
    call.audit({ action: 'consent.recorded', object: `consent:${id}` })
    householdChanged(call, home.householdId)
    const stored = consentIn(call.db, home.householdId, id)
    return stored ? ok(stored) : missing('consent')
  },
  withdraw: (call, { clientId, id }) => {
    const home = householdOf(call.db, clientId)
    const consent = home && consentIn(call.db, home.householdId, id)
    if (!home || !consent) return missing('consent')
    if (consent.endedOn !== null) return refuse('figure.refusal.consent-ended')
    endConsent(call.db, id, call.today)
    call.audit({ action: 'consent.withdrawn', object: `consent:${id}` })
    householdChanged(call, home.householdId)
    return ok({ ...consent, endedOn: call.today })
  },
}
