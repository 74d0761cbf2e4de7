import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, openHost, signIn, type OpenHost } from './open-host.ts'

describe('the loopback host', () => {
  let open: OpenHost
  let member: { readonly cookie: string }
  beforeAll(async () => {
    open = await openHost()
    member = await signIn(open.host)
  })
  afterAll(() => open.close())

  it('lets the address shown at the start in once, and says so the second time', async () => {
    const fresh = await openHost()
    const path = new URL(fresh.host.firstUrl).pathname
    const first = await ask(fresh.host, path)
    expect(first.status).toBe(303)
    expect(String(first.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict; Path=\/$/)
    const second = await ask(fresh.host, path)
    expect(second.status).toBe(403)
    expect(second.body).toContain('once')
    expect(second.headers['set-cookie']).toBeUndefined()
    await fresh.close()
  })

  it('shows nothing without the session cookie, or with another one', async () => {
    const strangers: Record<string, string>[] = [
      {},
      { cookie: 'zhiyin-session=guess' },
      { cookie: 'zhiyin-print=guess' },
    ]
    for (const headers of strangers) {
      for (const path of ['/', '/assets/app.js', '/print/1', '/host/pdf/1', '/host/printer'])
        expect((await ask(open.host, path, headers)).status).toBe(401)
      expect((await ask(open.host, '/rpc/echo/say', headers, 'POST', '{}')).status).toBe(401)
    }
  })

  it('gives every tab of the one browser session its page', async () => {
    for (let tab = 0; tab < 3; tab++) expect((await ask(open.host, '/', member)).status).toBe(200)
  })

  it('refuses a foreign host name, origin or site even with the cookie', async () => {
    const foreign: Record<string, string>[] = [
      { host: 'bank.example' },
      { host: `localhost:${open.host.port}` },
      { host: '127.0.0.1:1' },
      { origin: 'https://bank.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ]
    for (const headers of foreign)
      expect((await ask(open.host, '/', { ...member, ...headers })).status).toBe(403)
  })

  it('serves only files it was built with, whatever the path looks like', async () => {
    const odd = [
      '/../package.json',
      '/assets/../../package.json',
      '/%2e%2e/package.json',
      '/..%2fpackage.json',
      '/assets%2fapp.js',
      '/assets\\app.js',
      '/index.html%00.js',
      '//index.html',
      '/.',
      '/host/pdf/..%2f1',
      '/print/<script>',
      'http://bank.example/index.html',
      `/${'a'.repeat(10_000)}`,
    ]
    for (const path of odd) expect([400, 404]).toContain((await ask(open.host, path, member)).status)
    expect((await ask(open.host, '/', member, 'POST', 'x')).status).toBe(404)
    expect((await ask(open.host, '/', member, 'DELETE')).status).toBe(404)
  })

  it('carries the full policy with a fresh nonce on every answer, refusals and redirects too', async () => {
    const fresh = await openHost()
    const replies = [
      await ask(fresh.host, new URL(fresh.host.firstUrl).pathname),
      await ask(fresh.host, '/'),
      await ask(open.host, '/', member),
      await ask(open.host, '/assets/app.js', member),
      await ask(open.host, '/print/gone', member),
      await ask(open.host, '/nowhere', member),
      await ask(open.host, '/', { ...member, host: 'bank.example' }),
      await ask(open.host, '/rpc/echo/refuse', member, 'POST', '{}'),
      await ask(open.host, '/rpc/no/such', member, 'POST', '{}'),
    ]
    await fresh.close()
    expect(replies.map((reply) => reply.status)).toEqual([303, 401, 200, 200, 404, 404, 403, 409, 404])
    const nonces = replies.map((reply) => /'nonce-([A-Za-z0-9+/=]{24})'/.exec(policy(reply))?.[1])
    expect(new Set(nonces).size).toBe(replies.length)
    for (const reply of replies) {
      expect(policy(reply)).toMatch(/^default-src 'none'; script-src 'self'; .*trusted-types zhiyin-worker$/)
      expect(reply.headers['x-content-type-options']).toBe('nosniff')
      expect(reply.headers['cross-origin-opener-policy']).toBe('same-origin')
      expect(reply.headers['cross-origin-resource-policy']).toBe('same-origin')
      expect(reply.headers['referrer-policy']).toBe('no-referrer')
      expect(reply.headers['permissions-policy']).toContain('camera=()')
      expect(reply.headers['cache-control']).toBe('no-store')
    }
  })

  it('hands the page the nonce of its own answer', async () => {
    for (const path of ['/', '/print/sheet-1']) {
      const reply = await ask(open.host, path, member)
      const nonce = /'nonce-([^']+)'/.exec(policy(reply))?.[1] ?? 'none'
      expect(reply.body).toContain(`<meta property="csp-nonce" nonce="${nonce}">`)
      expect(reply.body).not.toContain('__NONCE__')
    }
  })

  it('reads no message over 1 MiB and none of unknown length', async () => {
    const long = await ask(
      open.host,
      '/rpc/echo/say',
      member,
      'POST',
      `{"json":"${'a'.repeat(1024 * 1024)}"}`,
    )
    expect(long.status).toBe(413)
    const endless = { ...member, 'transfer-encoding': 'chunked' }
    expect((await ask(open.host, '/rpc/echo/say', endless, 'POST', '{}')).status).toBe(411)
  })

  it('outlives messages that are no messages', async () => {
    const json = { ...member, 'content-type': 'application/json' }
    const form = { ...member, 'content-type': 'multipart/form-data; boundary=x' }
    expect((await ask(open.host, '/rpc/echo/say', json, 'POST', '{"json":')).status).toBe(400)
    expect((await ask(open.host, '/rpc/echo/say', form, 'POST', '--y nothing')).status).toBe(400)
    const polluted = '{"json":{"words":"x","__proto__":{"admin":1}},"meta":[["x","__proto__","y"]]}'
    expect((await ask(open.host, '/rpc/echo/say', json, 'POST', polluted)).status).toBeLessThan(500)
    expect({}).not.toHaveProperty('admin')
    const deep = `{"json":${'['.repeat(100_000)}`
    expect((await ask(open.host, '/rpc/echo/say', json, 'POST', deep)).status).toBe(400)
    const fine = await ask(open.host, '/rpc/echo/say', json, 'POST', '{"json":{"words":"still here"}}')
    expect(fine.body).toBe('{"json":{"words":"still here"}}')
  })

  it('answers what is not a request in the same dress', async () => {
    const socket = connect(open.host.port, '127.0.0.1')
    socket.end('GARBAGE\r\n\r\n')
    const words = (await socket.toArray()).join('')
    expect(words).toMatch(/^HTTP\/1.1 400 Bad Request\r\nContent-Security-Policy: default-src 'none';/)
  })

  it('says when there is no browser that could make a PDF', async () => {
    expect((await ask(open.host, '/host/printer', member)).body).toBe('{"pdf":false}')
    const reply = await ask(open.host, '/host/pdf/sheet-1', member)
    expect([reply.status, reply.body]).toEqual([501, '501 no browser that can make a PDF was found\n'])
  })
})

const policy = (reply: { readonly headers: Readonly<Record<string, unknown>> }): string =>
  String(reply.headers['content-security-policy'])
