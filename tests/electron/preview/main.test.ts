import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBrowser } from '../../../scripts/browser.mjs'
import { root } from '../../house/source.ts'
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

  it('goes on without a window when the browser can open none, says why, and gives the unspent address', async () => {
    const real = (await findBrowser(root))?.path ?? ''
    const browser = join(data, 'browser.sh')
    const refuse = '*--app=*) echo "Missing X server or \\$DISPLAY" >&2; exit 1;;'
    writeFileSync(browser, `#!/bin/sh\ncase "$*" in ${refuse} esac\nexec '${real}' "$@"\n`, { mode: 0o755 })
    const env = { ...process.env, ZHIYIN_BROWSER: browser, DISPLAY: ':99' }
    const preview = spawn(process.execPath, [main, '--data', data], { stdio: 'pipe', env })
    preview.stdout.setEncoding('utf8')
    let words = ''
    preview.stdout.on('data', (text: string) => (words += text))
    const ended = once(preview, 'exit')
    const url = await firstUrl(preview)
    expect(words).toContain('The browser showed no window: Missing X server or $DISPLAY\n')
    expect((await fetch(url, { redirect: 'manual' })).status).toBe(303)
    preview.kill('SIGTERM')
    expect((await ended)[0]).toBe(0)
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
