import type { Failure } from '../../shared/failure.ts'
import type { Write } from '../database/handle.ts'
import type { AuditEntry } from './audit-entry.ts'
import type { Session } from '../session/session.ts'

export class JobCancelled extends Error {
  constructor() {
    super('cancelled')
  }
}

/** A job's refusal: ends the job with this failure instead of a bug. */
export class JobRefused extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.code)
    this.failure = failure
  }
}

/** What a job works with, on its own connection in its own thread. */
export type JobCall = {
  readonly db: Write
  readonly session: Session
  readonly now: number
  readonly today: string
  readonly zone: string
  readonly vaultFolder: string
  /** For copying the open database without closing any descriptor of it. */
  readonly descriptor: number
  /** Copies of the keys for verifying and backing up; overwritten when the job ends. */
  readonly keys: {
    readonly vaultId: string
    readonly suite: 'aegis-256' | 'chacha20'
    readonly dbk: Buffer
    readonly vmk: Buffer
  }
  readonly audit: (entry: AuditEntry) => { readonly seq: number; readonly hash: string }
  readonly progress: (done: number, total: number) => void
  /** For a job that writes at first only: from here on it writes no more, and others may. */
  readonly letOthersWrite: () => void
  /** Throws JobCancelled once the user asked to stop; inside a transaction that rolls it back. */
  readonly checkCancelled: () => void
}

/** `writes` jobs hold the write gate from start to end, or until they let others write. */
export type JobKind<Input, Output> = {
  readonly writes: boolean
  readonly run: (call: JobCall, input: Input) => Output | Promise<Output>
}
