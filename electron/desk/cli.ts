import { randomBytes } from 'node:crypto'
import { homedir } from 'node:os'
import { z } from 'zod'
import { exitCodes } from '../../shared/failure.ts'
import { fail, type Result } from '../../shared/result.ts'
import { framesOf, openLog } from '../log/log.ts'
import { chooseDataFolder } from '../settings/data-folder.ts'
import { cliUsage, readCliWords } from './cli-words.ts'
import { restoreFromBackup, restoreRequest, restoreRight } from './cli-restore.ts'

// The desk without a window, for one call: words in argv, one JSON object on stdin, one JSON line on stdout.

const list = (): unknown => [
  { procedure: 'vault.restore', right: restoreRight, stdin: z.toJSONSchema(restoreRequest) },
]

const sizeLimit = 1024 * 1024

const readInput = async (): Promise<Result<z.infer<typeof restoreRequest>>> => {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of process.stdin as AsyncIterable<Buffer>) {
    parts.push(part)
    size += part.length
    if (size > sizeLimit) return fail({ code: 'invalid', issues: [{ path: '', rule: 'size' }] })
  }
  let given: unknown
  try {
    given = JSON.parse(Buffer.concat(parts).toString('utf8'))
  } catch {
    return fail({ code: 'invalid', issues: [{ path: '', rule: 'json' }] })
  }
  const read = restoreRequest.safeParse(given)
  if (read.success) return { ok: true, value: read.data }
  const issues = read.error.issues.map(({ path }) => ({ path: path.join('.'), rule: 'schema' }))
  return fail({ code: 'invalid', issues })
}

/** A bug shows only a reference, as at the window. */
const failureOf = (error: unknown, dataFolder: string): Result<never> => {
  const isFull =
    error instanceof Error && 'code' in error && /^(ENOSPC|SQLITE_FULL)$/.test(String(error.code))
  if (isFull) return fail({ code: 'disk-full' })
  const ref = randomBytes(4).toString('hex')
  const frames = framesOf(error)
  openLog(dataFolder)({
    at: Date.now(),
    level: 'error',
    code: 'bug',
    procedure: 'vault.restore',
    ref,
    frames,
  })
  return fail({ code: 'bug', ref })
}

const call = async (dataFolder: string): Promise<Result<unknown>> => {
  const input = await readInput()
  if (!input.ok) return input
  try {
    return await restoreFromBackup(input.value, dataFolder, Date.now())
  } catch (error) {
    return failureOf(error, dataFolder)
  }
}

const say = (answer: unknown): void => void process.stdout.write(`${JSON.stringify(answer)}\n`)

const words = readCliWords(process.argv.slice(2), ['vault.restore'])
if (words.kind === 'usage') {
  process.stderr.write(`${words.problem}\n${cliUsage}\n`)
  process.exitCode = 2
} else if (words.kind === 'list') say(list())
else {
  const { platform, env } = process
  const answer = await call(chooseDataFolder(words.data, { platform, env, home: homedir() }))
  say(answer)
  process.exitCode = answer.ok ? 0 : exitCodes[answer.failure.code]
}
