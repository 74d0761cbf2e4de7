import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The only fields a log line may have. No messages, no parameters: nothing a client said can get here. */
export type LogLine = {
  readonly at: number
  readonly level: 'info' | 'warn' | 'error'
  readonly code: string
  readonly procedure?: string
  readonly ms?: number
  readonly ref?: string
  readonly frames?: readonly string[]
}

export type Log = (line: LogLine) => void

const sizeLimit = 1024 * 1024
const kept = 5

const rotate = (file: string): void => {
  if (!existsSync(file) || statSync(file).size < sizeLimit) return
  for (let n = kept - 1; n >= 1; n -= 1) {
    const older = `${file}.${n}`
    if (existsSync(older)) renameSync(older, `${file}.${n + 1}`)
  }
  renameSync(file, `${file}.1`)
}

/** Newline-delimited JSON in `<data>/logs/desk.ndjson`, 5 files of 1 MiB. A full disk must not stop the desk. */
export const openLog = (dataFolder: string): Log => {
  const folder = join(dataFolder, 'logs')
  const file = join(folder, 'desk.ndjson')
  return (line) => {
    try {
      mkdirSync(folder, { recursive: true })
      rotate(file)
      const { at, level, code, procedure, ms, ref, frames } = line
      appendFileSync(file, `${JSON.stringify({ at, level, code, procedure, ms, ref, frames })}\n`)
    } catch {
      // Logging is for the maker of the program; the user's work goes on without it.
    }
  }
}

/** Function names and lines of a bug's stack, without its message: messages may quote what a client said. */
export const framesOf = (error: unknown): string[] =>
  error instanceof Error && error.stack
    ? error.stack
        .split('\n')
        .filter((line) => line.trimStart().startsWith('at '))
        .slice(0, 12)
        .map((line) => line.trim().replace(/\(?(?:file:\/\/)?[^\s()]*[\\/]([^\\/]+:\d+:\d+)\)?/, '$1'))
    : []
