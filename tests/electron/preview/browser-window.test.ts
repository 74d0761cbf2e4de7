import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeProfile, sweepProfiles } from '../../../electron/preview/browser-profile.ts'
import {
  browserArguments,
  canShowWindow,
  openBrowserWindow,
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
