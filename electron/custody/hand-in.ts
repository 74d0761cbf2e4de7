import type { custodyContract, TouchedLine, WaitingLine } from '../../shared/custody/contract.ts'
import { mayHandIn, mayReceive, mayWithdraw } from '../../shared/custody/moves.ts'
import { clientIsHere, type Step } from '../../shared/encounter/step.ts'
import { fail, ok, refuse, type Result } from '../../shared/result.ts'
import { addDays } from '../../shared/plain-date.ts'
import { clientById } from '../client/repository.ts'
import type { Read } from '../database/handle.ts'
import type { ReadCall, WriteCall } from '../desk/call.ts'
import type { Handlers } from '../desk/handlers-type.ts'
import { instantAt } from '../desk/zone.ts'
import { dossierOf } from '../dossier/repository.ts'
import { carry, carryAll } from './carry.ts'
import { closeCheckout, dueOfCheckout } from './checkout-rows.ts'
import { lastPlaceOf, linesOf, runningSteps, waitingLines } from './repository.ts'
import { touchedBy } from './touched.ts'
import { closingAt, isClosed, lineView } from './view.ts'
import { mayBeGiven } from './way-back.ts'

// 日终入柜: from the day's work to the keeper's shelf.

const missing: Result<never> = fail({ code: 'not-found', what: 'client' })

const runs = (db: Read, clientId: number): boolean =>
  runningSteps(db, clientId).some((step) => clientIsHere(step as Step))

type Here = Pick<ReadCall, 'db' | 'session' | 'today' | 'zone'>

const touchedToday = ({ db, session, today, zone }: Here) =>
  touchedBy(db, {
    staffId: session.staffId,
    from: instantAt(today, '00:00', zone),
    until: instantAt(addDays(today, 1), '00:00', zone),
  })

/** Still to be handed in by this person: touched today or still in his hands, and nobody else's. */
export const dueToday = (call: ReadCall): readonly TouchedLine[] => {
  const touched = touchedToday(call)
  return linesOf(call.db, [...touched.keys()])
    .filter(
      ({ state, holderId }) =>
        state === null || (state === 'in-use' && (holderId === null || holderId === call.session.staffId)),
    )
    .map((row) => ({
      ...lineView(call, row),
      reasons: [...(touched.get(row.clientId) ?? [])],
      runs: runs(call.db, row.clientId),
    }))
}

export const givenBy = (call: Pick<ReadCall, 'db' | 'session'>) =>
  waitingLines(call.db).filter(({ holderId }) => holderId === call.session.staffId)

const handInOne = (
  call: WriteCall,
  touched: ReadonlyMap<number, unknown>,
  clientId: number,
): Result<null> => {
  const client = clientById(call.db, clientId)
  if (!client) return missing
  const { staffId } = call.session
  const holderId = dossierOf(call.db, clientId)?.holderId ?? null
  const allowed = mayHandIn(holderId, staffId, runs(call.db, clientId))
  if (!allowed.ok) return allowed
  if (holderId !== staffId && client.ownerId !== staffId && !touched.has(clientId))
    return refuse('custody.refusal.not-touched')
  const back = mayBeGiven(call, client)
  if (!back.ok) return back
  return carry(call, { clientId, move: 'handed-in', holderId: staffId })
}

const backToGiver = (call: WriteCall, clientId: number, giverId: number) => ({
  holderId: giverId,
  dueAt: dueOfCheckout(call.db, clientId, giverId) ?? closingAt(call),
})

const acceptOne = (
  call: WriteCall,
  { clientId, place }: { clientId: number; place: string },
): Result<null> => {
  const giverId = dossierOf(call.db, clientId)?.holderId ?? null
  const allowed = mayReceive(giverId, call.session.staffId)
  if (!allowed.ok) return allowed
  const moved = carry(call, { clientId, move: 'accepted', holderId: null, otherId: giverId, place })
  if (moved.ok && giverId !== null) closeCheckout(call.db, { clientId, staffId: giverId, at: call.now })
  return moved
}

const waitingView = (call: ReadCall): WaitingLine[] =>
  waitingLines(call.db).map((row) => ({
    ...lineView(call, row),
    lastPlace: lastPlaceOf(call.db, row.clientId),
    isOwn: row.holderId === call.session.staffId,
  }))

export const handInHandlers: Pick<
  Handlers<typeof custodyContract>,
  'today' | 'handIn' | 'withdraw' | 'waiting' | 'accept' | 'sendBack'
> = {
  today: (call) =>
    ok({
      rows: [...dueToday(call)],
      given: givenBy(call).map((row) => lineView(call, row)),
      closed: isClosed(call),
    }),
  handIn: (call, { clientIds }) => {
    const touched = touchedToday(call)
    const given = carryAll(clientIds, (clientId) => handInOne(call, touched, clientId))
    return given.ok ? ok({ given: given.value }) : given
  },
  withdraw: (call, { clientId }) => {
    const row = dossierOf(call.db, clientId)
    if (!row) return missing
    const { staffId } = call.session
    const allowed = row.state === 'handed-in' ? mayWithdraw(row.holderId, staffId) : ok(null)
    if (!allowed.ok) return allowed
    const moved = carry(call, { clientId, move: 'withdrawn', ...backToGiver(call, clientId, staffId) })
    return moved.ok ? ok({}) : moved
  },
  waiting: (call) => ok(waitingView(call)),
  accept: (call, { items }) => {
    const placeOf = new Map(items.map(({ clientId, place }) => [clientId, place]))
    const done = carryAll([...placeOf.keys()], (clientId) =>
      acceptOne(call, { clientId, place: placeOf.get(clientId) ?? '' }),
    )
    return done.ok ? ok({ accepted: done.value }) : done
  },
  sendBack: (call, { clientId, reason }) => {
    const row = dossierOf(call.db, clientId)
    if (!row) return missing
    const giverId = row.holderId
    const allowed = row.state === 'handed-in' ? mayReceive(giverId, call.session.staffId) : ok(null)
    if (!allowed.ok) return allowed
    const back = giverId === null ? { holderId: null } : backToGiver(call, clientId, giverId)
    const moved = carry(call, { clientId, move: 'sent-back', ...back, otherId: giverId, note: reason })
    return moved.ok ? ok({}) : moved
  },
}
