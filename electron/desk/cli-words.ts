import { parseArgs } from 'node:util'
import { findProcedure, knownNames, needsBatch, needsWindow, restoreName } from './cli-procedures.ts'

type Where = { readonly data: string | undefined; readonly user: string | undefined }

/** What stands behind `npm run desk --`: a procedure, many of them, or a wish for the list. Secrets never stand there. */
export type CliWords =
  | { readonly kind: 'list' }
  | { readonly kind: 'help' }
  | (Where & { readonly kind: 'restore' })
  | (Where & { readonly kind: 'call'; readonly procedure: string; readonly input: unknown })
  | (Where & { readonly kind: 'batch'; readonly keepGoing: boolean })
  | { readonly kind: 'usage'; readonly problem: string }

export const cliUsage = `npm run -s desk -- <procedure> --data DIR --user NAME   ({"passphrase": …, "input": …} on standard input)
npm run -s desk -- <reading procedure> '<json>'         (only {"passphrase": …} on standard input)
npm run -s desk -- --batch [--keep-going] --data DIR    (one {"procedure": …, "input": …, "passphrase": …} a line)
npm run -s desk -- vault.restore --data DIR             (a backup into an empty folder)
npm run -s desk -- --list                               (what can be called, with kind, right and schema)`

const usage = (problem: string): CliWords => ({ kind: 'usage', problem })

const options = {
  data: { type: 'string' },
  user: { type: 'string' },
  input: { type: 'string' },
  list: { type: 'boolean', default: false },
  batch: { type: 'boolean', default: false },
  'keep-going': { type: 'boolean', default: false },
} as const

const secretKeys = ['passphrase', 'card', 'old', 'next', 'newPassphrase', 'pin']

const hasSecret = (input: unknown): boolean =>
  typeof input === 'object' && input !== null && secretKeys.some((key) => key in input)

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

type Given = { readonly where: Where; readonly inline: string | undefined; readonly flag: string | undefined }

// Every other process of this PC can read the words of a command, so what is written never stands among them.
const callOf = (procedure: string, { where, inline, flag }: Given): CliWords => {
  const known = findProcedure(procedure)
  if (!known) return usage('no such procedure; see --list')
  const { name, meta } = known
  if (name in needsWindow) return usage(`${name} has no meaning here: ${needsWindow[name]}`)
  if (name in needsBatch) return usage(`${name} works only with --batch: ${needsBatch[name]}`)
  if (flag !== undefined && flag !== '-') return usage('--input takes only "-", which means standard input')
  if (inline === undefined) return { kind: 'call', ...where, procedure: name, input: undefined }
  if (meta.kind !== 'read' || flag === '-')
    return usage('input and passphrase of this call come on standard input, never as words')
  const input = parse(inline)
  if (input === undefined || hasSecret(input)) return usage('the inline input is no JSON, or holds a secret')
  return { kind: 'call', ...where, procedure: name, input }
}

/** The one wish that needs no other word. */
export const isHelp = (word: string | undefined): boolean => /^(--help|-h|help)$/.test(word ?? '')

/** Reads the words; what is wrong with them is told without repeating them, because a secret could be among them. */
export const readCliWords = (argv: readonly string[]): CliWords => {
  if (argv.length === 1 && isHelp(argv[0])) return { kind: 'help' }
  try {
    const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options })
    const { data, user, list, batch } = values
    const where: Where = { data, user }
    const [procedure, inline, ...more] = positionals
    const keepGoing = values['keep-going']
    if (list) return argv.length === 1 ? { kind: 'list' } : usage('--list stands alone')
    if (batch)
      return procedure === undefined ? { kind: 'batch', ...where, keepGoing } : usage('--batch names none')
    if (keepGoing) return usage('--keep-going belongs to --batch')
    if (procedure === undefined) return usage('name a procedure')
    if (more.length > 0) return usage('one procedure and at most one JSON object')
    if (!knownNames().includes(procedure)) return usage('no such procedure; see --list')
    if (procedure !== restoreName) return callOf(procedure, { where, inline, flag: values.input })
    return inline === undefined ? { kind: 'restore', ...where } : usage('a restore takes nothing as words')
  } catch {
    // The message would repeat the word it didn't understand.
    return usage('a switch was not understood')
  }
}
