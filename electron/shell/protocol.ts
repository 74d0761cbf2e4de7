import type { CustomScheme, Session } from 'electron/main'
import { findPageFile, isHtml, withNonce, type PageFiles } from '../page/page-files.ts'
import { freshNonce, responseHeaders } from '../page/response-headers.ts'
import { isJobId } from '../print/printer.ts'
import { isAppAddress } from './address.ts'

/** Standard and secure, and none of the privileges that would open a way around the content policy. */
export const appScheme: CustomScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
}

export type AppParts = {
  /** Read at the first request, so that the window's files are not needed to start. */
  readonly files: () => PageFiles
  /** The sheet of a job as HTML, made by the desk; null when there is none. */
  readonly printPage: (job: string) => Promise<string | null>
}

const maxAddressLength = 2048

const reply = (
  nonce: string,
  status: number,
  type: string,
  body: string | Uint8Array<ArrayBuffer>,
): Response => new Response(body, { status, headers: { ...responseHeaders(nonce), 'Content-Type': type } })

/** The path as it was asked for. URL parsing would tidy `..` away before it could be refused. */
const pathOf = (address: string): string =>
  (address.slice('app://app'.length).split(/[?#]/, 1)[0] ?? '') || '/'

export const answerApp =
  (parts: AppParts) =>
  async (request: Pick<Request, 'url' | 'method'>): Promise<Response> => {
    const nonce = freshNonce()
    const refuse = (status: 400 | 404): Response => reply(nonce, status, 'text/plain', `${status}\n`)
    if (request.url.length > maxAddressLength) return refuse(400)
    if (!isAppAddress(request.url) || request.method !== 'GET') return refuse(404)
    const path = pathOf(request.url)
    const file = findPageFile(parts.files(), path)
    if (file !== undefined)
      return reply(
        nonce,
        200,
        file.type,
        isHtml(file) ? withNonce(file.bytes.toString('utf8'), nonce) : file.bytes,
      )
    const job = path.startsWith('/print/') ? path.slice('/print/'.length) : ''
    const html = isJobId(job) ? await parts.printPage(job) : null
    return html === null ? refuse(404) : reply(nonce, 200, 'text/html; charset=utf-8', withNonce(html, nonce))
  }

/** On the windows' own session: the default session never learns the scheme. */
export const serveApp = (session: Session, parts: AppParts): void =>
  session.protocol.handle('app', answerApp(parts))
