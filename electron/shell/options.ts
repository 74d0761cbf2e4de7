import { parseArgs } from 'node:util'

/** A switch that isn't ours may be one of Chromium's that opens a door: refused. The starter's words are not. */
export const readShellOptions = (argv: readonly string[]): { readonly data: string | undefined } | null => {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        data: { type: 'string' },
        offline: { type: 'boolean' },
        'no-open': { type: 'boolean' },
        port: { type: 'string' },
      },
    })
    return { data: values.data }
  } catch {
    return null
  }
}
