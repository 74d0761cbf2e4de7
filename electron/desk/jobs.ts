import { Worker } from 'node:worker_threads'
import type { Failure } from '../../shared/failure.ts'
import type { JobView } from '../../shared/job/contract.ts'
import type { Gate } from './gate.ts'
import type { JobMessage, JobStart } from './job-message.ts'
import type { JobInput, JobName, JobOutput } from './job-kinds.ts'

type Running = {
  view: JobView
  readonly flag: Int32Array
  readonly finished: Promise<unknown>
}

export type Jobs = {
  /** Queues a job for the one job thread. `after` sees the output before anyone asks for it. */
  readonly start: <N extends JobName>(
    name: N,
    input: JobInput<N>,
    after?: (output: JobOutput<N>) => void,
  ) => number
  readonly view: (id: number) => JobView | undefined
  readonly cancel: (id: number) => JobView | undefined
  /** Asks a running job to stop and waits for it, at most `ms`; then the thread is ended. */
  readonly stop: (ms: number) => Promise<void>
  readonly finished: (id: number) => Promise<void>
}

type Needs = {
  readonly gate: Gate
  readonly writes: (name: JobName) => boolean
  readonly base: () => Omit<JobStart, 'kind' | 'input' | 'cancelFlag'>
  readonly changed: (id: number) => void
  readonly failed: (frames: readonly string[]) => string
}

const keptJobs = 8

const threadUrl = (): URL =>
  new URL(import.meta.url.endsWith('.ts') ? './job-thread.ts' : './job-thread.mjs', import.meta.url)

export const createJobs = (needs: Needs): Jobs => {
  const jobs = new Map<number, Running>()
  let next = 1
  let tail: Promise<unknown> = Promise.resolve()
  let thread: Worker | null = null

  const runThread = (id: number, start: JobStart): Promise<{ output: unknown } | { failure: Failure }> =>
    new Promise((resolve) => {
      const worker = new Worker(threadUrl(), { workerData: start })
      thread = worker
      const settle = (value: { output: unknown } | { failure: Failure }): void => {
        thread = null
        resolve(value)
      }
      worker.on('message', (message: JobMessage) => {
        if (message.kind === 'progress') {
          const job = jobs.get(id)
          if (job) job.view = { ...job.view, done: message.done, total: message.total }
          needs.changed(id)
        } else if (message.kind === 'done') settle({ output: message.output })
        else if (message.failure.code === 'bug')
          settle({ failure: { code: 'bug', ref: needs.failed(message.frames) } })
        else settle({ failure: message.failure })
      })
      worker.on('error', () => settle({ failure: { code: 'bug', ref: needs.failed([]) } }))
      worker.on('exit', () => settle({ failure: { code: 'cancelled' } }))
    })

  return {
    start: (name, input, after) => {
      const id = next
      next += 1
      const shared = new SharedArrayBuffer(4)
      const flag = new Int32Array(shared)
      const view: JobView = { id, kind: name, state: 'running', done: 0, total: 0, failure: null }
      const run = (): Promise<{ output: unknown } | { failure: Failure }> =>
        Atomics.load(flag, 0) === 1
          ? Promise.resolve({ failure: { code: 'cancelled' } })
          : runThread(id, { ...needs.base(), kind: name, input, cancelFlag: shared })
      const turn = tail.then(() => (needs.writes(name) ? needs.gate.run(run) : run()))
      const finished = turn.then((end) => {
        const job = jobs.get(id)
        if (!job) return
        if ('output' in end) {
          after?.(end.output as never)
          job.view = { ...job.view, state: 'done' }
        } else {
          const state = end.failure.code === 'cancelled' ? 'cancelled' : 'failed'
          job.view = { ...job.view, state, failure: end.failure }
        }
        needs.changed(id)
      })
      tail = finished
      for (const old of [...jobs.keys()].slice(0, -keptJobs)) jobs.delete(old)
      jobs.set(id, { view, flag, finished })
      return id
    },
    view: (id) => jobs.get(id)?.view,
    cancel: (id) => {
      const job = jobs.get(id)
      if (job && job.view.state === 'running') Atomics.store(job.flag, 0, 1)
      return job?.view
    },
    stop: async (ms) => {
      const running = [...jobs.values()].filter((one) => one.view.state === 'running')
      if (running.length === 0) return
      for (const job of running) Atomics.store(job.flag, 0, 1)
      const late = new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), ms).unref())
      if ((await Promise.race([tail, late])) === 'late') await thread?.terminate()
    },
    finished: async (id) => {
      await jobs.get(id)?.finished
    },
  }
}
