// Finds the Electron binary by looking at files only: importing the package `electron` would start a download.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** @typedef {Readonly<Record<string, string | undefined>>} Environment */

/** @type {Readonly<Record<string, string>>} */
const executables = {
  linux: 'electron',
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
}

/** @param {string} platform */
export const executableName = (platform) => executables[platform] ?? 'electron'

/** @param {string} file */
const textOf = (file) => (existsSync(file) ? readFileSync(file, 'utf8').trim() : null)

/** @param {string} root @returns {string} */
export const electronVersion = (root) =>
  JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')).version

/**
 * The binary's path, or null when it is not here (or is another version's).
 * @param {string} root
 * @param {Environment} env
 * @param {string} platform
 */
export const installedElectron = (root, env, platform) => {
  const override = env['ELECTRON_OVERRIDE_DIST_PATH']
  if (override !== undefined && override !== '') {
    const file = join(override, executableName(platform))
    return existsSync(file) ? file : null
  }
  const home = join(root, 'node_modules/electron')
  const path = textOf(join(home, 'path.txt'))
  const version = textOf(join(home, 'dist/version'))?.replace(/^v/, '')
  if (path === null || version !== electronVersion(root)) return null
  const file = join(home, 'dist', path)
  return existsSync(file) ? file : null
}

/** @param {Environment} env */
const mirrorOf = (env) =>
  env['NPM_CONFIG_ELECTRON_MIRROR'] ||
  env['npm_config_electron_mirror'] ||
  env['npm_package_config_electron_mirror'] ||
  env['ELECTRON_MIRROR'] ||
  'https://github.com/electron/electron/releases/download/'

/** @param {string} version @param {Environment} env @param {string} platform @param {string} arch */
export const downloadAddress = (version, env, platform, arch) =>
  `${mirrorOf(env).replace(/\/?$/, '/')}v${version}/electron-v${version}-${platform}-${arch}.zip`

/** One HEAD request, three seconds at most. @param {string} address @param {number} [patience] */
export const canBeFetched = async (address, patience = 3_000) => {
  try {
    const answer = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(patience) })
    // Some mirrors refuse HEAD but serve the file.
    return answer.ok || answer.status === 405 || answer.status === 403
  } catch {
    return false
  }
}

/** Runs the package's own installer with a limit. @param {string} root */
export const fetchElectron = (root) => {
  console.log('Fetching the Electron binary …')
  spawnSync(process.execPath, [join(root, 'node_modules/electron/install.js')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: 600_000,
  })
}
