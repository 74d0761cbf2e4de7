import type { custodyContract } from '../../shared/custody/contract.ts'
import { isInForce, mayGrant, mayTakeOut } from '../../shared/custody/loan.ts'
import { fail, ok, refuse } from '../../shared/result.ts'
import { rightsOf } from '../../shared/staff/rights.ts'
import { clientById } from '../client/repository.ts'
import type { ReadCall } from '../desk/call.ts'
import type { Handlers } from '../desk/handlers-type.ts'
import { staffById } from '../staff/repository.ts'
import { carry, carryAll } from './carry.ts'
import { allLoans, insertLoan, loanById, loansOf, revokeLoan } from './loan-rows.ts'
import { ownInCabinet } from './repository.ts'
import { closingAt, lineView } from './view.ts'

// 早间取出: own clients under a standing loan, which ends every evening.

export const hasLoan = (call: Pick<ReadCall, 'db' | 'session' | 'today'>): boolean =>
  loansOf(call.db, call.session.staffId).some((loan) => isInForce(loan, call.today))

export const takeOutHandlers: Pick<
  Handlers<typeof custodyContract>,
  'own' | 'takeOut' | 'loans' | 'grantLoan' | 'revokeLoan'
> = {
  own: (call) =>
    ok({
      rows: ownInCabinet(call.db, call.session.staffId).map((row) => lineView(call, row)),
      hasLoan: hasLoan(call),
    }),
  takeOut: (call, { clientIds }) => {
    const { staffId } = call.session
    const loans = loansOf(call.db, staffId)
    const taken = carryAll(clientIds, (clientId) => {
      const client = clientById(call.db, clientId)
      if (!client) return fail({ code: 'not-found', what: 'client' })
      const allowed = mayTakeOut({ ownerId: client.ownerId, staffId }, loans, call.today)
      if (!allowed.ok) return allowed
      return carry(call, { clientId, move: 'taken-out', holderId: staffId, dueAt: closingAt(call) })
    })
    return taken.ok ? ok({ taken: taken.value }) : taken
  },
  loans: (call) =>
    ok(
      allLoans(call.db).map(({ revokedAt, ...loan }) => ({
        ...loan,
        inForce: isInForce({ ...loan, revokedAt }, call.today),
      })),
    ),
  grantLoan: (call, { staffId, from, until }) => {
    const person = staffById(call.db, staffId)
    if (!person?.active || !person.hasLogin) return fail({ code: 'not-found', what: 'staff' })
    if (!rightsOf(person.roles).includes('dossier.take-out')) return refuse('custody.refusal.no-manager')
    const allowed = mayGrant({ staffId, from, until }, { staffId: call.session.staffId, today: call.today })
    if (!allowed.ok) return allowed
    const id = insertLoan(call.db, { staffId, from, until, grantedBy: call.session.staffId, at: call.now })
    call.audit({ action: 'loan.granted', object: `staff:${staffId}`, detail: `${from}:${until}` })
    call.notify('custody')
    return ok({ id })
  },
  revokeLoan: (call, { id }) => {
    const loan = loanById(call.db, id)
    if (!loan) return fail({ code: 'not-found', what: 'loan' })
    if (loan.revokedAt !== null) return refuse('custody.refusal.loan-ended')
    revokeLoan(call.db, { id, staffId: call.session.staffId, at: call.now })
    call.audit({ action: 'loan.revoked', object: `staff:${loan.staffId}` })
    call.notify('custody')
    return ok({})
  },
}
