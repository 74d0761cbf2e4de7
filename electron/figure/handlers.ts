import { isFlow } from '../../shared/figure/kinds.ts'
import type { figureContract } from '../../shared/figure/contract.ts'
import { yearly, type Figure, type Reach } from '../../shared/figure/model.ts'
import { covers, isWider, maySetReach } from '../../shared/figure/reach.ts'
import { greatestAmount } from '../../shared/money.ts'
import { fail, ok, refuse, type Result } from '../../shared/result.ts'
import { clientById } from '../client/repository.ts'
import type { Read, Write } from '../database/handle.ts'
import type { Handlers } from '../desk/handlers-type.ts'
import { encounterById, presentAt } from '../encounter/repository.ts'
import { ensureHousehold, householdOf, membersOf } from '../household/repository.ts'
import { gatherFigures, type Gathered } from './gather.ts'
import { figureIn, figuresOf, insertFigure, removeFigure, updateFigure, versionsOf } from './repository.ts'
import { householdChanged } from '../household/changed.ts'

const mostFigures = 80

const missing = (what: string): Result<never> => fail({ code: 'not-found', what })

// On a client's page stands what this client may see, and what people without a page of their own told.
const belongsOnPage = ({ memberId, members }: Gathered, figure: Parameters<typeof covers>[0]): boolean => {
  if (covers(figure, [memberId])) return true
  const owner = members.find((member) => member.id === figure.ownerId)
  return owner !== undefined && owner.clientId === null
}

const presentIn = (db: Read, encounterId: number | undefined, clientId: number): readonly number[] =>
  encounterId !== undefined && encounterById(db, encounterId)?.clientId === clientId
    ? presentAt(db, encounterId)
    : []

const startReach = (present: readonly number[]): Reach =>
  present.length === 0 ? { kind: 'own' } : { kind: 'named', members: [...present] }

type Wanted = Omit<Figure, 'id' | 'seq' | 'consentId'>

const fitsHousehold = (db: Read, householdId: number, wanted: Wanted, today: string): Result<null> => {
  const members = membersOf(db, householdId, today).map((member) => member.id)
  const named = wanted.reach.kind === 'named' ? wanted.reach.members : []
  const people = wanted.ownerId === null ? named : [wanted.ownerId, ...named]
  if (people.some((id) => !members.includes(id))) return refuse('figure.refusal.not-in-household')
  if (isFlow(wanted.kind) && yearly(wanted) > greatestAmount) return refuse('figure.refusal.year-amount')
  return ok(null)
}

// A consent stays with its owner's figure until somebody makes the figure narrower by hand.
const keptConsent = (earlier: Figure, wanted: Wanted): number | null =>
  earlier.ownerId === wanted.ownerId && !isWider(earlier.reach, wanted.reach) ? earlier.consentId : null

const before = (db: Write, householdId: number, id: number, seq: number | undefined): Result<Figure> => {
  const figure = figureIn(db, householdId, id)
  if (!figure) return missing('figure')
  return figure.seq === seq ? ok(figure) : fail({ code: 'stale', expected: figure.seq, got: seq ?? 0 })
}

export const figureHandlers: Handlers<typeof figureContract> = {
  list: (call, { clientId, encounterId }) => {
    if (!clientById(call.db, clientId)) return missing('client')
    const known = gatherFigures(call.db, clientId)
    const start = startReach(presentIn(call.db, encounterId, clientId))
    if (!known) return ok({ figures: [], bank: [], startReach: start, today: call.today })
    const shown = <F extends Parameters<typeof covers>[0]>(figures: readonly F[]): F[] =>
      figures.filter((figure) => belongsOnPage(known, figure))
    return ok({
      figures: shown(known.told).map(({ widened: _, ...figure }) => figure),
      bank: shown(known.bank).map(({ widened: _, ...figure }) => figure),
      startReach: start,
      today: call.today,
    })
  },
  put: (call, { clientId, encounterId, present, id, seq, requestKey: _, ...wanted }) => {
    if (!clientById(call.db, clientId)) return missing('client')
    const { householdId } = ensureHousehold(call.db, clientId, call.now)
    const fits = fitsHousehold(call.db, householdId, wanted, call.today)
    if (!fits.ok) return fits
    const old = id === undefined ? null : before(call.db, householdId, id, seq)
    if (old && !old.ok) return old
    const earlier = old?.value ?? null
    const heard = present ?? presentIn(call.db, encounterId, clientId)
    // A figure that changes hands starts over: the reach of the one before says nothing about the new owner.
    const sameOwner = earlier !== null && earlier.ownerId === wanted.ownerId
    const ground = sameOwner ? earlier.reach : null
    const reach = maySetReach(wanted, ground, heard)
    if (!reach.ok) return reach
    const by = { staffId: call.session.staffId, at: call.now, encounterId: encounterId ?? null }
    if (earlier === null && figuresOf(call.db, householdId).length >= mostFigures)
      return refuse('figure.refusal.too-many-figures')
    const stored = earlier
      ? updateFigure(call.db, { ...earlier, ...wanted, consentId: keptConsent(earlier, wanted) }, by)
      : insertFigure(call.db, householdId, { ...wanted, consentId: null }, by)
    call.audit({ action: earlier ? 'figure.changed' : 'figure.recorded', object: `figure:${stored.id}` })
    householdChanged(call, householdId)
    return ok(stored)
  },
  remove: (call, { clientId, id, seq }) => {
    const home = householdOf(call.db, clientId)
    if (!home) return missing('figure')
    const old = before(call.db, home.householdId, id, seq)
    if (!old.ok) return old
    removeFigure(call.db, old.value, { staffId: call.session.staffId, at: call.now, encounterId: null })
    call.audit({ action: 'figure.removed', object: `figure:${id}` })
    householdChanged(call, home.householdId)
    return ok({})
  },
  history: (call, { clientId, id }) => {
    const known = gatherFigures(call.db, clientId)
    const figure = known?.told.find((one) => one.id === id)
    if (!known || !figure || !belongsOnPage(known, figure)) return missing('figure')
    return ok(versionsOf(call.db, id))
  },
}
