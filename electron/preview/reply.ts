import type { ServerResponse } from 'node:http'
import { freshNonce, responseHeaders } from '../page/response-headers.ts'

/** Sets the headers every answer carries, before anything can go wrong; returns this answer's nonce. */
export const dressResponse = (response: ServerResponse): string => {
  const nonce = freshNonce()
  for (const [name, value] of Object.entries(responseHeaders(nonce))) response.setHeader(name, value)
  return nonce
}

/** A refusal has a body: a browser shows its own error page for an empty one. */
export const refuseRequest = (response: ServerResponse, status: number, words: string): void => {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' })
  response.end(`${status} ${words}\n`)
}

export const sendBytes = (response: ServerResponse, type: string, body: Buffer | string): void => {
  response.writeHead(200, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) })
  response.end(body)
}

/** The oRPC wire shape of a refusal, for answers given before a call could reach the desk. */
export const sendFailure = (
  response: ServerResponse,
  status: number,
  data: { readonly code: string },
): void => {
  response.writeHead(status, { 'Content-Type': 'application/json' })
  response.end(JSON.stringify({ json: { defined: true, code: 'FAILED', status, message: 'FAILED', data } }))
}
