import { ok, refuse, type Result } from '../result.ts'
import { isInternal, type PrintKind } from './kinds.ts'
import type { Outcome, Return } from './model.ts'

/** A result is said once; only 作废 may follow a good one, when the sheet was found wrong later. */
export const mayFinish = (now: Outcome, next: Outcome): Result<null> => {
  if (now === 'started') return ok(null)
  if (next === 'void' && (now === 'taken' || now === 'saved' || now === 'failed')) return ok(null)
  return refuse('printout.refusal.outcome-known')
}

export const mayPrintAgain = (now: Outcome): Result<null> =>
  now === 'failed' ? ok(null) : refuse('printout.refusal.not-failed')

/** A copy of something whose end nobody has said yet would hide a failed print. */
export const mayDuplicate = (now: Outcome): Result<null> =>
  now === 'taken' || now === 'saved' ? ok(null) : refuse('printout.refusal.still-open')

/** 内部资料 can't be printed, nor shown on another screen, while a client looks at this one (practice 10). */
export const mayBeSeenNow = (kind: PrintKind, isFaceUp: boolean): Result<null> =>
  isFaceUp && isInternal(kind) ? refuse('printout.refusal.face-up') : ok(null)

/** Only what left the room can come back. A wrong sheet can still be taken back after it was signed. */
export const mayGiveBack = (outcome: Outcome, now: Return, next: Return): Result<null> => {
  if (outcome !== 'taken' && outcome !== 'saved' && outcome !== 'void')
    return refuse('printout.refusal.not-out')
  if (now === 'out' || now === 'lost') return ok(null)
  return now === 'signed' && next !== 'signed' ? ok(null) : refuse('printout.refusal.already-back')
}
