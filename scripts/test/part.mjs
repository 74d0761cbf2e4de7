// Runs one part of the whole test run and counts what it did.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'

/** @typedef {{ readonly passed: number, readonly failed: number, readonly skipped: number }} Count */

/** @param {readonly Count[]} counts @returns {Count} */
export const sum = (counts) => ({
  passed: counts.reduce((total, { passed }) => total + passed, 0),
  failed: counts.reduce((total, { failed }) => total + failed, 0),
  skipped: counts.reduce((total, { skipped }) => total + skipped, 0),
})

/** @param {Count} count */
export const totalLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`

/** A part that is one test by itself. @param {boolean} isGood @returns {Count} */
export const oneTest = (isGood) => ({ passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0 })

/** A part that ended badly without naming a failed test still failed. @param {Count} count @param {number} code @returns {Count} */
export const withCrash = (count, code) => (code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count)

/**
 * Runs a Node program in its own process group, so that a part over its time leaves nothing behind.
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, milliseconds: number, before?: readonly string[] }} options `before`
 * stands before Node's own command
 * @returns {Promise<number>}
 */
export const runNode = (args, { cwd, env, milliseconds, before = [] }) =>
  new Promise((resolve) => {
    const ownGroup = process.platform !== 'win32'
    const [program = process.execPath, ...words] = [...before, process.execPath, ...args]
    const child = spawn(program, words, {
      cwd,
      env: { ...process.env, ...env },
      stdio: 'inherit',
      detached: ownGroup,
    })
    const end = (/** @type {NodeJS.Signals} */ signal) => {
      try {
        if (ownGroup && child.pid !== undefined) process.kill(-child.pid, signal)
        else child.kill(signal)
      } catch {
        // The group is gone already.
      }
    }
    const timer = setTimeout(() => {
      console.error(`Stopped: still running after ${Math.round(milliseconds / 1000)} s.`)
      end('SIGKILL')
    }, milliseconds)
    const interrupt = () => {
      end('SIGKILL')
      process.exit(130)
    }
    process.once('SIGINT', interrupt).once('SIGTERM', interrupt)
    child.on('error', () => resolve(1))
    child.on('close', (code) => {
      clearTimeout(timer)
      process.off('SIGINT', interrupt).off('SIGTERM', interrupt)
      resolve(code ?? 1)
    })
  })

/** @param {string} file @returns {any} */
export const readReport = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null)

/** @param {readonly string[]} paths */
export const forget = (paths) => {
  for (const path of paths) rmSync(path, { recursive: true, force: true })
}
