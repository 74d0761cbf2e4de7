import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { makeProfile, removeProfile } from './browser-profile.ts'

export type Browser = { readonly path: string; readonly headlessOnly: boolean }

export type BrowserWindow = {
  readonly closed: Promise<void>
  readonly close: () => Promise<void>
}

/** Everything we ask of the browser; web security, site isolation and the sandbox stay as they come. */
export const browserArguments = (url: string, profile: string, isRoot: boolean): readonly string[] => [
  `--app=${url}`,
  `--user-data-dir=${profile}`,
  '--incognito',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-breakpad',
  '--window-size=1366,768',
  '--lang=zh-CN',
  ...(isRoot ? ['--no-sandbox'] : []),
]

/** A window needs a browser that has one, and a place to show it. */
export const canShowWindow = (
  browser: Browser | null,
  platform: string,
  env: Readonly<Record<string, string | undefined>>,
): browser is Browser => {
  if (browser === null || browser.headlessOnly) return false
  return platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])
}

/** Opens the app window; its profile is gone again when the window is. */
export const openBrowserWindow = (browser: Browser, url: string, temp: string): BrowserWindow => {
  const profile = makeProfile(temp, process.pid)
  const child = spawn(browser.path, browserArguments(url, profile, process.getuid?.() === 0), {
    stdio: 'ignore',
  })
  const ended = Promise.race([once(child, 'exit'), once(child, 'error')])
  const closed = ended.then(
    () => removeProfile(profile),
    () => removeProfile(profile),
  )
  return {
    closed,
    close: async () => {
      child.kill()
      await closed
    },
  }
}
