import type { custodyContract } from '../../shared/custody/contract.ts'
import { fail, ok, refuse } from '../../shared/result.ts'
import { clientById } from '../client/repository.ts'
import type { ActCall } from '../desk/call.ts'
import type { Handlers } from '../desk/handlers-type.ts'
import { dossierOf } from '../dossier/repository.ts'
import { carry, carryAll } from './carry.ts'
import { checkoutHandlers } from './checkout.ts'
import { pendingCheckout } from './checkout-rows.ts'
import { handInHandlers } from './hand-in.ts'
import { printHandlers } from './print.ts'
import { registerHandlers } from './register.ts'
import { lineOf, withoutDossier } from './repository.ts'
import { hasLoan, takeOutHandlers } from './take-out.ts'
import { lineView } from './view.ts'
import { mayBeBooked } from './way-back.ts'

// A batch holds the write gate for a moment only; a book of any size is entered batch by batch.
const batch = 100

const bookBatch = (call: ActCall, ownerId: number | null, place: string): Promise<number> =>
  call.transact((write) => {
    const ids = withoutDossier(write.db, ownerId, batch)
    const done = carryAll(ids, (clientId) =>
      carry(write, { clientId, move: 'booked', holderId: null, place }),
    )
    if (!done.ok) throw new Error('a client without a dossier could not be entered')
    return done.value
  })

export const custodyHandlers: Handlers<typeof custodyContract> = {
  ...handInHandlers,
  ...takeOutHandlers,
  ...checkoutHandlers,
  ...registerHandlers,
  ...printHandlers,
  state: (call, { clientId }) => {
    const row = lineOf(call.db, clientId)
    if (!row) return fail({ code: 'not-found', what: 'client' })
    return ok({
      ...lineView(call, row),
      isOwner: row.ownerId === call.session.staffId,
      hasLoan: hasLoan(call),
      request: pendingCheckout(call.db, clientId, call.session.staffId)?.state ?? null,
    })
  },
  open: (call, { clientId }) => {
    if (!clientById(call.db, clientId)) return fail({ code: 'not-found', what: 'client' })
    if (dossierOf(call.db, clientId)) return refuse('custody.refusal.opened-already')
    const moved = carry(call, { clientId, move: 'opened', holderId: null })
    return moved.ok ? ok({ dossierNumber: clientById(call.db, clientId)?.dossierNumber ?? '' }) : moved
  },
  book: async (call, { ownerId, place }) => {
    const back = mayBeBooked(call, ownerId)
    if (!back.ok) return back
    let booked = 0
    for (;;) {
      const done = await bookBatch(call, ownerId, place)
      booked += done
      if (done < batch) return ok({ booked })
    }
  },
}
