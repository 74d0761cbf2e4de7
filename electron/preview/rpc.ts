import type { IncomingMessage, ServerResponse } from 'node:http'
import { RPCHandler } from '@orpc/server/node'
import type { AnyContractRouter } from '@orpc/contract'
import { z } from 'zod'
import type { DeskProcess } from './desk-process.ts'
import { forwardContract, openPaths } from './forward.ts'
import { refuseRequest, sendFailure } from './reply.ts'

export const rpcPrefix = '/rpc'
const maxMessageBytes = 1024 * 1024
const freshDeskMs = 15_000

export type AnswerRpc = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** The contract over HTTP. While the desk is being replaced everything but the open procedures is locked. */
export const openRpc = (contract: AnyContractRouter, desk: DeskProcess): AnswerRpc => {
  const handler = new RPCHandler(forwardContract(contract, desk.call), { rootInterceptors: [tellInStatus] })
  const open = new Set(openPaths(contract))
  return async (request, response) => {
    if (refusesSize(request, response)) return
    const path = (request.url ?? '').slice(rpcPrefix.length + 1)
    if (!desk.isUp()) {
      if (!open.has(path)) return sendFailure(response, 423, { code: 'locked' })
      if (!(await desk.whenUp(freshDeskMs))) return sendFailure(response, 503, { code: 'stopped' })
    }
    const { matched } = await handler.handle(request, response, { prefix: rpcPrefix, context: {} })
    if (!matched) refuseRequest(response, 404, 'no such procedure')
  }
}

type Answer = { readonly matched: boolean; readonly response: { readonly body: unknown } | undefined }

const wireSchema = z.object({
  json: z.object({ code: z.literal('FAILED'), data: z.object({ code: z.enum(['locked', 'stopped']) }) }),
})

/** A locked or stopped desk shows in the status too, so that a page of files and a page of calls agree. */
const tellInStatus = async <A extends Answer>({ next }: { readonly next: () => Promise<A> }): Promise<A> => {
  const answer = await next()
  const wire = wireSchema.safeParse(answer.response?.body)
  if (!wire.success) return answer
  return {
    ...answer,
    response: { ...answer.response, status: wire.data.json.data.code === 'locked' ? 423 : 503 },
  }
}

/** The length must be told first, so that nothing too long is ever read. */
const refusesSize = (request: IncomingMessage, response: ServerResponse): boolean => {
  const length = Number(request.headers['content-length'] ?? (request.method === 'GET' ? 0 : Number.NaN))
  if (Number.isInteger(length) && length <= maxMessageBytes) return false
  response.setHeader('Connection', 'close')
  refuseRequest(response, Number.isInteger(length) ? 413 : 411, 'a message has a length of at most 1 MiB')
  return true
}
