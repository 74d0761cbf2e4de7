import type { Failure } from '../../shared/failure.ts'
import type { Session } from '../session/session.ts'

/** How a job thread is set going. */
export type JobStart = {
  readonly kind: string
  readonly input: unknown
  readonly session: Session
  readonly now: number
  readonly today: string
  readonly zone: string
  readonly vaultFolder: string
  /** The one read descriptor of the open database; descriptors belong to the process, not to a thread. */
  readonly descriptor: number
  readonly suite: 'aegis-256' | 'chacha20'
  readonly vaultId: string
  readonly dbk: Uint8Array
  readonly vmk: Uint8Array
  /** Identity of this run of the desk, for the audit rows. */
  readonly boot: string
  readonly monotonicOffset: number
  readonly channel: 'window' | 'cli'
  readonly cancelFlag: SharedArrayBuffer
}

export type JobMessage =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'others-may-write' }
  | { readonly kind: 'done'; readonly output: unknown }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly frames: readonly string[] }
