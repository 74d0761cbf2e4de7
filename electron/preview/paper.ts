import type { ServerResponse } from 'node:http'
import { ORPCError } from '@orpc/client'
import { failureSchema, type FailureCode } from '../../shared/failure.ts'
import { withNonce } from '../page/page-files.ts'
import { loadPrintPage } from '../print/print-page.ts'
import { isJobId, type Printer } from '../print/printer.ts'
import { DeskStopped, type CallDesk } from './desk-process.ts'
import { refuseRequest, sendBytes } from './reply.ts'

// The print route (the source of every sheet) and its PDF. The page itself is made by the desk.

const statuses: Partial<Record<FailureCode, number>> = {
  locked: 423,
  forbidden: 403,
  'not-found': 404,
  invalid: 404,
  stopped: 503,
}

const refuseForFailure = (response: ServerResponse, error: unknown): void => {
  if (error instanceof DeskStopped) return refuseRequest(response, 503, 'stopped')
  const failure = failureSchema.safeParse(error instanceof ORPCError ? error.data : undefined)
  if (failure.success) return refuseRequest(response, statuses[failure.data.code] ?? 409, failure.data.code)
  if (error instanceof ORPCError && error.status < 500)
    return refuseRequest(response, error.status, error.code)
  refuseRequest(response, 500, 'bug')
}

export const sendPrintPage = async (
  response: ServerResponse,
  call: CallDesk,
  job: string,
  nonce: string,
): Promise<void> => {
  if (!isJobId(job)) return refuseRequest(response, 404, 'no such sheet')
  try {
    const page = await loadPrintPage(call, job)
    sendBytes(response, 'text/html; charset=utf-8', withNonce(page.html, nonce))
  } catch (error) {
    refuseForFailure(response, error)
  }
}

export const sendPdf = async (
  response: ServerResponse,
  call: CallDesk,
  printer: Printer,
  job: string,
): Promise<void> => {
  if (!isJobId(job)) return refuseRequest(response, 404, 'no such sheet')
  if (!(await printer.canPdf()))
    return refuseRequest(response, 501, 'no browser that can make a PDF was found')
  try {
    const { fileName } = await loadPrintPage(call, job)
    const bytes = await printer.pdf(job)
    const name = encodeURIComponent(fileName ?? `${job}.pdf`)
    response.setHeader('Content-Disposition', `attachment; filename="zhiyin.pdf"; filename*=UTF-8''${name}`)
    sendBytes(response, 'application/pdf', bytes)
  } catch (error) {
    refuseForFailure(response, error)
  }
}
