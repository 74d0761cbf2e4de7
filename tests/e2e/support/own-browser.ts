import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { chromium, type Page } from '@playwright/test'
import { makeProfile } from '../../../electron/preview/browser-profile.ts'
import { browserArguments } from '../../../electron/preview/browser-window.ts'
import { findBrowser } from './preview.ts'

// The browser as the preview itself launches it, with the profile it makes; only headless and steered.

export type OwnBrowser = {
  readonly page: Page
  readonly profile: string
  /** kill -9, as a power cut would: nothing is cleaned up. */
  readonly kill9: () => Promise<void>
}

export const openOwnBrowser = async (url: string, temp: string): Promise<OwnBrowser> => {
  const found = await findBrowser()
  if (found === null) throw new Error('no browser found: see scripts/browser.mjs')
  mkdirSync(temp, { recursive: true })
  const profile = makeProfile(temp, process.pid)
  // A headless browser has no app window; the page goes there itself.
  const words = browserArguments(url, profile, process.getuid?.() === 0).filter(
    (word) => !word.startsWith('--app='),
  )
  const child = spawn(found.path, [...words, '--headless', '--remote-debugging-port=0', 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, TMPDIR: temp },
    detached: true,
  })
  let said = ''
  for await (const part of child.stderr) {
    said += String(part)
    if (/ws:\/\/\S+/.test(said)) break
  }
  const browser = await chromium.connectOverCDP(/ws:\/\/\S+/.exec(said)?.[0] ?? said)
  const page = browser.contexts()[0]?.pages()[0]
  if (page === undefined) throw new Error('the browser shows no page')
  await page.goto(url)
  return {
    page,
    profile,
    kill9: async () => {
      const ended = once(child, 'exit')
      // The whole group: the browser's helpers hold files of their own.
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
      await ended
    },
  }
}
