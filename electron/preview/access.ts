import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

// Who may talk to the loopback host: the one browser session that opened the one-time address, and the
// printer's own headless page for as long as its job runs.

export const sessionCookie = 'zhiyin-session'
export const printCookie = 'zhiyin-print'

export type Access = {
  readonly token: string
  /** Spends the one-time token; the cookie's value, or null when it is wrong or was used before. */
  readonly redeem: (token: string) => string | null
  /** Whether somebody has opened the one-time address. */
  readonly isSpent: () => boolean
  readonly isMember: (request: IncomingMessage) => boolean
  /** Lets one print page in until the returned function is called. */
  readonly admitPrint: (job: string) => { readonly key: string; readonly end: () => void }
  readonly printJob: (request: IncomingMessage) => string | null
}

const equal = (left: string, right: string): boolean => {
  const [a, b] = [Buffer.from(left), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}

const readCookie = (request: IncomingMessage, name: string): string => {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim())
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? ''
}

export const openAccess = (): Access => {
  const token = randomBytes(24).toString('base64url')
  const session = randomBytes(24).toString('base64url')
  const prints = new Map<string, string>()
  let spent = false
  return {
    token,
    redeem: (given) => {
      if (spent || !equal(given, token)) return null
      spent = true
      return session
    },
    isSpent: () => spent,
    isMember: (request) => spent && equal(readCookie(request, sessionCookie), session),
    admitPrint: (job) => {
      const key = randomBytes(24).toString('base64url')
      prints.set(key, job)
      return { key, end: () => void prints.delete(key) }
    },
    printJob: (request) => prints.get(readCookie(request, printCookie)) ?? null,
  }
}

/** A page elsewhere can point a name at 127.0.0.1; only the exact address we listen on is ours. */
export const isOurs = (request: IncomingMessage, port: number): boolean => {
  const { host, origin } = request.headers
  const site = request.headers['sec-fetch-site']
  if (host !== `127.0.0.1:${port}`) return false
  if (origin !== undefined && origin !== `http://127.0.0.1:${port}`) return false
  return site === undefined || site === 'same-origin' || site === 'none'
}
