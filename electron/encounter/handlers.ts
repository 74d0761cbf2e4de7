import { library } from '../../resources/scripts/library.ts'
import type { Client } from '../../shared/client/model.ts'
import type { encounterContract } from '../../shared/encounter/contract.ts'
import { linesFor } from '../../shared/script/model.ts'
import type { Result } from '../../shared/result.ts'
import { fail, ok } from '../../shared/result.ts'
import { clientById } from '../client/repository.ts'
import type { ReadCall } from '../desk/call.ts'
import { mayOpen } from '../dossier/access.ts'
import { shutFor } from '../dossier/shut.ts'
import type { Handlers } from '../desk/handlers-type.ts'
import { faceOf } from './face.ts'
import { faceLeft, faceShown } from './face-up.ts'
import type { EncounterRow } from './repository.ts'
import { encounterById, encountersOfClient, endedEncounters, openEncountersOf } from './repository.ts'
import { send } from './send.ts'
import { shelfOf } from './shelf.ts'
import { startEncounter } from './start.ts'
import { lineOf, viewOf } from './view.ts'
import { confirmMove, declineMove, listMoves, withdrawMove } from './waiting-moves.ts'

type Found = { readonly encounter: EncounterRow; readonly client: Client }

/** A meeting that runs is seen by its manager alone; one that is over by everybody who leads meetings. */
const find = (call: ReadCall, id: number): Result<Found> => {
  const encounter = encounterById(call.db, id)
  const seen = encounter && (encounter.staffId === call.session.staffId || encounter.endedAt !== null)
  const client = seen ? clientById(call.db, encounter.clientId) : undefined
  if (!encounter || !client) return fail({ code: 'not-found', what: 'encounter' })
  const open = mayOpen(call.db, call.session, client.id)
  return open.ok ? ok({ encounter, client }) : open
}

const listed = (
  call: ReadCall,
  input: { clientId: number | null; over: boolean },
): readonly EncounterRow[] => {
  const { db, session } = call
  if (input.clientId === null)
    return input.over ? endedEncounters(db, session.staffId) : openEncountersOf(db, session.staffId)
  return encountersOfClient(db, input.clientId).filter((row) =>
    input.over ? row.endedAt !== null : row.endedAt === null && row.staffId === session.staffId,
  )
}

export const encounterHandlers: Handlers<typeof encounterContract> = {
  start: (call, input) => startEncounter(call, input),
  get: (call, { id }) => {
    const found = find(call, id)
    return found.ok ? ok(viewOf(call.db, id, call.today)) : found
  },
  list: (call, input) => {
    const rows = listed(call, input)
    const ids = rows.map(({ clientId }) => clientId)
    const shut = shutFor(call.db, call.session, ids)
    return ok(rows.map((row) => lineOf(call.db, row, shut.has(row.clientId))))
  },
  send: (call, input) => send(call, input),
  shelf: (call, { id, needId }) => {
    const found = find(call, id)
    return found.ok
      ? ok(shelfOf(call.db, { encounterId: id, needId }, found.value.client, call.today))
      : found
  },
  face: (call, { id, face }) => {
    const found = find(call, id)
    if (!found.ok) return found
    faceShown(call, face)
    return ok(faceOf(call, found.value.encounter, found.value.client))
  },
  leaveFace: async (call, { face }) => {
    faceLeft(call, face)
    return ok({})
  },
  script: (_call, { step }) =>
    ok(linesFor(library, step).map(({ kind, id, zh, en }) => ({ kind, id, zh, en }))),
  moves: (call) => ok(listMoves(call)),
  confirmMove: (call, { moveId }) => confirmMove(call, moveId),
  declineMove: (call, { moveId, why }) => declineMove(call, moveId, why),
  withdrawMove: (call, { id }) => withdrawMove(call, id),
}
