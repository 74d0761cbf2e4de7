import { spawn } from 'node:child_process'

/** An exit sooner than this with an error means Electron can't run on this machine. */
const earlyExit = 5_000

/** The shell's exit code when another window already holds this data folder. */
const alreadyOpen = 3

/** The line a person can do something with. @param {string} output */
export const tellingLine = (output) => {
  const lines = output.split('\n').filter((line) => line.trim() !== '')
  return (
    lines.find((line) => /error while loading|sandbox|display|missing/i.test(line)) ?? lines.at(-1) ?? null
  )
}

/**
 * Runs Electron to its end. An early failure is an answer, not an end: the caller then opens the preview.
 * @param {string} binary
 * @param {readonly string[]} args
 * @param {{ patience?: number }} [options]
 * @returns {Promise<{ readonly code: number } | { readonly reason: string }>}
 */
export const runElectron = (binary, args, { patience = earlyExit } = {}) =>
  new Promise((resolve) => {
    const began = performance.now()
    const env = { ...process.env }
    // Set by an outer Electron (an editor's terminal, for one) it would turn ours into plain Node.
    delete env['ELECTRON_RUN_AS_NODE']
    const child = spawn(binary, args, { stdio: ['inherit', 'inherit', 'pipe'], env })
    let output = ''
    child.stderr.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      output = (output + text).slice(-8_192)
      process.stderr.write(text)
    })
    /** @type {readonly NodeJS.Signals[]} */
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    let isStopped = false
    const stop = (/** @type {NodeJS.Signals} */ signal) => {
      isStopped = true
      child.kill(signal)
    }
    for (const signal of signals) process.on(signal, stop)
    child.on('error', (error) => resolve({ reason: `Electron did not start: ${error.message}` }))
    child.on('close', (code, signal) => {
      for (const name of signals) process.off(name, stop)
      if (code === alreadyOpen) console.error('Zhiyin is already open on this data folder.')
      if (code === 0 || code === alreadyOpen || isStopped || performance.now() - began > patience)
        return resolve({ code: code ?? 1 })
      resolve({ reason: `Electron ended at once: ${tellingLine(output) ?? `exit ${code ?? signal}`}` })
    })
  })
