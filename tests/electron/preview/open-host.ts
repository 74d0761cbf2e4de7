import { request } from 'node:http'
import { fileURLToPath } from 'node:url'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { startDesk, type DeskProcess } from '../../../electron/preview/desk-process.ts'
import { startHost, type Host, type HostParts } from '../../../electron/preview/host.ts'
import { fakeContract } from './fake-contract.ts'

const text = (type: string, words: string) => ({ type, bytes: Buffer.from(words) })

const files = new Map([
  ['/index.html', text('text/html; charset=utf-8', '<!doctype html><html><head></head><body></body></html>')],
  ['/assets/app.js', text('text/javascript; charset=utf-8', 'export {}')],
  ['/print.css', text('text/css; charset=utf-8', '@page { size: A4 } p { font-size: 20pt }')],
])

const noPrinter: HostParts['printer'] = () => ({
  canPdf: () => Promise.resolve(false),
  pdf: () => Promise.reject(new Error('no printer')),
})

export type OpenHost = {
  readonly host: Host
  readonly desk: DeskProcess
  readonly close: () => Promise<void>
}

export const openHost = async (printer = noPrinter): Promise<OpenHost> => {
  const entry = fileURLToPath(new URL('fake-desk.ts', import.meta.url))
  const desk = startDesk({ entry, args: [], env: process.env, greet: ['session', 'state'] })
  const host = await startHost({ port: 0, contract: fakeContract, desk, files, printer })
  await desk.whenUp(10_000)
  return {
    host,
    desk,
    close: async () => {
      await host.close()
      await desk.stop()
    },
  }
}

export type Reply = { status: number; headers: Readonly<Record<string, unknown>>; body: string }

/** One request exactly as written: no client that tidies paths or refuses odd headers on the way. */
export const ask = (
  host: Host,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
  body = '',
): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const sized =
      method === 'POST' && headers['transfer-encoding'] === undefined
        ? { 'content-length': String(Buffer.byteLength(body)) }
        : {}
    const call = request({
      port: host.port,
      host: '127.0.0.1',
      path,
      method,
      headers: { ...sized, ...headers },
    })
    call.on('error', reject)
    call.on('response', (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts).toString('utf8'),
        }),
      )
    })
    call.end(body)
  })

/** Opens the first address like a browser would and keeps its cookie. */
export const signIn = async (host: Host): Promise<{ readonly cookie: string }> => {
  const reply = await ask(host, new URL(host.firstUrl).pathname)
  const [pair] = String(reply.headers['set-cookie']).split(';')
  return { cookie: pair ?? '' }
}

export const openClient = (
  host: Host,
  headers: Record<string, string>,
): ContractRouterClient<typeof fakeContract> =>
  createORPCClient(new RPCLink({ url: `http://127.0.0.1:${host.port}/rpc`, headers }))
