// Brings node_modules in line with the lock file. Runs on Node 20 with nothing installed: only node:* here.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join, sep } from 'node:path'

/** @typedef {{ readonly version?: string, readonly integrity?: string, readonly optional?: boolean, readonly devOptional?: boolean }} Entry */

/** @param {string} root */
export const lockDigest = (root) =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')

/** @param {string} root */
const stampFile = (root) => join(root, 'node_modules', '.zhiyin-lock')

/** @param {string} file @returns {Record<string, Entry>} */
const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages

/**
 * True when npm itself noted that exactly these packages are unpacked: somebody ran `npm ci` by hand.
 * @param {string} root
 */
export const isInstalledFromThisLock = (root) => {
  const noted = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(noted)) return false
  const have = packagesOf(noted)
  const want = packagesOf(join(root, 'package-lock.json'))
  const same = (/** @type {string} */ name) =>
    want[name]?.version === have[name]?.version && want[name]?.integrity === have[name]?.integrity
  const needed = Object.keys(want).filter(
    (name) => name !== '' && !want[name]?.optional && !want[name]?.devOptional,
  )
  return Object.keys(have).every(same) && needed.every((name) => name in have)
}

/**
 * PATH without this checkout's own tools: the npm among them is the old one kept for a test, and `npm ci`
 * removes what it would be running from.
 * @param {string} root
 * @param {string | undefined} path
 */
export const pathOutside = (root, path) =>
  (path ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '' && !folder.startsWith(join(root, 'node_modules') + sep))
    .join(delimiter)

/** @param {string} root */
const runInstall = (root) => {
  const windows = process.platform === 'win32'
  // Windows keeps a running node.exe open, so there a re-run from inside node_modules must not clear the folder.
  const inside = process.execPath.startsWith(join(root, 'node_modules') + sep)
  const verb = windows && inside ? 'install' : 'ci'
  return spawnSync(windows ? 'npm.cmd' : 'npm', [verb], {
    cwd: root,
    stdio: 'inherit',
    shell: windows,
    env: { ...process.env, PATH: pathOutside(root, process.env['PATH']) },
  })
}

/** @param {string} root */
export const ensurePackages = (root) => {
  const digest = lockDigest(root)
  const stamp = stampFile(root)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === digest) return
  if (!isInstalledFromThisLock(root)) {
    console.log('Installing the packages named in package-lock.json (npm ci) …')
    const { status, error } = runInstall(root)
    if (status !== 0) {
      console.error(
        `npm ci did not finish${error === undefined ? '' : `: ${error.message}`}. Nothing was started.`,
      )
      process.exit(status ?? 1)
    }
  }
  writeFileSync(stamp, `${digest}\n`)
}
