import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { makeProfile, removeProfile } from './browser-profile.ts'

export type Browser = { readonly path: string; readonly headlessOnly: boolean }

/** How the browser's process ended: what it said last, or why it never began. */
export type WindowEnd = { readonly lifeMs: number; readonly reason: string }

export type BrowserWindow = {
  readonly closed: Promise<WindowEnd>
  readonly close: () => Promise<void>
}

/** A browser that ends sooner than this has shown nobody a page. */
const earlyMs = 5_000

/**
 * Why there is no window although a browser was started, in one line; null when the window was there and was closed.
 * An address that was opened is the proof that somebody saw the page, however soon it was closed again.
 */
export const whyNoWindow = (end: WindowEnd, isOpened: boolean): string | null =>
  isOpened || end.lifeMs >= earlyMs ? null : end.reason

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

const lastWords = (output: string): string | undefined => {
  const lines = output.split('\n').map((line) => line.trim())
  const telling = lines.find((line) => /error while loading|sandbox|display|x server|policy/i.test(line))
  return (telling ?? lines.findLast((line) => line !== ''))?.slice(0, 200)
}

/** The end of the process and its last words; helpers that keep the pipe open don't hold us up. */
const endOf = async (child: ChildProcess): Promise<string> => {
  let output = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    output = (output + text).slice(-4_096)
  })
  try {
    const [code, signal] = (await once(child, 'exit')) as [number | null, string | null]
    await Promise.race([once(child, 'close'), new Promise((wake) => setTimeout(wake, 200).unref())])
    return lastWords(output) ?? `exit ${code ?? signal ?? ''}`
  } catch (error) {
    return error instanceof Error ? error.message : 'it did not start'
  }
}

/** Opens the app window; its profile is gone again when the window is. */
export const openBrowserWindow = (browser: Browser, url: string, temp: string): BrowserWindow => {
  const profile = makeProfile(temp, process.pid)
  const born = performance.now()
  const child = spawn(browser.path, browserArguments(url, profile, process.getuid?.() === 0), {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const closed = endOf(child).then((reason) => {
    removeProfile(profile)
    return { lifeMs: performance.now() - born, reason }
  })
  return {
    closed,
    close: async () => {
      child.kill()
      await closed
    },
  }
}
