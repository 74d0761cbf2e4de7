import { parseArgs } from 'node:util'

/** What stands behind `npm run desk --`: a procedure or a wish for the list. Secrets never stand there. */
export type CliWords =
  | { readonly kind: 'list' }
  | { readonly kind: 'call'; readonly procedure: string; readonly data: string | undefined }
  | { readonly kind: 'usage'; readonly problem: string }

export const cliUsage = `npm run -s desk -- vault.restore --data DIR   (one JSON object on standard input)
npm run -s desk -- --list                      (what can be called, with schema and right)`

const usage = (problem: string): CliWords => ({ kind: 'usage', problem })

/** Every other process of this PC can read the words of a command, so a JSON object among them is refused. */
export const readCliWords = (argv: readonly string[], known: readonly string[]): CliWords => {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { data: { type: 'string' }, list: { type: 'boolean', default: false } },
    })
    const [procedure, ...more] = positionals
    if (values.list) return procedure === undefined ? { kind: 'list' } : usage('--list stands alone')
    if (procedure === undefined) return usage('name a procedure')
    if (more.length > 0) return usage('input and passphrase come on standard input, never as words')
    if (!known.includes(procedure)) return usage('no such procedure; see --list')
    return { kind: 'call', procedure, data: values.data }
  } catch {
    // The message would repeat the word it didn't understand, and that could be a secret.
    return usage('a switch was not understood')
  }
}
