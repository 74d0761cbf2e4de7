import { decide } from '../../shared/encounter/decide.ts'
import type { SentEvent } from '../../shared/encounter/sent.ts'
import { clientIsHere, processVersion } from '../../shared/encounter/step.ts'
import type { EncounterView } from '../../shared/encounter/view.ts'
import { openDayFrom } from '../../shared/contact/calendar.ts'
import { regimeOf } from '../../shared/fit/product.ts'
import type { Result } from '../../shared/result.ts'
import { fail, ok, refuse } from '../../shared/result.ts'
import { clientById } from '../client/repository.ts'
import type { WriteCall } from '../desk/call.ts'
import { mayOpen } from '../dossier/access.ts'
import { needsOf } from '../need/repository.ts'
import { productById } from '../product/repository.ts'
import { apply } from './apply.ts'
import { choiceRefusal } from './choice-refusal.ts'
import { factsOf } from './facts.ts'
import { gather } from './gather.ts'
import { settleMove, waitingMoveOf } from './move.ts'
import { presentIn } from './present.ts'
import { record } from './record.ts'
import type { EncounterRow } from './repository.ts'
import { encounterById, openEncountersOf } from './repository.ts'
import { viewOf } from './view.ts'

const invalid = (path: string, rule: string): Result<never> =>
  fail({ code: 'invalid', issues: [{ path, rule }] })

// What the schema can't see because it needs a row.
const wellFormedInput = (call: WriteCall, encounter: EncounterRow, event: SentEvent): Result<'fine'> => {
  if (event.type === 'answer.given' && event.field === 'present' && presentIn(event.value) === null)
    return invalid('event.value', 'people')
  if (event.type === 'need.recorded' && event.needId !== null) {
    const { needId } = event
    const own = needsOf(call.db, encounter.id).some((need) => need.id === needId)
    if (!own) return fail({ code: 'not-found', what: 'need' })
  }
  if (event.type === 'fit.chosen' && event.premium === null) {
    const product = productById(call.db, event.productId)
    if (product && regimeOf(product) === 'insurance') return invalid('event.premium', 'required')
  }
  return ok('fine')
}

/** Another client needs this one suspended first (practice 18). */
export const roomIsTaken = (call: WriteCall, except: number): boolean =>
  openEncountersOf(call.db, call.session.staffId).some(
    (other) => other.id !== except && other.suspendedAt === null && clientIsHere(other.step),
  )

const refused = (
  call: WriteCall,
  id: number,
  event: SentEvent,
  reasons: readonly string[],
): Result<never> => {
  if (event.type === 'fit.chosen') call.auditRefusal({ action: 'fit.refused', object: `encounter:${id}` })
  const params: Record<string, string> =
    (event.type === 'contact.agreed' || event.type === 'meeting.postponed') && event.date !== null
      ? { date: openDayFrom(event.date) }
      : {}
  return refuse(reasons[0] ?? 'notInThisStep', params, reasons)
}

// A move writes into both dossiers, so both are out: the refusal adds whose is not, and what to do meanwhile.
const mayMoveTo = (call: WriteCall, event: SentEvent): Result<null> => {
  if (event.type !== 'meeting.moved') return ok(null)
  const open = mayOpen(call.db, call.session, event.clientId)
  if (open.ok || open.failure.code !== 'refused') return open
  const { rule, params } = open.failure
  const name = clientById(call.db, event.clientId)?.name ?? ''
  return refuse(rule, { ...params, name }, ['moveNeedsBoth'])
}

/** One event of one meeting: rebuilt state, the machine's word, typed rows, step and audit line in one transaction. */
export const send = (
  call: WriteCall,
  input: { readonly id: number; readonly seq: number; readonly event: SentEvent },
): Result<EncounterView> => {
  const encounter = encounterById(call.db, input.id)
  if (!encounter || encounter.staffId !== call.session.staffId)
    return fail({ code: 'not-found', what: 'encounter' })
  const open = mayOpen(call.db, call.session, encounter.clientId)
  if (!open.ok) return open
  const target = mayMoveTo(call, input.event)
  if (!target.ok) return target
  if (encounter.seq !== input.seq) return fail({ code: 'stale', expected: encounter.seq, got: input.seq })
  if (encounter.processVersion !== processVersion) return refuse('processIsGone')
  const client = clientById(call.db, encounter.clientId)
  if (!client) throw new Error('a meeting without its client')
  const checked = wellFormedInput(call, encounter, input.event)
  if (!checked.ok) return checked
  if (input.event.type === 'meeting.moved' && waitingMoveOf(call.db, encounter.id)) return refuse('moveWaits')
  const asked = gather({ db: call.db, encounter, client, today: call.today }, input.event)
  const decision = decide(factsOf(call.db, encounter), asked)
  if (!decision.allowed) return refused(call, encounter.id, input.event, decision.reasons)
  const missing = choiceRefusal({ db: call.db, client, encounterId: encounter.id }, input.event)
  if (missing) return refused(call, encounter.id, input.event, [missing])
  if (clientIsHere(decision.step) && !decision.facts.suspended && roomIsTaken(call, encounter.id))
    return refuse('roomIsFree')
  apply({ call, encounter, client }, input.event)
  record(call, encounter, { asked, sent: input.event, facts: decision.facts })
  if (input.event.type === 'meeting.moved') settleMove(call, encounter.id, decision.facts)
  return ok(viewOf(call.db, encounter.id, call.today))
}
