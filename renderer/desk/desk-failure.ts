import { ORPCError } from '@orpc/client'
import { failureSchema, type Failure } from '../../shared/failure.ts'

/** What a call to the desk throws: always with a failure the screen can put into words. */
export class DeskFailure extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.code)
    this.failure = failure
  }
}

const lockedStatus = 423

/** Turns whatever a call threw into a failure; a connection that broke means the desk has stopped. */
export const failureOf = (error: unknown): Failure => {
  if (error instanceof DeskFailure) return error.failure
  if (error instanceof ORPCError) {
    const declared = failureSchema.safeParse(error.data)
    if (error.code === 'FAILED' && declared.success) return declared.data
    if (error.status === lockedStatus) return { code: 'locked' }
  }
  if (error instanceof DOMException && error.name === 'TimeoutError') return { code: 'timeout' }
  if (error instanceof DOMException && error.name === 'AbortError') return { code: 'cancelled' }
  return { code: 'stopped' }
}
