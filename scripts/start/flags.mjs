// What `npm start -- …` understands. Unknown words are refused, never guessed.

export const usage = `npm start -- [--preview] [--no-open] [--port N] [--data DIR] [--offline]
  --preview   open the preview in a browser even where Electron could run
  --no-open   print the preview's address instead of opening a browser
  --port N    the preview's port on 127.0.0.1
  --data DIR  the folder that holds the vault
  --offline   never look for the Electron binary on the network`

/** @typedef {{ preview: boolean, noOpen: boolean, offline: boolean, port: string | null, data: string | null }} Flags */

const switches = /** @type {const} */ ({
  '--preview': 'preview',
  '--no-open': 'noOpen',
  '--offline': 'offline',
})

/** @param {string} text */
const isPort = (text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535

/**
 * @param {readonly string[]} args
 * @returns {{ flags: Flags } | { mistake: string }}
 */
export const readFlags = (args) => {
  /** @type {Flags} */
  const flags = { preview: false, noOpen: false, offline: false, port: null, data: null }
  for (let i = 0; i < args.length; i += 1) {
    const word = args[i] ?? ''
    const next = args[i + 1]
    if (word in switches) flags[switches[/** @type {keyof typeof switches} */ (word)]] = true
    else if (word === '--port' && next !== undefined && isPort(next)) flags.port = args[++i] ?? null
    else if (word === '--data' && next !== undefined && !next.startsWith('--')) flags.data = args[++i] ?? null
    else
      return {
        mistake: word === '--port' || word === '--data' ? `${word} needs a value` : `unknown: ${word}`,
      }
  }
  return { flags }
}

/** The same flags as the preview and the shell read them. @param {Flags} flags */
export const flagsAsArguments = (flags) => [
  ...(flags.preview ? ['--preview'] : []),
  ...(flags.noOpen ? ['--no-open'] : []),
  ...(flags.offline ? ['--offline'] : []),
  ...(flags.port === null ? [] : ['--port', flags.port]),
  ...(flags.data === null ? [] : ['--data', flags.data]),
]
