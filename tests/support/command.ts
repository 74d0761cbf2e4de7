import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export type Ran = { readonly code: number; readonly lines: readonly unknown[]; readonly said: string }

/** A program as a branch runs it: words, text on standard input, JSON lines back. */
export const runProgram = async (file: string, words: readonly string[], input: string): Promise<Ran> => {
  const child = spawn(process.execPath, [file, ...words], { stdio: 'pipe' })
  let out = ''
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  // A program that refuses its words ends without reading.
  child.stdin.on('error', () => undefined).end(input)
  const [code] = (await once(child, 'close')) as [number]
  const lines = out.split('\n').filter((line) => line !== '')
  return { code, lines: lines.map((line): unknown => JSON.parse(line)), said }
}

const file = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** `npm run desk --` */
export const runDesk = (words: readonly string[], input: unknown): Promise<Ran> =>
  runProgram(
    file('electron/desk/cli.ts'),
    words,
    typeof input === 'string' ? input : input === undefined ? '' : JSON.stringify(input),
  )

/** `npm run vault --` */
export const runVault = (words: readonly string[], input: unknown): Promise<Ran> =>
  runProgram(file('electron/desk/vault-cli.ts'), words, JSON.stringify(input))
