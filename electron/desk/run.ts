import { ok, fail, type Result } from '../../shared/result.ts'
import type { Failure } from '../../shared/failure.ts'
import type { ActCall, OpenCall, ReadCall, WriteCall } from './call.ts'
import type { Desk, OpenDesk } from './desk.ts'
import { plainDateAt } from './zone.ts'
import { appendAudit } from '../audit/chain.ts'
import { framesOf } from '../log/log.ts'
import { logBug } from './log-bug.ts'
import type { AuditEntry } from './audit-entry.ts'
import { mayPass } from '../dossier/doors.ts'
import { mayChange } from '../session/read-only-gate.ts'
import { rememberRequest, rememberedRequest } from '../request/repository.ts'

export type AnyHandler = (call: never, input: never) => Result<unknown> | Promise<Result<unknown>>

// Carries a refusal out of a transaction so that it rolls back; never leaves this file.
class Refused {
  readonly failure: Failure
  constructor(failure: Failure) {
    this.failure = failure
  }
}

const openCall = (desk: Desk): OpenCall => ({ desk, ports: desk.ports, now: desk.ports.clock.now() })

const signed = (desk: Desk, open: OpenDesk) => {
  const call = openCall(desk)
  const zone = open.zone()
  const topics = new Set<string>()
  return {
    call: {
      ...call,
      session: open.session,
      zone,
      today: plainDateAt(call.now, zone),
      notify: (topic: string) => void topics.add(topic),
    },
    tell: () => {
      if (topics.size > 0) desk.notices.tell({ kind: 'changed', topics: [...topics] })
    },
  }
}

// Nothing that happens after the commit may turn a saved answer into a failed one.
const afterCommit = (desk: Desk, open: OpenDesk): void => {
  try {
    open.changed()
  } catch (error) {
    logBug(desk.ports, 'anchor', framesOf(error))
  }
}

// Somebody who stopped waiting must not find his write done later: it is dropped while it still queues.
const dropIfAbandoned = (signal: AbortSignal | undefined): void => {
  if (signal?.aborted) throw new Refused({ code: 'cancelled' })
}

const refuseIfShut = (desk: Desk, open: OpenDesk): void => {
  const changeable = mayChange(open)
  if (!changeable.ok) throw new Refused(changeable.failure)
  if (desk.verdict.value.verdict === 'damaged') throw new Refused({ code: 'damaged', part: 'database' })
}

const transaction = async <T>(
  desk: Desk,
  open: OpenDesk,
  work: (call: WriteCall) => T,
  signal?: AbortSignal,
): Promise<T> => {
  const { call, tell } = signed(desk, open)
  const refusals: AuditEntry[] = []
  const audit = (entry: AuditEntry) => appendAudit(open.db, open.auditKey, open.stamp(call.now, entry))
  const auditRefusal = (entry: AuditEntry): void => void refusals.push(entry)
  const run = (): T => {
    dropIfAbandoned(signal)
    refuseIfShut(desk, open)
    return open.db.transact(() => work({ ...call, db: open.db, audit, auditRefusal }))
  }
  try {
    const value = await desk.gate.run(run)
    afterCommit(desk, open)
    tell()
    return value
  } catch (error) {
    if (refusals.length > 0) await desk.gate.run(() => open.db.transact(() => refusals.forEach(audit)))
    throw error
  }
}

// A refusal inside a transaction that the handler did not expect is still a refusal.
const settled = async (work: () => Promise<Result<unknown>>): Promise<Result<unknown>> => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refused) return fail(error.failure)
    throw error
  }
}

export const runOpen = async (desk: Desk, handler: AnyHandler, input: unknown): Promise<Result<unknown>> =>
  (handler as (call: OpenCall, input: unknown) => Promise<Result<unknown>>)(openCall(desk), input)

export const runRead = async (
  desk: Desk,
  open: OpenDesk,
  path: string,
  handler: AnyHandler,
  input: unknown,
): Promise<Result<unknown>> => {
  const passed = mayPass(open.db, open.session, path, input)
  if (!passed.ok) return passed
  const { call } = signed(desk, open)
  const note = async (entry: AuditEntry): Promise<void> => {
    await transaction(desk, open, (write) => write.audit(entry))
  }
  const read = handler as (call: ReadCall, input: unknown) => Promise<Result<unknown>>
  return settled(() => read({ ...call, db: open.db, note }, input))
}

export const runWrite = async (
  desk: Desk,
  open: OpenDesk,
  path: string,
  handler: AnyHandler,
  input: unknown,
  signal?: AbortSignal,
): Promise<Result<unknown>> => {
  const { requestKey } = input as { requestKey?: string }
  const { staffId } = open.session
  const act = handler as (call: WriteCall, input: unknown) => Result<unknown>
  try {
    const value = await transaction(
      desk,
      open,
      (call) => {
        // The door first: what was answered this morning is not told again once the dossier is shut.
        const passed = mayPass(call.db, call.session, path, input)
        if (!passed.ok) throw new Refused(passed.failure)
        const asked = requestKey === undefined ? null : { key: requestKey, procedure: path, staffId }
        const before = asked ? rememberedRequest(call.db, asked) : undefined
        if (before === 'foreign') throw new Refused({ code: 'conflict', what: 'request-key' })
        if (before) return before.result
        const result = act(call, input)
        if (!result.ok) throw new Refused(result.failure)
        if (asked) rememberRequest(call.db, asked, call.now, result.value)
        return result.value
      },
      signal,
    )
    return ok(value)
  } catch (error) {
    if (error instanceof Refused) return fail(error.failure)
    throw error
  }
}

/** One audit line by itself, after an answer was refused. */
export const runNote = (desk: Desk, open: OpenDesk, entry: AuditEntry): Promise<Result<unknown>> =>
  settled(async () => ok(await transaction(desk, open, (write) => write.audit(entry))))

export const runAct = async (
  desk: Desk,
  open: OpenDesk,
  path: string,
  handler: AnyHandler,
  input: unknown,
): Promise<Result<unknown>> => {
  const passed = mayPass(open.db, open.session, path, input)
  if (!passed.ok) return passed
  const { call } = signed(desk, open)
  const act: ActCall = { ...call, db: open.db, transact: (work) => transaction(desk, open, work) }
  return settled(() => (handler as (call: ActCall, input: unknown) => Promise<Result<unknown>>)(act, input))
}
