import { parseArgs } from 'node:util'

export type PreviewOptions = {
  readonly open: boolean
  readonly port: number
  readonly data: string | undefined
}

/** `--offline` and `--preview` are the starter's words; they are accepted here and change nothing. */
export const readOptions = (argv: readonly string[]): PreviewOptions | { readonly problem: string } => {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        'no-open': { type: 'boolean', default: false },
        port: { type: 'string', default: '0' },
        data: { type: 'string' },
        offline: { type: 'boolean', default: false },
        preview: { type: 'boolean', default: false },
      },
    })
    const port = Number(values.port)
    if (!/^\d{1,5}$/.test(values.port) || port > 65_535)
      return { problem: '--port takes a number up to 65535' }
    return { open: !values['no-open'], port, data: values.data }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : 'unknown option' }
  }
}
