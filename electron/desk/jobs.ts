import type { JobView } from '../../shared/job/contract.ts'
import { failureOfSqlite } from '../database/sqlite-failure.ts'
import { framesOf } from '../log/log.ts'
import type { Gate } from './gate.ts'
import type { JobStart } from './job-message.ts'
import type { JobInput, JobName, JobOutput } from './job-kinds.ts'
import { runThread, type JobEnd, type JobThread } from './run-thread.ts'

type Job = {
  view: JobView
  readonly flag: Int32Array
  finished: Promise<void>
}

export type Jobs = {
  /** Queues a job for the one job thread. `after` sees the output before anyone asks for it. */
  readonly start: <N extends JobName>(
    name: N,
    input: JobInput<N>,
    after?: (output: JobOutput<N>) => void | Promise<void>,
  ) => number
  readonly view: (id: number) => JobView | undefined
  readonly cancel: (id: number) => JobView | undefined
  /** Asks every job to stop and waits for it, at most `ms`; then the thread is ended. What only reads ends at once. */
  readonly stop: (ms: number) => Promise<void>
  readonly finished: (id: number) => Promise<void>
}

type Needs = {
  readonly gate: Gate
  readonly writes: (name: JobName) => boolean
  readonly base: () => Omit<JobStart, 'kind' | 'input' | 'cancelFlag'>
  readonly changed: (id: number) => void
  readonly failed: (frames: readonly string[]) => string
  /** What was to be noted found no room on the disk. */
  readonly noRoom: () => void
}

const keptJobs = 8

const isAsked = (flag: Int32Array): boolean => Atomics.load(flag, 0) === 1

const viewAfter = (view: JobView, end: JobEnd): JobView => {
  if ('output' in end) return { ...view, state: 'done' }
  const state = end.failure.code === 'cancelled' ? 'cancelled' : 'failed'
  return { ...view, state, failure: end.failure }
}

const keep = (jobs: Map<number, Job>, id: number, job: Job): void => {
  for (const old of [...jobs.keys()].slice(0, -keptJobs)) jobs.delete(old)
  jobs.set(id, job)
}

/** The gate is held until the work lets others write, or ends. */
const holdingGate = async (
  gate: Gate,
  run: (onOthersMayWrite: () => void) => Promise<JobEnd>,
): Promise<JobEnd> => {
  const { promise: begun, resolve: begin } = Promise.withResolvers<{ readonly end: Promise<JobEnd> }>()
  await gate.run(async () => {
    const { promise: free, resolve: letGo } = Promise.withResolvers<void>()
    const end = run(letGo)
    begin({ end })
    await Promise.race([end, free])
  })
  return (await begun).end
}

type After = (output: never) => void | Promise<void>

// What is noted about a job may fail by itself (a full disk); the jobs behind it run all the same.
const noted = async (
  ran: { readonly output: unknown },
  after: After | undefined,
  { failed, noRoom }: Pick<Needs, 'failed' | 'noRoom'>,
): Promise<JobEnd> => {
  try {
    await after?.(ran.output as never)
    return ran
  } catch (error) {
    const failure = failureOfSqlite(error)
    if (failure?.code === 'disk-full') noRoom()
    return { failure: failure ?? { code: 'bug', ref: failed(framesOf(error)) } }
  }
}

const lateAfter = (ms: number): Promise<'late'> =>
  new Promise((resolve) => void setTimeout(() => resolve('late'), ms).unref())

type Order = {
  readonly name: JobName
  readonly input: unknown
  readonly flag: SharedArrayBuffer
  readonly onOthersMayWrite: () => void
}

/** What the one thread does just now. */
type Now = { thread: JobThread | null; isWriting: boolean }

// Whatever a job meets, the ones behind it have their turn.
const endOf = async (needs: Needs, work: () => Promise<JobEnd>): Promise<JobEnd> => {
  try {
    return await work()
  } catch (error) {
    return { failure: { code: 'bug', ref: needs.failed(framesOf(error)) } }
  }
}

const runOne = async (needs: Needs, now: Now, job: Job, order: Order): Promise<JobEnd> => {
  if (isAsked(job.flag)) return { failure: { code: 'cancelled' } }
  const { name, input, flag } = order
  now.isWriting = needs.writes(name)
  now.thread = runThread(
    { ...needs.base(), kind: name, input, cancelFlag: flag },
    {
      onProgress: (done, total) => {
        job.view = { ...job.view, done, total }
        needs.changed(job.view.id)
      },
      onOthersMayWrite: () => {
        now.isWriting = false
        order.onOthersMayWrite()
      },
      onBug: needs.failed,
    },
  )
  const end = await now.thread.ended
  now.thread = null
  return end
}

export const createJobs = (needs: Needs): Jobs => {
  const jobs = new Map<number, Job>()
  let next = 1
  let tail: Promise<void> = Promise.resolve()
  const now: Now = { thread: null, isWriting: false }

  const start: Jobs['start'] = (name, input, after) => {
    const id = next
    next += 1
    const shared = new SharedArrayBuffer(4)
    const view: JobView = { id, kind: name, state: 'running', done: 0, total: 0, failure: null }
    const job: Job = { view, flag: new Int32Array(shared), finished: Promise.resolve() }
    const run = (onOthersMayWrite: () => void): Promise<JobEnd> =>
      runOne(needs, now, job, { name, input, flag: shared, onOthersMayWrite })
    job.finished = tail.then(async () => {
      const end = await endOf(needs, async () => {
        const ran = await (needs.writes(name) ? holdingGate(needs.gate, run) : run(() => undefined))
        return 'output' in ran ? noted(ran, after, needs) : ran
      })
      job.view = viewAfter(job.view, end)
      needs.changed(id)
    })
    tail = job.finished
    keep(jobs, id, job)
    return id
  }

  const stop = async (ms: number): Promise<void> => {
    const running = [...jobs.values()].filter((job) => job.view.state === 'running')
    if (running.length === 0) return
    for (const job of running) Atomics.store(job.flag, 0, 1)
    // Somebody waits at the door: a check that is cut off is made again after the next unlock.
    if (!now.isWriting) await now.thread?.terminate()
    if ((await Promise.race([tail, lateAfter(ms)])) === 'late') await now.thread?.terminate()
  }

  return {
    start,
    view: (id) => jobs.get(id)?.view,
    cancel: (id) => {
      const job = jobs.get(id)
      if (job?.view.state === 'running') Atomics.store(job.flag, 0, 1)
      return job?.view
    },
    stop,
    finished: async (id) => {
      await jobs.get(id)?.finished
    },
  }
}
