import { parseArgs } from 'node:util'

export type ShellOptions = {
  readonly data: string | undefined
  /** The shortcut's maker lets other programs see the window, for a lesson over a shared screen. */
  readonly allowCapture: boolean
}

const longest = 1024

/** A switch that isn't ours may be one of Chromium's that opens a door: refused. The starter's words are not. */
export const readShellOptions = (argv: readonly string[]): ShellOptions | null => {
  if (argv.some((word) => word.length > longest)) return null
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        data: { type: 'string' },
        'allow-capture': { type: 'boolean' },
        offline: { type: 'boolean' },
        'no-open': { type: 'boolean' },
        port: { type: 'string' },
      },
    })
    return { data: values.data, allowCapture: values['allow-capture'] ?? false }
  } catch {
    return null
  }
}
