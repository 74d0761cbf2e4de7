import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import type { Duplex } from 'node:stream'
import type { AnyContractRouter } from '@orpc/contract'
import { findPageFile, isHtml, withNonce, type PageFiles } from '../page/page-files.ts'
import { freshNonce, responseHeaders } from '../page/response-headers.ts'
import type { Printer } from '../print/printer.ts'
import { isOurs, openAccess, sessionCookie, type Access } from './access.ts'
import type { DeskProcess } from './desk-process.ts'
import { sendPdf, sendPrintPage } from './paper.ts'
import { dressResponse, refuseRequest, sendBytes } from './reply.ts'
import { openRpc, rpcPrefix, type AnswerRpc } from './rpc.ts'

// The loopback host: the shell's stand-in for a browser. Only 127.0.0.1, only its own browser session.

export type Host = {
  readonly port: number
  /** Works once; whoever opens it first holds the session. */
  readonly firstUrl: string
  readonly access: Access
  readonly close: () => Promise<void>
}

export type HostParts = {
  readonly port: number
  readonly contract: AnyContractRouter
  readonly desk: DeskProcess
  readonly files: PageFiles
  /** Made once the address is known: the printer loads its pages from here. */
  readonly printer: (origin: string, access: Access) => Printer
}

type Served = {
  readonly desk: DeskProcess
  readonly files: PageFiles
  readonly access: Access
  readonly rpc: AnswerRpc
  readonly printer: Printer
}

type Visit = { readonly request: IncomingMessage; readonly response: ServerResponse; readonly path: string }

const maxUrlLength = 2048

export const startHost = async (parts: HostParts): Promise<Host> => {
  const access = openAccess()
  const server = createServer({ maxHeaderSize: 16_384 })
  server.listen(parts.port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : parts.port
  const origin = `http://127.0.0.1:${port}`
  const served: Served = {
    desk: parts.desk,
    files: parts.files,
    access,
    rpc: openRpc(parts.contract, parts.desk),
    printer: parts.printer(origin, access),
  }
  server.on('request', (request, response) => {
    answer(served, port, request, response).catch(() => {
      if (response.headersSent) response.destroy()
      else refuseRequest(response, 500, 'bug')
    })
  })
  server.on('clientError', (_error, socket) => refuseGarbage(socket))
  return {
    port,
    firstUrl: `${origin}/enter/${access.token}`,
    access,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

/** What isn't HTTP at all never becomes a request; its answer is dressed like every other. */
const refuseGarbage = (socket: Duplex): void => {
  if (!socket.writable) return void socket.destroy()
  const lines = Object.entries(responseHeaders(freshNonce())).map(([name, value]) => `${name}: ${value}`)
  socket.end(
    ['HTTP/1.1 400 Bad Request', ...lines, 'Connection: close', '', '400 not a request\n'].join('\r\n'),
  )
}

const answer = async (
  served: Served,
  port: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const nonce = dressResponse(response)
  const url = request.url ?? ''
  if (!isOurs(request, port)) return refuseRequest(response, 403, 'not from this window')
  if (!url.startsWith('/') || url.length > maxUrlLength)
    return refuseRequest(response, 400, 'no such address')
  const path = url.split('?', 1)[0] ?? ''
  const visit = { request, response, path }
  if (path.startsWith('/enter/')) return enter(served.access, visit)
  const job = served.access.printJob(request)
  if (job !== null) return printerVisit(served, visit, job, nonce)
  if (!served.access.isMember(request))
    return refuseRequest(response, 401, 'open the address shown at the start')
  if (path.startsWith(`${rpcPrefix}/`)) return served.rpc(request, response)
  if (request.method !== 'GET') return refuseRequest(response, 404, 'not found')
  return memberVisit(served, visit, nonce)
}

const enter = (access: Access, { request, response, path }: Visit): void => {
  const session = request.method === 'GET' ? access.redeem(path.slice('/enter/'.length)) : null
  if (session === null)
    return refuseRequest(response, 403, 'this address works once; start again for a new one')
  response.setHeader('Set-Cookie', `${sessionCookie}=${session}; HttpOnly; SameSite=Strict; Path=/`)
  response.writeHead(303, { Location: '/', 'Content-Type': 'text/plain' })
  response.end('303 come in\n')
}

/** The headless page sees its one sheet and the files that belong to it, and nothing else. */
const printerVisit = (served: Served, visit: Visit, job: string, nonce: string): Promise<void> | void => {
  if (visit.path === `/print/${job}`) return sendPrintPage(visit.response, served.desk.call, job, nonce)
  sendFile(served.files, visit, nonce)
}

const memberVisit = (served: Served, visit: Visit, nonce: string): Promise<void> | void => {
  const { path, response } = visit
  const { desk, printer } = served
  if (findPageFile(served.files, path) !== undefined) return sendFile(served.files, visit, nonce)
  if (!desk.isUp()) return refuseRequest(response, 423, 'locked')
  if (path.startsWith('/print/'))
    return sendPrintPage(response, desk.call, path.slice('/print/'.length), nonce)
  if (path.startsWith('/host/pdf/'))
    return sendPdf(response, desk.call, printer, path.slice('/host/pdf/'.length))
  if (path === '/host/printer') return sendPrinterState(response, printer)
  refuseRequest(response, 404, 'not found')
}

const sendPrinterState = async (response: ServerResponse, printer: Printer): Promise<void> =>
  sendBytes(response, 'application/json', JSON.stringify({ pdf: await printer.canPdf() }))

const sendFile = (files: PageFiles, { response, path }: Visit, nonce: string): void => {
  const file = findPageFile(files, path)
  if (file === undefined) return refuseRequest(response, 404, 'not found')
  sendBytes(response, file.type, isHtml(file) ? withNonce(file.bytes.toString('utf8'), nonce) : file.bytes)
}
