import { Worker } from 'node:worker_threads'
import type { Failure } from '../../shared/failure.ts'
import type { JobMessage, JobStart } from './job-message.ts'

export type JobEnd = { readonly output: unknown } | { readonly failure: Failure }

export type JobThread = {
  /** Settles when the thread is gone, with its connection closed: nothing of it can be in the way any more. */
  readonly ended: Promise<JobEnd>
  readonly terminate: () => Promise<unknown>
}

type Listeners = {
  readonly onProgress: (done: number, total: number) => void
  /** The job will write no more. */
  readonly onOthersMayWrite: () => void
  /** Writes a bug's frames to the log and returns the reference. */
  readonly onBug: (frames: readonly string[]) => string
}

const threadUrl = (): URL =>
  new URL(import.meta.url.endsWith('.ts') ? './job-thread.ts' : './job-thread.mjs', import.meta.url)

export const runThread = (start: JobStart, { onProgress, onOthersMayWrite, onBug }: Listeners): JobThread => {
  const worker = new Worker(threadUrl(), { workerData: start })
  const bug = (frames: readonly string[]): JobEnd => ({ failure: { code: 'bug', ref: onBug(frames) } })
  // A thread that ends without a word was told to: its transaction is rolled back with its connection.
  let end: JobEnd = { failure: { code: 'cancelled' } }
  worker.on('message', (message: JobMessage) => {
    if (message.kind === 'progress') onProgress(message.done, message.total)
    else if (message.kind === 'others-may-write') onOthersMayWrite()
    else if (message.kind === 'done') end = { output: message.output }
    else end = message.failure.code === 'bug' ? bug(message.frames) : { failure: message.failure }
  })
  worker.on('error', () => {
    end = bug([])
  })
  const ended = new Promise<JobEnd>((resolve) => worker.once('exit', () => resolve(end)))
  return { ended, terminate: () => worker.terminate() }
}
