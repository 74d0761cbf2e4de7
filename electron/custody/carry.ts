import { movedTo, type Move } from '../../shared/custody/moves.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { clientById } from '../client/repository.ts'
import type { WriteCall } from '../desk/call.ts'
import { dossierOf, moveDossier } from '../dossier/repository.ts'
import { openDossier } from '../dossier/open.ts'
import { forgetAnswers } from '../request/repository.ts'
import { insertMove } from './repository.ts'

export type Carried = {
  readonly clientId: number
  readonly move: Move
  /** Who has it afterwards. */
  readonly holderId: number | null
  readonly otherId?: number | null
  readonly place?: string
  readonly dueAt?: number | null
  readonly purpose?: string
  readonly note?: string
}

type Line = Omit<Carried, 'holderId'>

const enter = (call: WriteCall, line: Line): void => {
  const { clientId, move, otherId = null, place = '', dueAt = null, purpose = '', note = '' } = line
  const by = { staffId: call.session.staffId, at: call.now }
  insertMove(call.db, { clientId, move, otherId, place, dueAt, purpose, note, ...by })
  call.audit({
    action: `dossier.${move}`,
    object: `client:${clientId}`,
    detail: `${place}:${purpose}:${note}`,
  })
}

/** Opens the dossier when there is none yet; its first line in the register carries the number (F04). */
const opened = (call: WriteCall, clientId: number, move: Move): Result<null> => {
  const client = clientById(call.db, clientId)
  if (!client) return fail({ code: 'not-found', what: 'client' })
  if (dossierOf(call.db, clientId)) return ok(null)
  const state = move === 'booked' ? 'in-cabinet' : 'in-use'
  const number = openDossier(call.db, client, { year: Number(call.today.slice(0, 4)), at: call.now, state })
  enter(call, { clientId, move: 'opened', note: number })
  return ok(null)
}

/** One dossier from hand to hand: the table's word, the row, the register and the audit in one transaction. */
export const carry = (call: WriteCall, carried: Carried): Result<null> => {
  const { clientId, move } = carried
  const before = dossierOf(call.db, clientId)
  const to = movedTo(before?.state ?? null, move)
  if (!to.ok) return to
  const made = opened(call, clientId, move)
  if (!made.ok) return made
  if (move !== 'opened') {
    moveDossier(call.db, {
      clientId,
      state: to.value,
      holderId: carried.holderId,
      place: carried.place ?? before?.place ?? '',
      dueAt: carried.dueAt ?? null,
      at: call.now,
    })
    enter(call, carried)
    // What was answered out of it is not answered a second time once it is away.
    if (to.value !== 'in-use') forgetAnswers(call.db)
  }
  // Lists leave out what a shut dossier holds, and a sheet on the screen is asked for once more.
  for (const topic of ['custody', 'client', 'encounter', 'printout']) call.notify(topic)
  return ok(null)
}

/** All of them or none: the first refusal ends the write, which rolls back. */
export const carryAll = (
  clientIds: readonly number[],
  one: (clientId: number) => Result<null>,
): Result<number> => {
  const wanted = [...new Set(clientIds)]
  for (const clientId of wanted) {
    const done = one(clientId)
    if (!done.ok) return done
  }
  return ok(wanted.length)
}
