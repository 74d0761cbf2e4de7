// Finds a Chromium family browser for the preview, for PDFs and for the tests, and proves that it runs.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { installedBrowsers } from './browser/candidates.mjs'
import { canLaunch } from './browser/launch.mjs'
import { unpackedChromium } from './browser/unpack.mjs'

export { sandboxArguments } from './browser/launch.mjs'

/** `headlessOnly`: draws pages and PDFs but has no window to show.
 * @typedef {{ readonly path: string, readonly source: 'named' | 'installed' | 'package' | 'apt', readonly headlessOnly: boolean }} Browser */

export const noBrowser =
  'No browser could be started. Install Google Chrome, Microsoft Edge or Chromium, or name one with ZHIYIN_BROWSER=/path/to/it.'

/** @param {readonly string[]} paths @returns {Promise<string | null>} */
const firstThatLaunches = async (paths) => {
  for (const path of paths) if (await canLaunch(path)) return path
  return null
}

/** @param {string} note @returns {Browser | null} */
const remembered = (note) => {
  if (!existsSync(note)) return null
  /** @type {Browser} */
  const browser = JSON.parse(readFileSync(note, 'utf8'))
  return existsSync(browser.path) ? browser : null
}

/** @returns {Promise<Browser | null>} */
const installed = async () => {
  const path = await firstThatLaunches(installedBrowsers(process.platform, process.env))
  return path === null ? null : { path, source: 'installed', headlessOnly: false }
}

/** As root on Debian a package is one command away. */
const installWithApt = () => {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  console.log('Installing the package chromium (apt-get) …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const run = (/** @type {string[]} */ args) =>
    spawnSync('/usr/bin/apt-get', args, { env, stdio: 'ignore', timeout: 300_000 })
  if (run(['install', '-y', '--no-install-recommends', 'chromium']).status === 0) return
  run(['update'])
  run(['install', '-y', '--no-install-recommends', 'chromium'])
}

/**
 * @param {string} root
 * @param {string} cache
 * @param {boolean} mayInstall
 * @returns {Promise<Browser | null>}
 */
const search = async (root, cache, mayInstall) => {
  const here = await installed()
  if (here !== null) return here
  const unpacked = await firstThatLaunches(await unpackedChromium(root, cache))
  if (unpacked !== null) return { path: unpacked, source: 'package', headlessOnly: true }
  if (!mayInstall) return null
  installWithApt()
  const fromApt = await installed()
  return fromApt === null ? null : { ...fromApt, source: 'apt' }
}

/**
 * ZHIYIN_BROWSER, an installed one, the one that comes as a package, and (only if allowed) apt. What was found is
 * remembered under node_modules/.cache, so that only the first call has to try. One without a window never stands in
 * the way of an installed one: those are looked for again.
 * @param {string} root
 * @param {{ mayInstall?: boolean }} [options]
 * @returns {Promise<Browser | null>}
 */
export const findBrowser = async (root, { mayInstall = false } = {}) => {
  const named = process.env['ZHIYIN_BROWSER']
  if (named !== undefined && named !== '') {
    if (await canLaunch(named)) return { path: named, source: 'named', headlessOnly: false }
    console.error(`ZHIYIN_BROWSER names ${named}, which does not start; looking for another one.`)
  }
  const cache = join(root, 'node_modules/.cache/browser')
  const note = join(cache, 'found.json')
  const known = remembered(note)
  if (known !== null && !known.headlessOnly) return known
  mkdirSync(cache, { recursive: true })
  const found = known === null ? await search(root, cache, mayInstall) : ((await installed()) ?? known)
  if (found !== null) writeFileSync(note, JSON.stringify(found))
  return found
}
