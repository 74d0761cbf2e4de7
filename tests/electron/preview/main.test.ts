import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const main = fileURLToPath(new URL('../../../electron/preview/main.ts', import.meta.url))

const firstUrl = async (preview: ChildProcessWithoutNullStreams): Promise<string> => {
  let words = ''
  for await (const part of preview.stdout) {
    words += String(part)
    const url = /http:\/\/127\.0\.0\.1:\d+\/enter\/\S+/.exec(words)?.[0]
    if (url !== undefined && words.includes('outside the vault')) return url
  }
  throw new Error(`no address in: ${words}`)
}

/** Opens the first address and calls procedures as the page would. */
const signIn = async (url: string) => {
  const first = await fetch(url, { redirect: 'manual' })
  const cookie = String(first.headers.get('set-cookie')).split(';')[0] ?? ''
  return (path: string, input: unknown): Promise<Response> =>
    fetch(new URL(`/rpc/${path}`, url), {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ json: input }),
    })
}

describe('npm start without a window', () => {
  let data: string
  beforeEach(() => {
    data = mkdtempSync(join(tmpdir(), 'preview-main-'))
  })
  afterEach(() => rmSync(data, { recursive: true, force: true }))

  const start = (...words: string[]): ChildProcessWithoutNullStreams =>
    spawn(process.execPath, [main, ...words], { stdio: 'pipe' })

  it('prints an address that works once, warns about the browser’s profile, and ends when told to', async () => {
    const preview = start('--no-open', '--offline', '--data', data)
    preview.stdout.setEncoding('utf8')
    const ended = once(preview, 'exit')
    const url = await firstUrl(preview)
    const first = await fetch(url, { redirect: 'manual' })
    expect(first.status).toBe(303)
    const cookie = String(first.headers.get('set-cookie')).split(';')[0] ?? ''
    const page = await fetch(new URL('/', url), { headers: { cookie } })
    expect(await page.text()).toContain('<title>知音</title>')
    const state = await fetch(new URL('/rpc/session/state', url), {
      method: 'POST',
      headers: { cookie },
      body: '{}',
    })
    expect(await state.json()).toMatchObject({ json: { state: 'none' } })
    expect((await fetch(url, { redirect: 'manual' })).status).toBe(403)
    preview.kill('SIGTERM')
    expect((await ended)[0]).toBe(0)
    await expect(fetch(url)).rejects.toThrow()
  })

  it('killed outright, lets go of the vault: its desk closes by itself', async () => {
    const killed = start('--no-open', '--data', data)
    killed.stdout.setEncoding('utf8')
    const first = await signIn(await firstUrl(killed))
    const person = {
      bank: '禾川银行',
      branch: '云湖路支行',
      name: '周敏',
      passphrase: '云湖路 2026 知音 口令',
    }
    expect((await first('session/create', person)).status).toBe(200)
    killed.kill('SIGKILL')
    const next = start('--no-open', '--data', data)
    next.stdout.setEncoding('utf8')
    const ended = once(next, 'exit')
    const second = await signIn(await firstUrl(next))
    const stateOf = async (): Promise<unknown> => (await second('session/state', undefined)).json()
    await vi.waitFor(async () => expect(await stateOf()).toMatchObject({ json: { state: 'locked' } }), 20_000)
    next.kill('SIGTERM')
    await ended
  })

  it('says what it did not understand', async () => {
    const preview = start('--windw')
    let words = ''
    preview.stderr.on('data', (part: Buffer) => (words += part.toString()))
    expect((await once(preview, 'close'))[0]).toBe(2)
    expect(words).toContain('--windw')
  })
})
