import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeProfile, sweepProfiles } from '../../../electron/preview/browser-profile.ts'
import {
  browserArguments,
  canShowWindow,
  openBrowserWindow,
  whyNoWindow,
} from '../../../electron/preview/browser-window.ts'

describe('the preview’s browser', () => {
  let temp: string
  beforeEach(() => {
    temp = mkdtempSync(join(tmpdir(), 'browser-test-'))
  })
  afterEach(() => rmSync(temp, { recursive: true, force: true }))

  const fakeBrowser = (script: string) => {
    const path = join(temp, 'browser.sh')
    writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 })
    return { path, headlessOnly: false }
  }
  const profiles = (): string[] => readdirSync(temp).filter((name) => name.startsWith('zhiyin-browser-'))

  it('keeps no history and switches no protection off', () => {
    const words = browserArguments('http://127.0.0.1:1/enter/x', '/tmp/p', false)
    expect(words).toContain('--incognito')
    expect(words).toContain('--user-data-dir=/tmp/p')
    expect(words.join(' ')).not.toMatch(
      /disable-web-security|site-isolation|no-sandbox|allow-running|remote-debugging/,
    )
  })

  it('goes without sandbox only for root', () => {
    expect(browserArguments('u', 'p', true)).toContain('--no-sandbox')
  })

  it('removes the profile when the window is closed', async () => {
    const window = openBrowserWindow(fakeBrowser('exit 0'), 'http://127.0.0.1:1/', temp)
    await window.closed
    expect(profiles()).toEqual([])
  })

  it('tells why a browser that started shows no window', async () => {
    const stale = fakeBrowser('echo "Missing X server or \\$DISPLAY" >&2; echo "bye" >&2; exit 1')
    const end = await openBrowserWindow(stale, 'http://127.0.0.1:1/', temp).closed
    expect(whyNoWindow(end, false)).toBe('Missing X server or $DISPLAY')
    const silent = await openBrowserWindow(fakeBrowser('exit 21'), 'http://127.0.0.1:1/', temp).closed
    expect(whyNoWindow(silent, false)).toBe('exit 21')
    const absent = { path: join(temp, 'absent'), headlessOnly: false }
    const never = await openBrowserWindow(absent, 'http://127.0.0.1:1/', temp).closed
    expect(whyNoWindow(never, false)).toContain('ENOENT')
    expect(profiles()).toEqual([])
  })

  it('takes a window that was seen for closed, however soon', () => {
    expect(whyNoWindow({ lifeMs: 900, reason: 'exit 0' }, true)).toBeNull()
    expect(whyNoWindow({ lifeMs: 60_000, reason: 'exit 0' }, false)).toBeNull()
  })

  it('removes the profile when the preview ends first', async () => {
    const window = openBrowserWindow(fakeBrowser('exec sleep 600'), 'http://127.0.0.1:1/', temp)
    expect(profiles()).toHaveLength(1)
    await window.close()
    expect(profiles()).toEqual([])
  })

  it('removes at the next start what a killed preview left, and nothing else', () => {
    const running = makeProfile(temp, process.pid)
    const left = makeProfile(temp, 4_194_304)
    writeFileSync(join(left, 'History'), '陈女士')
    mkdirSync(join(temp, 'zhiyin-browser-notes'))
    sweepProfiles(temp)
    expect(existsSync(left)).toBe(false)
    expect(existsSync(running)).toBe(true)
    expect(existsSync(join(temp, 'zhiyin-browser-notes'))).toBe(true)
  })

  it('shows a window only where there is one to show', () => {
    const browser = { path: '/usr/bin/chromium', headlessOnly: false }
    expect(canShowWindow(browser, 'linux', { DISPLAY: ':0' })).toBe(true)
    expect(canShowWindow(browser, 'win32', {})).toBe(true)
    expect(canShowWindow(browser, 'linux', {})).toBe(false)
    expect(canShowWindow({ ...browser, headlessOnly: true }, 'linux', { DISPLAY: ':0' })).toBe(false)
    expect(canShowWindow(null, 'win32', {})).toBe(false)
  })
})
