import { isFlow } from '../../shared/figure/kinds.ts'
import type { figureContract } from '../../shared/figure/contract.ts'
import { yearly, type Figure, type Reach } from '../../shared/figure/model.ts'
import { isWider, maySetReach } from '../../shared/figure/reach.ts'
import { greatestAmount } from '../../shared/money.ts'
import { fail, ok, refuse, type Result } from '../../shared/result.ts'
import { clientById } from '../client/repository.ts'
import type { Read } from '../database/handle.ts'
import type { Handlers } from '../desk/handlers-type.ts'
import { mayOpenOf } from '../dossier/access.ts'
import { encounterById, presentAt } from '../encounter/repository.ts'
import { ensureHousehold, householdOf, membersOf } from '../household/repository.ts'
import { gatherFigures, type Gathered, type Told } from './gather.ts'
import { asShown, belongsOnPage, figuresOnPage, versionBelongs } from './page.ts'
import { insertFigure, removeFigure, updateFigure, versionsOf, type Stored } from './repository.ts'
import { householdChanged } from '../household/changed.ts'

const mostFigures = 80

const missing = (what: string): Result<never> => fail({ code: 'not-found', what })

const presentIn = (db: Read, encounterId: number | undefined, clientId: number): readonly number[] =>
  encounterId !== undefined && encounterById(db, encounterId)?.clientId === clientId
    ? presentAt(db, encounterId)
    : []

const startReach = (present: readonly number[]): Reach =>
  present.length === 0 ? { kind: 'own' } : { kind: 'named', members: [...present] }

type Wanted = Omit<Figure, 'id' | 'seq' | 'consented'>

const fitsHousehold = (db: Read, householdId: number, wanted: Wanted, today: string): Result<null> => {
  const members = membersOf(db, householdId, today).map((member) => member.id)
  const named = wanted.reach.kind === 'named' ? wanted.reach.members : []
  const people = wanted.ownerId === null ? named : [wanted.ownerId, ...named]
  if (people.some((id) => !members.includes(id))) return refuse('figure.refusal.not-in-household')
  if (isFlow(wanted.kind) && yearly(wanted) > greatestAmount) return refuse('figure.refusal.year-amount')
  return ok(null)
}

// Consents stay with their owner's figure until somebody makes the figure narrower by hand.
const keptConsents = (earlier: Stored, wanted: Wanted): readonly number[] =>
  earlier.ownerId === wanted.ownerId && !isWider(earlier.reach, wanted.reach) ? earlier.consents : []

const asKept = ({ widened: _, ...figure }: Told): Stored => figure

// A figure that is not on this page is answered exactly like one that never was.
const before = (page: Gathered | undefined, id: number, seq: number | undefined): Result<Stored> => {
  const figure = page && figuresOnPage(page).find((one) => one.id === id)
  if (!figure) return missing('figure')
  return figure.seq === seq
    ? ok(asKept(figure))
    : fail({ code: 'stale', expected: figure.seq, got: seq ?? 0 })
}

export const figureHandlers: Handlers<typeof figureContract> = {
  list: (call, { clientId, encounterId }) => {
    if (!clientById(call.db, clientId)) return missing('client')
    const known = gatherFigures(call.db, clientId)
    const start = startReach(presentIn(call.db, encounterId, clientId))
    if (!known) return ok({ figures: [], bank: [], startReach: start, today: call.today })
    return ok({
      figures: figuresOnPage(known).map((figure) => asShown(known, asKept(figure))),
      bank: known.bank
        .filter((figure) => belongsOnPage(known, figure))
        .map(({ widened: _, ...figure }) => figure),
      startReach: start,
      today: call.today,
    })
  },
  put: (call, { clientId, encounterId, present, id, seq, requestKey: _, ...wanted }) => {
    if (!clientById(call.db, clientId)) return missing('client')
    const { householdId } = ensureHousehold(call.db, clientId, call.now)
    const fits = fitsHousehold(call.db, householdId, wanted, call.today)
    if (!fits.ok) return fits
    const page = gatherFigures(call.db, clientId)
    if (!page) return missing('client')
    const old = id === undefined ? null : before(page, id, seq)
    if (old && !old.ok) return old
    const earlier = old?.value ?? null
    const open = mayOpenOf(call.db, call.session, earlier?.ownerId ?? null)
    if (!open.ok) return open
    const heard = present ?? presentIn(call.db, encounterId, clientId)
    // A figure that changes hands starts over: the reach of the one before says nothing about the new owner.
    const sameOwner = earlier !== null && earlier.ownerId === wanted.ownerId
    const ground = sameOwner ? earlier.reach : null
    const reach = maySetReach(wanted, ground, heard)
    if (!reach.ok) return reach
    const by = { staffId: call.session.staffId, at: call.now, encounterId: encounterId ?? null }
    if (earlier === null && figuresOnPage(page).length >= mostFigures)
      return refuse('figure.refusal.too-many-figures')
    const stored = earlier
      ? updateFigure(call.db, { ...earlier, ...wanted, consents: keptConsents(earlier, wanted) }, by)
      : insertFigure(call.db, householdId, wanted, by)
    call.audit({ action: earlier ? 'figure.changed' : 'figure.recorded', object: `figure:${stored.id}` })
    householdChanged(call, householdId)
    return ok(asShown(page, stored))
  },
  remove: (call, { clientId, id, seq }) => {
    const home = householdOf(call.db, clientId)
    if (!home) return missing('figure')
    const old = before(gatherFigures(call.db, clientId), id, seq)
    if (!old.ok) return old
    const open = mayOpenOf(call.db, call.session, old.value.ownerId)
    if (!open.ok) return open
    removeFigure(call.db, old.value, { staffId: call.session.staffId, at: call.now, encounterId: null })
    call.audit({ action: 'figure.removed', object: `figure:${id}` })
    householdChanged(call, home.householdId)
    return ok({})
  },
  history: (call, { clientId, id }) => {
    const page = gatherFigures(call.db, clientId)
    if (!page || !figuresOnPage(page).some((one) => one.id === id)) return missing('figure')
    return ok(
      versionsOf(call.db, id)
        .filter((version) => versionBelongs(page, version))
        .map((version) => asShown(page, version)),
    )
  },
}
