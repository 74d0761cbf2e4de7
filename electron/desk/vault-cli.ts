import { randomBytes } from 'node:crypto'
import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { z } from 'zod'
import { exitCodes } from '../../shared/failure.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { failureOfStorage } from '../database/sqlite-failure.ts'
import { framesOf, openLog } from '../log/log.ts'
import { folderOf } from '../session/folders.ts'
import { chooseDataFolder } from '../settings/data-folder.ts'
import { explain } from './cli-explain.ts'
import { readJson, readWhole } from './cli-input.ts'
import { restoreFromBackup } from './cli-restore.ts'
import type { Door, Secret } from './vault-door.ts'
import { salvageInto } from './vault-salvage.ts'
import { backUpInto, verifyCopy, verifyLive } from './vault-verbs.ts'
import { readVaultWords, vaultUsage, type VaultWords } from './vault-words.ts'

// The vault's own tools: words in argv, the secret on standard input, one JSON line and an exit code back.

const word = z.string().min(1).max(512).optional()
const secretSchema = z.strictObject({ passphrase: word, card: word })

type Words = Exclude<VaultWords, { verb: 'usage' | 'help' }>

const restore = (
  words: Extract<Words, { verb: 'restore' }>,
  { passphrase, card }: Secret,
  dataFolder: string,
) => {
  const name = words.user === undefined ? {} : { name: words.user }
  const by = card === undefined ? {} : { card }
  const secret = passphrase === undefined ? {} : { passphrase }
  return restoreFromBackup({ ...secret, input: { from: words.from, ...name, ...by } }, dataFolder, Date.now())
}

const answer = async (words: Words, secret: Secret, dataFolder: string): Promise<Result<unknown>> => {
  if (words.verb === 'restore') return restore(words, secret, dataFolder)
  const door: Door = {
    folder: folderOf(dataFolder, 'main'),
    dataFolder,
    user: words.user,
    secret,
    now: Date.now(),
  }
  if (words.verb === 'backup') return backUpInto(door, words.into)
  if (words.verb === 'salvage') return salvageInto(door, words.into)
  const { from, head } = words
  return from === undefined ? verifyLive(door, head) : verifyCopy({ ...door, folder: resolve(from) }, head)
}

/** A full disk or a page that can't be read is told as such; a bug shows only a reference, as at the window. */
const failureOf = (error: unknown, dataFolder: string, verb: string): Result<never> => {
  const known = failureOfStorage(error)
  if (known) return fail(known)
  const ref = randomBytes(4).toString('hex')
  const frames = framesOf(error)
  openLog(dataFolder)({
    at: Date.now(),
    level: 'error',
    code: 'bug',
    procedure: `vault:${verb}`,
    ref,
    frames,
  })
  return fail({ code: 'bug', ref })
}

const isUnsound = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'verdict' in value && value.verdict !== 'sound'

const run = async (words: Words): Promise<Result<unknown>> => {
  const { platform, env, stdin } = process
  const dataFolder = chooseDataFolder(words.data, { platform, env, home: homedir() })
  // At a terminal nothing is waited for: what is typed there would be seen by everybody.
  const text = stdin.isTTY ? ok('') : await readWhole(stdin as AsyncIterable<Buffer>)
  if (!text.ok) return text
  const secret = readJson(text.value.trim() === '' ? '{}' : text.value, secretSchema)
  if (!secret.ok) return secret
  try {
    return await answer(words, secret.value, dataFolder)
  } catch (error) {
    return failureOf(error, dataFolder, words.verb)
  }
}

const words = readVaultWords(process.argv.slice(2))
if (words.verb === 'usage') {
  process.stderr.write(`${words.problem}\n${vaultUsage}\n`)
  process.exitCode = 2
} else if (words.verb === 'help') process.stdout.write(`${vaultUsage}\n`)
else {
  const told = await run(words)
  process.stdout.write(`${JSON.stringify(told)}\n`)
  if (!told.ok) {
    process.stderr.write(explain(told.failure))
    process.exitCode = exitCodes[told.failure.code]
  }
  // An answer was given, but the vault is not what it should be: a script must not take that for success.
  else if (isUnsound(told.value)) process.exitCode = 1
}
