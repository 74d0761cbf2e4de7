import { ORPCError, ValidationError } from '@orpc/contract'
import { RPCHandler } from '@orpc/server/message-port'
import type { AnyRouter } from '@orpc/server'
import type { MainPortLike, PortLike } from './channel.ts'
import { refusal } from './router.ts'

const pathOf = (path: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined): string =>
  (path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.')

/** Input that doesn't fit its schema: paths and rules, never the values. */
export const asFailure = (error: unknown): unknown => {
  if (!(error instanceof ORPCError) || error.code !== 'BAD_REQUEST') return error
  const issues = error.cause instanceof ValidationError ? error.cause.issues : []
  return refusal({
    code: 'invalid',
    issues: issues.map((issue) => ({ path: pathOf(issue.path), rule: 'schema' })),
  })
}

// A window that asks too much is refused, but never kept from locking.
const isLock = (path: readonly string[]): boolean => path.join('.') === 'session.lock'

/**
 * Answers the contract on one port; the same router serves Electron's ports and the preview's fork channel.
 * `admit` says whether one more call may come now; a call beyond it is refused before its handler runs.
 */
export const serve = (
  router: AnyRouter,
  port: PortLike | MainPortLike,
  admit: () => boolean = () => true,
): void => {
  const handler = new RPCHandler(router, {
    clientInterceptors: [
      async (options) => {
        if (!isLock(options.path) && !admit()) throw refusal({ code: 'too-many' })
        try {
          return await options.next()
        } catch (error) {
          throw asFailure(error)
        }
      },
    ],
  })
  handler.upgrade(port as unknown as Parameters<typeof handler.upgrade>[0], { context: {} })
  port.start()
}
