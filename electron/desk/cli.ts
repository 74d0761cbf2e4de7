import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { z } from 'zod'
import { exitCodes } from '../../shared/failure.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { framesOf, openLog } from '../log/log.ts'
import { openConfSettings } from '../settings/conf-settings.ts'
import { chooseDataFolder } from '../settings/data-folder.ts'
import { openCliDesk, type CliCall, type CliDesk } from './cli-desk.ts'
import { explain } from './cli-explain.ts'
import { linesOf, readJson, readWhole } from './cli-input.ts'
import { findProcedure, listProcedures, makesVault, needsWindow, type Procedure } from './cli-procedures.ts'
import { restoreFromBackup, restoreRequest } from './cli-restore.ts'
import { cliUsage, readCliWords, type CliWords } from './cli-words.ts'

// The desk without a window: words in argv, JSON on standard input, one JSON line a call on standard output.

const passphrase = z.string().min(1).max(512).optional()
const wholeRequest = z.strictObject({ passphrase, input: z.unknown().optional() })
const secretRequest = z.strictObject({ passphrase })
const lineRequest = z.strictObject({ procedure: z.string(), passphrase, input: z.unknown().optional() })

const isFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(ENOSPC|SQLITE_FULL)$/.test(String(error.code))

/** A bug shows only a reference, as at the window. */
const failureOf = (error: unknown, dataFolder: string, procedure: string): Result<never> => {
  if (isFull(error)) return fail({ code: 'disk-full' })
  const ref = randomBytes(4).toString('hex')
  const frames = framesOf(error)
  openLog(dataFolder)({ at: Date.now(), level: 'error', code: 'bug', procedure, ref, frames })
  return fail({ code: 'bug', ref })
}

const say = (answer: Result<unknown>): void => {
  process.stdout.write(`${JSON.stringify(answer)}\n`)
  if (answer.ok) return
  process.stderr.write(explain(answer.failure))
  if (process.exitCode === 3) return
  process.exitCode = exitCodes[answer.failure.code]
}

const makeDesk = (dataFolder: string, user: string | undefined): CliDesk =>
  openCliDesk(
    {
      clock: { now: () => Date.now(), monotonic: () => performance.now() },
      dataFolder,
      settings: openConfSettings(dataFolder),
      log: openLog(dataFolder),
      random: randomBytes,
      quick: null,
      kdfCost: null,
      // No backup at the lock and no check beside the call: the command does what it was told and ends.
      unattended: false,
      exit: () => undefined,
    },
    user,
  )

type Door = { readonly of: (procedure: Procedure) => Result<CliDesk>; readonly close: () => Promise<void> }

/** Opening the desk lays its folder out: a mistyped one stays away, unless the call is one that makes a vault. */
const doorTo = (dataFolder: string, user: string | undefined): Door => {
  let desk: CliDesk | undefined
  return {
    of: ({ name }) => {
      if (!desk && !makesVault.has(name) && !existsSync(dataFolder))
        return fail({ code: 'not-found', what: 'vault' })
      desk ??= makeDesk(dataFolder, user)
      return ok(desk)
    },
    close: async () => desk?.close(),
  }
}

const stdin = (): AsyncIterable<Buffer> => process.stdin as AsyncIterable<Buffer>

type One = Extract<CliWords, { kind: 'call' }>

// What needs nobody and takes nothing is answered without waiting for an input that may never end.
const wantsNothing = ({ meta, input }: Procedure): boolean => meta.access === 'open' && input === undefined

const readCall = async (words: One, procedure: Procedure): Promise<Result<CliCall>> => {
  if (wantsNothing(procedure)) return ok({ procedure, input: undefined, passphrase: undefined })
  const text = process.stdin.isTTY ? ok('{}') : await readWhole(stdin())
  if (!text.ok) return text
  const given = text.value.trim() === '' ? '{}' : text.value
  if (words.input === undefined) {
    const read = readJson(given, wholeRequest)
    return read.ok ? ok({ procedure, input: read.value.input, passphrase: read.value.passphrase }) : read
  }
  const read = readJson(given, secretRequest)
  return read.ok ? ok({ procedure, input: words.input, passphrase: read.value.passphrase }) : read
}

const answerOne = async (words: One, dataFolder: string): Promise<void> => {
  const procedure = findProcedure(words.procedure)
  if (!procedure) throw new Error('the words were not checked')
  const call = await readCall(words, procedure)
  if (!call.ok) return say(call)
  const door = doorTo(dataFolder, words.user)
  try {
    const desk = door.of(procedure)
    say(desk.ok ? await desk.value.call(call.value) : desk)
  } finally {
    await door.close()
  }
}

const unknown = (rule: string): Result<never> =>
  fail({ code: 'invalid', issues: [{ path: 'procedure', rule }] })

const answerLine = async (door: Door, line: Result<string>): Promise<Result<unknown>> => {
  const read = line.ok ? readJson(line.value, lineRequest) : line
  if (!read.ok) return read
  const procedure = findProcedure(read.value.procedure)
  if (!procedure) return unknown('unknown')
  if (procedure.name in needsWindow) return unknown('needs-window')
  const desk = door.of(procedure)
  if (!desk.ok) return desk
  return desk.value.call({ procedure, input: read.value.input, passphrase: read.value.passphrase })
}

type Many = Extract<CliWords, { kind: 'batch' }>

const answerMany = async ({ user, keepGoing }: Many, dataFolder: string): Promise<void> => {
  const door = doorTo(dataFolder, user)
  try {
    for await (const line of linesOf(stdin())) {
      if (line.ok && line.value.trim() === '') continue
      const answer = await answerLine(door, line)
      say(answer)
      if (!answer.ok && !keepGoing) break
    }
  } finally {
    await door.close()
  }
}

const restore = async (dataFolder: string): Promise<void> => {
  const text = await readWhole(stdin())
  const request = text.ok ? readJson(text.value, restoreRequest) : text
  say(request.ok ? await restoreFromBackup(request.value, dataFolder, Date.now()) : request)
}

const run = async (words: Exclude<CliWords, { kind: 'usage' | 'list' | 'help' }>): Promise<void> => {
  const { platform, env } = process
  const dataFolder = chooseDataFolder(words.data, { platform, env, home: homedir() })
  try {
    if (words.kind === 'call') await answerOne(words, dataFolder)
    else if (words.kind === 'batch') await answerMany(words, dataFolder)
    else await restore(dataFolder)
  } catch (error) {
    say(failureOf(error, dataFolder, words.kind === 'call' ? words.procedure : words.kind))
  }
}

// Somebody who stopped reading (`| head`) must not keep the desk from locking.
process.stdout.on('error', () => undefined)

const words = readCliWords(process.argv.slice(2))
if (words.kind === 'usage') {
  process.stderr.write(`${words.problem}\n${cliUsage}\n`)
  process.exitCode = 2
} else if (words.kind === 'help') process.stdout.write(`${cliUsage}\n`)
else if (words.kind === 'list') process.stdout.write(`${JSON.stringify(listProcedures())}\n`)
else {
  await run(words)
  // A batch that was broken off leaves its input open, and the process would wait for it.
  process.stdin.destroy()
}
