import { mayBeDue, nextCheckout, type CheckoutStep } from '../../shared/custody/checkout.ts'
import type { CheckoutLine, custodyContract } from '../../shared/custody/contract.ts'
import { fail, ok, refuse, type Result } from '../../shared/result.ts'
import { clientById } from '../client/repository.ts'
import type { ReadCall, WriteCall } from '../desk/call.ts'
import type { Handlers } from '../desk/handlers-type.ts'
import { instantAt } from '../desk/zone.ts'
import { dossierOf } from '../dossier/repository.ts'
import { carry } from './carry.ts'
import {
  checkoutById,
  checkoutsBy,
  decideCheckout,
  endCheckout,
  insertCheckout,
  issueCheckout,
  openCheckouts,
  pendingCheckout,
  type CheckoutRow,
} from './checkout-rows.ts'
import { keeperHours, lateness, momentOf, nameFor } from './view.ts'

// 调阅: asked with purpose and due time, approved by a supervisor, issued by the keeper, back by handing it in.

const view = (call: ReadCall, row: CheckoutRow): CheckoutLine => ({
  ...row,
  name: nameFor(call, row.name),
  late: row.state === 'issued' ? lateness(call, row.dueAt) : null,
})

const told = (call: WriteCall, { id, clientId }: Pick<CheckoutRow, 'id' | 'clientId'>, action: string) => {
  call.audit({ action: `checkout.${action}`, object: `client:${clientId}`, detail: `checkout:${id}` })
  call.notify('custody')
}

const stepOf = (call: WriteCall, id: number, step: CheckoutStep): Result<CheckoutRow> => {
  const row = checkoutById(call.db, id)
  if (!row) return fail({ code: 'not-found', what: 'checkout' })
  const people = { requesterId: row.staffId, staffId: call.session.staffId }
  const next = nextCheckout(row.state, step, people)
  return next.ok ? ok({ ...row, state: next.value }) : next
}

const decided = (call: WriteCall, id: number, step: 'approve' | 'decline', reason: string) => {
  const row = stepOf(call, id, step)
  if (!row.ok) return row
  const by = { staffId: call.session.staffId, at: call.now }
  decideCheckout(call.db, { id, state: row.value.state, reason, ...by })
  told(call, row.value, row.value.state)
  return ok({})
}

export const checkoutHandlers: Pick<
  Handlers<typeof custodyContract>,
  'ask' | 'withdrawRequest' | 'approve' | 'decline' | 'issue' | 'requests'
> = {
  ask: (call, { clientId, purpose, dueDay, dueClock }) => {
    if (!clientById(call.db, clientId)) return fail({ code: 'not-found', what: 'client' })
    const { staffId } = call.session
    const row = dossierOf(call.db, clientId)
    if (row?.state === 'sealed') return refuse('custody.refusal.sealed')
    if (!row || (row.state === 'in-use' && (row.holderId === null || row.holderId === staffId)))
      return refuse('custody.refusal.not-away')
    if (pendingCheckout(call.db, clientId, staffId)) return refuse('custody.refusal.asked-already')
    const due = { day: dueDay, clock: dueClock }
    const allowed = mayBeDue(due, momentOf(call, call.now), keeperHours(call))
    if (!allowed.ok) return allowed
    const dueAt = instantAt(dueDay, dueClock, call.zone)
    const id = insertCheckout(call.db, { clientId, staffId, purpose, dueAt, at: call.now })
    told(call, { id, clientId }, 'asked')
    return ok({ id })
  },
  withdrawRequest: (call, { id }) => {
    const row = stepOf(call, id, 'withdraw')
    if (!row.ok) return row
    endCheckout(call.db, id)
    told(call, row.value, 'withdrawn')
    return ok({})
  },
  approve: (call, { id }) => decided(call, id, 'approve', ''),
  decline: (call, { id, reason }) => decided(call, id, 'decline', reason),
  issue: (call, { id }) => {
    const row = stepOf(call, id, 'issue')
    if (!row.ok) return row
    const { clientId, staffId, purpose, dueAt } = row.value
    const to = { clientId, holderId: staffId, otherId: staffId, purpose, dueAt }
    const moved = carry(call, { ...to, move: 'issued' })
    if (!moved.ok) return moved
    issueCheckout(call.db, { id, staffId: call.session.staffId, at: call.now })
    told(call, row.value, 'issued')
    return ok({})
  },
  requests: (call) => {
    const { rights, staffId } = call.session
    const seesAll = rights.includes('dossier.approve') || rights.includes('dossier.accept')
    const own = checkoutsBy(call.db, staffId)
    const others = seesAll ? openCheckouts(call.db).filter((row) => row.staffId !== staffId) : []
    return ok([...others, ...own].map((row) => view(call, row)))
  },
}
