import type { Facts } from '../../shared/encounter/facts.ts'
import type { SentEvent } from '../../shared/encounter/sent.ts'
import { isOver } from '../../shared/encounter/step.ts'
import { clientById, setType } from '../client/repository.ts'
import type { Read, Write } from '../database/handle.ts'
import type { WriteCall } from '../desk/call.ts'
import { moveBan } from '../contact/repository.ts'
import { dropSecondSign } from './answers.ts'
import type { Applying } from './apply.ts'
import { choiceStates } from './choices.ts'
import { factsOf } from './facts.ts'
import { rehearNeeds } from '../need/repository.ts'
import { seat } from './lead.ts'
import { moveFigures } from './move-figures.ts'
import { moveWaits } from './move-waits.ts'
import { recordOwn } from './record-own.ts'
import { rejudge } from './rejudge.ts'
import { recallPrinted } from '../printout/recall.ts'
import { encounterById, presentOf } from './repository.ts'

export type MoveRow = {
  readonly id: number
  readonly encounterId: number
  readonly fromClientId: number
  readonly toClientId: number
  readonly number: number
  readonly why: string
  readonly requestedBy: number
  readonly requestedAt: number
  readonly confirmedBy: number | null
}

/** All that stays of a move when the right client's dossier is sealed. */
export type Correction = {
  readonly id: number
  readonly number: number
  readonly confirmedBy: number
  readonly confirmedAt: number
}

const columns = `id, encounter_id AS encounterId, from_client_id AS fromClientId, to_client_id AS toClientId, number,
  why, requested_by AS requestedBy, requested_at AS requestedAt, confirmed_by AS confirmedBy`

export const waitingMoves = (db: Read): readonly MoveRow[] =>
  db.all(`SELECT ${columns} FROM encounter_move WHERE ${moveWaits} ORDER BY id`)

export const waitingMove = (db: Read, id: number): MoveRow | undefined =>
  db.one(`SELECT ${columns} FROM encounter_move WHERE id = ? AND ${moveWaits}`, [id])

export const waitingMoveOf = (db: Read, encounterId: number): MoveRow | undefined =>
  db.one(`SELECT ${columns} FROM encounter_move WHERE encounter_id = ? AND ${moveWaits}`, [encounterId])

/** 误选更正: all the wrong timeline keeps is number, by and when. */
export const movesFrom = (db: Read, clientId: number): readonly Correction[] =>
  db.all(
    `SELECT id, number, confirmed_by AS confirmedBy, confirmed_at AS confirmedAt FROM encounter_move
     WHERE from_client_id = ? AND confirmed_by IS NOT NULL ORDER BY number`,
    [clientId],
  )

// A judgement of the wrong person's type is taken back with a line of its own.
const restoreType = (call: WriteCall, encounterId: number, clientId: number): void => {
  const first = call.db.one<{ previous: string | null }>(
    `SELECT t.previous FROM client_type t JOIN encounter e ON e.id = :encounterId
     WHERE t.client_id = :clientId AND t.at >= e.created_at AND t.previous IS NOT NULL
       AND t.at IN (SELECT at FROM encounter_step WHERE encounter_id = :encounterId AND type = 'type.judged')
     ORDER BY t.id LIMIT 1`,
    { encounterId, clientId },
  )
  const client = clientById(call.db, clientId)
  if (!client || first?.previous === null || first === undefined) return
  setType(call.db, {
    clientId,
    type: first.previous as typeof client.type,
    previous: client.type,
    confirmed: false,
    reason: '',
    staffId: call.session.staffId,
    at: call.now,
  })
}

type Carried = {
  readonly id: number
  readonly encounterId: number
  readonly from: number
  readonly to: number
}

// Copies printed under the wrong name are recalled: void in the ledger until they are back (practice 3).
const recallSheets = (call: WriteCall, { id: moveId, encounterId, from: clientId }: Carried): void => {
  const recalled = recallPrinted(call.db, { moveId, encounterId, clientId, now: call.now })
  for (const id of recalled) call.audit({ action: 'printout.recalled', object: `printout:${id}` })
  if (recalled.length > 0) call.notify('printout')
}

const carryOver = (call: WriteCall, move: Carried): void => {
  const { encounterId, from, to } = move
  const ids = { encounterId, from, to }
  recallSheets(call, move)
  restoreType(call, encounterId, from)
  moveFigures(call, encounterId, from, to)
  call.db.run('UPDATE encounter SET client_id = :to WHERE id = :encounterId AND client_id = :from', ids)
  call.db.run(
    'UPDATE contact_plan SET client_id = :to WHERE encounter_id = :encounterId AND client_id = :from',
    ids,
  )
  call.db.run(
    'UPDATE assessment SET client_id = :to WHERE encounter_id = :encounterId AND client_id = :from',
    ids,
  )
  moveBan(call.db, ids)
  // Of those at the table only the ones named without a household stay: the others belong to the wrong family.
  const strangers = presentOf(call.db, encounterId).filter((person) => person.memberId === null)
  seat(call.db, { encounterId, clientId: to, now: call.now, today: call.today }, strangers)
  rehearNeeds(call.db, encounterId)
  rejudge(call, encounterId)
  call.notify(`client:${from}`)
  call.notify(`client:${to}`)
}

// 误选更正 is counted by what was carried out: a request that was sent back leaves no gap in the past of its client.
const nextNumber = (db: Read, from: number): number =>
  (db.one<{ last: number | null }>(
    'SELECT max(number) AS last FROM encounter_move WHERE from_client_id = ? AND confirmed_by IS NOT NULL',
    [from],
  )?.last ?? 0) + 1

const insertMove = (
  db: Write,
  move: {
    encounterId: number
    from: number
    to: number
    why: string
    by: number
    at: number
    confirmed: boolean
  },
): number =>
  db.run(
    `INSERT INTO encounter_move(encounter_id, from_client_id, to_client_id, number, why, requested_by, requested_at,
       confirmed_by, confirmed_at)
     VALUES (:encounterId, :from, :to, :number, :why, :by, :at, :confirmedBy, :confirmedAt)`,
    {
      encounterId: move.encounterId,
      from: move.from,
      to: move.to,
      why: move.why,
      by: move.by,
      at: move.at,
      number: nextNumber(db, move.from),
      confirmedBy: move.confirmed ? move.by : null,
      confirmedAt: move.confirmed ? move.at : null,
    },
  ).id

/** What stands of choices and intents after a move at once goes on the list of events. */
export const settleMove = (call: WriteCall, encounterId: number, before: Facts): void => {
  if (isOver(before.at) || choiceStates(call.db, encounterId).length === 0) return
  const row = encounterById(call.db, encounterId)
  if (!row) throw new Error('a meeting vanished while it was moved')
  const { chosen, explained, undecided, intents, declined } = factsOf(call.db, row)
  const asked = { type: 'choices.judged', chosen, explained, undecided, intents, declined } as const
  recordOwn(call, encounterId, before, asked)
}

/** Before completion the manager moves at once; after it the move waits for a supervisor (practice 3). */
export const moveEncounter = (
  { call, encounter }: Applying,
  sent: Extract<SentEvent, { type: 'meeting.moved' }>,
): void => {
  const atOnce = !isOver(encounter.step)
  const id = insertMove(call.db, {
    encounterId: encounter.id,
    from: encounter.clientId,
    to: sent.clientId,
    why: sent.why,
    by: call.session.staffId,
    at: call.now,
    confirmed: atOnce,
  })
  if (!atOnce) return
  dropSecondSign(call.db, encounter.id)
  carryOver(call, { id, encounterId: encounter.id, from: encounter.clientId, to: sent.clientId })
}

export const carryOutMove = (call: WriteCall, move: MoveRow): void => {
  call.db.run(
    'UPDATE encounter_move SET number = :number, confirmed_by = :by, confirmed_at = :at WHERE id = :id',
    {
      number: nextNumber(call.db, move.fromClientId),
      by: call.session.staffId,
      at: call.now,
      id: move.id,
    },
  )
  const { id, encounterId, fromClientId: from, toClientId: to } = move
  carryOver(call, { id, encounterId, from, to })
}
