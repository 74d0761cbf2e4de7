import type { encounterContract } from '../../shared/encounter/contract.ts'
import type { Given } from '../../shared/procedure.ts'
import type { Result } from '../../shared/result.ts'
import { fail, ok, refuse } from '../../shared/result.ts'
import { clientById } from '../client/repository.ts'
import type { ReadCall, WriteCall } from '../desk/call.ts'
import { mayOpen } from '../dossier/access.ts'
import { dropMove } from './move-decline.ts'
import { carryOutMove, waitingMove, waitingMoveOf, waitingMoves, type MoveRow } from './move.ts'

type Done = Result<Record<string, never>>
type Listed = Given<typeof encounterContract.moves>

// The dossiers lie open for the one who asked: who confirms takes nothing out for it.
const isOpenForAsker = ({ db }: Pick<ReadCall, 'db'>, move: MoveRow): boolean =>
  [move.fromClientId, move.toClientId].every((id) => mayOpen(db, { staffId: move.requestedBy }, id).ok)

// Who asks for a move is never who confirms it (practice 9).
export const confirmMove = (call: WriteCall, moveId: number): Done => {
  const move = waitingMove(call.db, moveId)
  if (!move) return fail({ code: 'not-found', what: 'move' })
  if (move.requestedBy === call.session.staffId) return refuse('anotherConfirms')
  // Nobody was turned away from a dossier here: it is somebody else who has to take it out.
  if (!isOpenForAsker(call, move)) return refuse('moveLacksDossiers')
  carryOutMove(call, move)
  call.audit({ action: 'move.confirmed', object: `encounter:${move.encounterId}` })
  call.notify(`encounter:${move.encounterId}`)
  return ok({})
}

/** Nothing in a dossier is shown or changed by it, so none has to be out. */
export const declineMove = (call: WriteCall, moveId: number, why: string): Done => {
  const move = waitingMove(call.db, moveId)
  if (!move) return fail({ code: 'not-found', what: 'move' })
  dropMove(call, move, why)
  return ok({})
}

/** Only who asked takes it back; he needs no reason for it. */
export const withdrawMove = (call: WriteCall, encounterId: number): Done => {
  const move = waitingMoveOf(call.db, encounterId)
  if (move?.requestedBy !== call.session.staffId) return fail({ code: 'not-found', what: 'move' })
  dropMove(call, move, '')
  return ok({})
}

const staffName = (call: ReadCall, id: number): string =>
  call.db.one<{ name: string }>('SELECT name FROM staff WHERE id = ?', [id])?.name ?? ''

const movedOf = ({ db }: Pick<ReadCall, 'db'>, clientId: number) => {
  const client = clientById(db, clientId)
  return { name: client?.name ?? '', birthDate: client?.birthDate ?? null }
}

export const listMoves = (call: ReadCall): Listed =>
  waitingMoves(call.db).map((move) => {
    const isReady = isOpenForAsker(call, move)
    return {
      id: move.id,
      encounterId: move.encounterId,
      number: move.number,
      from: movedOf(call, move.fromClientId),
      to: movedOf(call, move.toClientId),
      // Why it was the wrong one is said in the dossiers' own words; they wait in the cabinet with them.
      why: isReady ? move.why : '',
      requestedBy: staffName(call, move.requestedBy),
      requestedAt: move.requestedAt,
      isOwn: move.requestedBy === call.session.staffId,
      isReady,
    }
  })
