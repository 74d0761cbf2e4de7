import { describe, expect, it } from 'vitest'
import { answerApp, appScheme } from '../../../electron/shell/protocol.ts'

const files = new Map([
  ['/index.html', { type: 'text/html; charset=utf-8', bytes: Buffer.from('<head></head>') }],
  ['/assets/app.js', { type: 'text/javascript; charset=utf-8', bytes: Buffer.from('export {}') }],
])

const answer = answerApp({
  files: () => files,
  printPage: (job) => Promise.resolve(job === 'sheet-1' ? '<head></head><p>sheet</p>' : null),
})

const get = (url: string, method = 'GET'): Promise<Response> => answer({ url, method })

describe('the address app://app', () => {
  it('serves the window’s files and the sheet of a job', async () => {
    expect((await get('app://app/')).status).toBe(200)
    expect((await get('app://app/assets/app.js')).headers.get('content-type')).toContain('javascript')
    expect(await (await get('app://app/print/sheet-1')).text()).toContain('<p>sheet</p>')
  })

  it('serves nothing else, whatever is asked', async () => {
    const odd = [
      'app://app/../package.json',
      'app://app/%2e%2e/package.json',
      'app://app/assets\\app.js',
      'app://app/index.html%00',
      'app://app//index.html',
      'app://app/\\\\server\\share',
      'app://evil/index.html',
      'app://app@evil/index.html',
      'app://app:80/index.html',
      'file:///index.html',
      'app://app/print/gone',
      'app://app/print/../index.html',
      `app://app/${'a'.repeat(10_000)}`,
    ]
    for (const url of odd) expect([400, 404]).toContain((await get(url)).status)
    for (const method of ['HEAD', 'POST', 'PUT', 'DELETE'])
      expect((await get('app://app/', method)).status).toBe(404)
  })

  it('dresses every answer, with a nonce of its own', async () => {
    const nonces = []
    for (const url of ['app://app/', 'app://app/', 'app://app/none', 'app://app/print/sheet-1']) {
      const reply = await get(url)
      const nonce = /'nonce-([^']+)'/.exec(reply.headers.get('content-security-policy') ?? '')?.[1] ?? 'none'
      nonces.push(nonce)
      expect(reply.headers.get('x-content-type-options')).toBe('nosniff')
      if (reply.ok) expect(await reply.text()).toContain(`nonce="${nonce}"`)
    }
    expect(new Set(nonces).size).toBe(4)
  })

  it('has no privilege that leads around the policy', () => {
    expect(appScheme).toEqual({
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    })
  })
})
