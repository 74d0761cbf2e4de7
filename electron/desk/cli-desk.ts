import { createRouterClient, ORPCError } from '@orpc/server'
import { failureSchema } from '../../shared/failure.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { appendAudit } from '../audit/chain.ts'
import { framesOf } from '../log/log.ts'
import { mayChange } from '../session/read-only-gate.ts'
import { readState } from '../session/state.ts'
import { withBlobs, withoutBlobs } from './cli-blobs.ts'
import type { Procedure } from './cli-procedures.ts'
import { composeDesk } from './compose.ts'
import { logBug } from './log-bug.ts'
import type { Ports } from './ports.ts'
import { asFailure } from './serve.ts'

// The desk for somebody at a command line: the product's router, asked in this process, behind the same door.

export type CliCall = {
  readonly procedure: Procedure
  readonly input: unknown
  /** Needed by the first call that wants somebody unlocked. */
  readonly passphrase: string | undefined
}

export type CliDesk = {
  readonly call: (call: CliCall) => Promise<Result<unknown>>
  /** Locks, without a backup. */
  readonly close: () => Promise<void>
}

type Door = { readonly slotId: string; readonly name: string }
type Branch = { readonly [key: string]: Branch } & ((input: unknown) => Promise<unknown>)

const chooseDoor = (doors: readonly Door[], user: string | undefined): Result<Door> => {
  const fitting = doors.filter(({ slotId, name }) => user === undefined || user === slotId || user === name)
  const [door] = fitting
  if (!door) return fail({ code: 'not-found', what: 'login' })
  return fitting.length === 1
    ? ok(door)
    : fail({ code: 'invalid', issues: [{ path: '--user', rule: 'required' }] })
}

const jobOf = (value: unknown): number | undefined =>
  typeof value === 'object' && value !== null && 'jobId' in value && typeof value.jobId === 'number'
    ? value.jobId
    : undefined

// Making a vault asks for the passphrase as part of its input; it is given where all passphrases are given.
const inputOf = ({ procedure, input, passphrase }: CliCall): unknown => {
  if (procedure.name !== 'session.create' || passphrase === undefined) return withBlobs(input)
  return { ...(typeof input === 'object' ? input : {}), passphrase }
}

/** One run of the desk without a window. Whoever calls is stamped into the audit chain as `cli`. */
export const openCliDesk = (ports: Ports, user: string | undefined): CliDesk => {
  const { desk, router } = composeDesk({ ...ports, channel: 'cli' })
  const root = createRouterClient(router, { context: {} }) as unknown as Branch

  const ask = async (path: readonly string[], input: unknown): Promise<Result<unknown>> => {
    const procedure = path.reduce<Branch | undefined>((branch, key) => branch?.[key], root)
    if (!procedure) throw new Error(`no procedure ${path.join('.')}`)
    try {
      return ok(await procedure(input))
    } catch (error) {
      const told = asFailure(error)
      const failure = told instanceof ORPCError ? failureSchema.safeParse(told.data) : undefined
      if (failure?.success) return fail(failure.data)
      return fail({ code: 'bug', ref: logBug(ports, path.join('.'), framesOf(error)) })
    }
  }

  const unlock = async (passphrase: string | undefined): Promise<Result<unknown>> => {
    const { state, heldBy, doors } = await readState(desk)
    if (state === 'in-use') return fail({ code: 'in-use', by: heldBy })
    if (state === 'none') return fail({ code: 'not-found', what: 'vault' })
    if (state === 'damaged') return fail({ code: 'damaged', part: 'header' })
    if (state === 'newer') return fail({ code: 'newer-version' })
    if (passphrase === undefined)
      return fail({ code: 'invalid', issues: [{ path: 'passphrase', rule: 'required' }] })
    const door = chooseDoor(doors, user)
    if (!door.ok) return door
    return ask(['session', 'unlock'], { slotId: door.value.slotId, passphrase, book: 'main' })
  }

  // Also a read and a refused call leave a line: at a window somebody sees the screen, here nobody does.
  const note = async ({ name }: Procedure): Promise<void> => {
    const open = desk.open()
    if (!open || desk.verdict.value.verdict === 'damaged') return
    const entry = { action: 'desk.called', object: `procedure:${name}` }
    await desk.gate.run(() =>
      open.db.transact(() => appendAudit(open.db, open.auditKey, open.stamp(ports.clock.now(), entry))),
    )
    open.changed()
    open.touch(false)
  }

  const waitFor = async (started: unknown, id: number): Promise<Result<unknown>> => {
    await desk.jobs.finished(id)
    const job = desk.jobs.view(id)
    return job?.failure ? fail(job.failure) : ok({ ...(started as object), job })
  }

  const call = async (wanted: CliCall): Promise<Result<unknown>> => {
    const { procedure } = wanted
    if (procedure.meta.access === 'session' && !desk.open()) {
      const unlocked = desk.isLocking() ? fail({ code: 'locked' }) : await unlock(wanted.passphrase)
      if (!unlocked.ok) return unlocked
    }
    const open = desk.open()
    // A call nobody could write down is not answered.
    const changeable = open ? mayChange(open) : ok(null)
    if (!changeable.ok) return changeable
    await note(procedure)
    const answer = await ask(procedure.path, inputOf(wanted))
    if (!answer.ok) return answer
    const jobId = jobOf(answer.value)
    const ended = jobId === undefined ? answer : await waitFor(answer.value, jobId)
    return ended.ok ? ok(await withoutBlobs(ended.value)) : ended
  }

  return { call, close: () => desk.lock() }
}
