import { isContractProcedure, type AnyContractProcedure } from '@orpc/contract'
import { implement, ORPCError, type AnyRouter } from '@orpc/server'
import type { GuardedMeta, OpenMeta } from '../../shared/procedure.ts'
import { fail, type Result } from '../../shared/result.ts'
import type { Failure } from '../../shared/failure.ts'
import type { AuditEntry } from './audit-entry.ts'
import type { Desk, OpenDesk } from './desk.ts'
import { turnedAwayLine } from '../dossier/turned-away.ts'
import { giveRoom } from './give-room.ts'
import { logBug } from './log-bug.ts'
import { mayWork } from '../session/card-gate.ts'
import { mayPass } from '../session/passphrase-gate.ts'
import { mayBegin } from '../session/read-only-gate.ts'
import { standingOf } from '../session/standing.ts'
import { spoil } from '../session/trouble.ts'
import { failureOfStorage } from '../database/sqlite-failure.ts'
import { attemptsOf } from '../session/folders.ts'
import { noteWithoutRoom } from '../vault/unwritten.ts'
import { runAct, runNote, runOpen, runRead, runWrite, type AnyHandler } from './run.ts'
import { framesOf } from '../log/log.ts'
import { checkWellFormed } from './well-formed.ts'

type Tree = { readonly [key: string]: AnyContractProcedure | Tree }
type HandlerTree = { readonly [key: string]: AnyHandler | HandlerTree }

export const refusal = (failure: Failure): ORPCError<'FAILED', Failure> =>
  new ORPCError('FAILED', { defined: true, status: 409, message: 'FAILED', data: failure })

const answer = async (
  desk: Desk,
  path: string,
  meta: OpenMeta | GuardedMeta,
  handler: AnyHandler,
  input: unknown,
  signal: AbortSignal | undefined,
): Promise<Result<unknown>> => {
  if (meta.access === 'open') return runOpen(desk, handler, input)
  const standing = standingOf(desk)
  if (!standing.ok) return standing
  const open = standing.value
  const changed = mayPass(open, path)
  if (!changed.ok) return changed
  if (meta.right !== null && !open.session.rights.includes(meta.right))
    return fail({ code: 'forbidden', right: meta.right })
  const allowed = mayWork(open, path)
  if (!allowed.ok) return allowed
  const begun = mayBegin(open, path, meta.kind)
  if (!begun.ok) return begun
  if (meta.kind === 'read') return runRead(desk, open, path, handler, input)
  if (meta.kind === 'write') return runWrite(desk, open, path, handler, input, signal)
  return runAct(desk, open, path, handler, input)
}

const isNoted = async (desk: Desk, open: OpenDesk, line: AuditEntry): Promise<boolean> => {
  try {
    return (await runNote(desk, open, line)).ok
  } catch (error) {
    if (!failureOfStorage(error)) throw error
    return false
  }
}

// Whoever was not let into a dossier stands in the audit, through whatever door he came (practice 1). While nothing can be
// written there he is counted in the book of attempts, and whoever can write next writes that down.
const noteTurnedAway = async (desk: Desk, path: string, failure: Failure): Promise<void> => {
  const line = turnedAwayLine(failure, path)
  const open = desk.open()
  if (!line || !open) return
  const { dataFolder, clock } = desk.ports
  try {
    if (await isNoted(desk, open, line)) return
    noteWithoutRoom(attemptsOf(dataFolder), 'turnedAway', open.session.slotId, clock.now())
  } catch (error) {
    // The refusal stands, whatever became of its line.
    logBug(desk.ports, path, framesOf(error))
  }
}

const bug = (desk: Desk, path: string, error: unknown): Failure => ({
  code: 'bug',
  ref: logBug(desk.ports, path, framesOf(error)),
})

const implementOne = (desk: Desk, path: string, procedure: AnyContractProcedure, handler: AnyHandler) =>
  implement(procedure).handler(async ({ input, signal }) => {
    desk.ports.recorder?.called(path)
    const meta = procedure['~orpc'].meta as OpenMeta | GuardedMeta
    let result: Result<unknown>
    try {
      const whole = checkWellFormed(input)
      result = whole.ok ? await answer(desk, path, meta, handler, input, signal) : whole
    } catch (error) {
      result = fail(failureOfThrown(desk, path, error))
    }
    if (result.ok) return result.value
    await noteTurnedAway(desk, path, result.failure)
    throw refusal(result.failure)
  })

const failureOfThrown = (desk: Desk, path: string, error: unknown): Failure => {
  const failure = failureOfStorage(error)
  if (failure?.code === 'damaged') spoil(desk)
  if (failure?.code === 'disk-full') giveRoom(desk)
  return failure ?? bug(desk, path, error)
}

/** Joins the contract with its handlers: session, right, transaction and error form in one place for all of them. */
export const buildRouter = (desk: Desk, contract: Tree, handlers: HandlerTree, above = ''): AnyRouter => {
  const router: Record<string, unknown> = {}
  for (const [key, part] of Object.entries(contract)) {
    const path = above === '' ? key : `${above}.${key}`
    const handler = handlers[key]
    if (handler === undefined) throw new Error(`no handler for ${path}`)
    if (isContractProcedure(part)) router[key] = implementOne(desk, path, part, handler as AnyHandler)
    else router[key] = buildRouter(desk, part as Tree, handler as HandlerTree, path)
  }
  return router as AnyRouter
}
