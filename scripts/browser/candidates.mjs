// Where an installed Chromium family browser is found, per platform.
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const commandNames = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
]

const macApps = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const windowsTails = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe']

/** @param {string} file */
const isRunnable = (file) => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** @param {string} platform @param {Readonly<Record<string, string | undefined>>} env */
const likelyPaths = (platform, env) => {
  if (platform === 'darwin') return macApps
  if (platform === 'win32')
    return [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']].flatMap((folder) =>
      folder === undefined ? [] : windowsTails.map((tail) => join(folder, tail)),
    )
  const folders = [...(env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin']
  return commandNames.flatMap((name) => folders.filter(Boolean).map((folder) => join(folder, name)))
}

/**
 * Installed browsers, best first, each path once.
 * @param {string} platform
 * @param {Readonly<Record<string, string | undefined>>} env
 */
export const installedBrowsers = (platform, env) =>
  [...new Set(likelyPaths(platform, env))].filter(isRunnable)
