import type { DossierState } from '../dossier/model.ts'
import { ok, refuse, type Result } from '../result.ts'

// Every way a dossier goes from hand to hand. What is not in this table can't happen.

/** Null: no dossier has been opened for the client yet. */
export type Place = DossierState | null

export const moves = [
  'opened',
  'booked',
  'handed-in',
  'withdrawn',
  'accepted',
  'sent-back',
  'taken-out',
  'issued',
] as const

export type Move = (typeof moves)[number]

type Way = { readonly from: readonly Place[]; readonly to: DossierState }

const ways: Readonly<Record<Move, Way>> = {
  /** 建档: the number is given, the dossier stays where the client's papers are. */
  opened: { from: [null], to: 'in-use' },
  /** 期初建账: what already stands in the cabinet when the app comes. */
  booked: { from: [null], to: 'in-cabinet' },
  'handed-in': { from: [null, 'in-use'], to: 'handed-in' },
  withdrawn: { from: ['handed-in'], to: 'in-use' },
  accepted: { from: ['handed-in'], to: 'in-cabinet' },
  'sent-back': { from: ['handed-in'], to: 'in-use' },
  'taken-out': { from: ['in-cabinet'], to: 'in-use' },
  issued: { from: ['in-cabinet'], to: 'in-use' },
}

/** Where the move leads; a refusal names where the dossier is now. */
export const movedTo = (from: Place, move: Move): Result<DossierState> =>
  ways[move].from.includes(from)
    ? ok(ways[move].to)
    : refuse('custody.refusal.wrong-state', {}, [`custody.state.${from ?? 'none'}`])

/** Who may take a dossier back before it was accepted, and who may accept it. */
export const mayWithdraw = (giverId: number | null, staffId: number): Result<null> =>
  giverId === staffId ? ok(null) : refuse('custody.refusal.not-giver')

/** Giver and receiver are two people. */
export const mayReceive = (giverId: number | null, staffId: number): Result<null> =>
  giverId === staffId ? refuse('custody.refusal.own-hand-in') : ok(null)

/** One who has it hands it in; a dossier nobody has yet may be handed in by whoever worked with it. */
export const mayHandIn = (holderId: number | null, staffId: number, isRunning: boolean): Result<null> => {
  if (holderId !== null && holderId !== staffId) return refuse('custody.refusal.not-holder')
  return isRunning ? refuse('custody.refusal.meeting-runs') : ok(null)
}
