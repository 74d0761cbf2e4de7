// `npm run bench`: every speed goal of the design against floors measured in the same run. See docs/bench.md.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { cipherPart } from './cipher.ts'
import { commitPart } from './commit.ts'
import { buildBook } from './desk.ts'
import { judge, type Bench, type Book, type Outcome, type Part } from './judge.ts'
import { dossierPart, unlockPart } from './dossier.ts'
import { backupPart, sealedPart } from './files.ts'
import { meetingPart } from './meeting.ts'
import { replyPart, searchPart } from './search.ts'
import { startPart } from './start.ts'
import { tableOf } from './table.ts'

const parts: readonly Part[] = [
  commitPart,
  cipherPart,
  searchPart,
  replyPart,
  meetingPart,
  dossierPart,
  unlockPart,
  backupPart,
  sealedPart,
  startPart,
]

const { values } = parseArgs({
  options: {
    large: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: [] },
    json: { type: 'string' },
  },
})

const known = parts.flatMap(({ ids }) => ids)
const strange = values.only.filter((id) => !known.includes(id))
if (strange.length > 0) {
  console.error(`no such goal: ${strange.join(', ')}. There are ${known.join(', ')}.`)
  process.exit(2)
}

const root = mkdtempSync(join(tmpdir(), 'zhiyin-bench-'))
const books = new Map<number, Promise<Book>>()

const bench: Bench = {
  book: (clients) => {
    const made = books.get(clients)
    if (made) return made
    console.error(`Making a book of ${clients.toLocaleString('en')} clients through the import …`)
    const building = buildBook(join(root, `book-${clients}`), clients)
    books.set(clients, building)
    return building
  },
  large: values.large ? 1_000_000 : null,
  folder: (name) => {
    const folder = join(root, name)
    mkdirSync(folder, { recursive: true })
    return folder
  },
}

const mostTries = 3

/** A noisy part is measured again; when it stays noisy, that is what is reported. */
const runPart = async (part: Part): Promise<readonly Outcome[]> => {
  console.error(`Measuring ${part.ids.join(', ')} …`)
  let outcomes: readonly Outcome[] = []
  for (let tries = 0; tries < mostTries; tries += 1) {
    outcomes = await part.run(bench)
    if (!outcomes.some(({ verdict }) => verdict === 'noisy')) return outcomes
    console.error('The floor shook more than twofold: once more.')
  }
  return outcomes
}

/** Whatever was not measured to its end, or measured something wrong, is missed; the others go on. */
const brokenOff = (part: Part, error: unknown): readonly Outcome[] => {
  console.error(error)
  const note = error instanceof Error ? error.message : 'broken off'
  const goal = { what: note, as: 'value', goal: 0, unit: 'ms', floor: 'none' } as const
  return part.ids.map((id) => judge({ id, ...goal }, []))
}

const commit = (): string => {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  } catch {
    return ''
  }
}

const machine = `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), Node ${process.versions.node}, ${process.platform}`

try {
  const outcomes: Outcome[] = []
  for (const part of parts)
    if (values.only.length === 0 || part.ids.some((id) => values.only.includes(id)))
      outcomes.push(...(await runPart(part).catch((error: unknown) => brokenOff(part, error))))
  console.log(`${machine}\n\n${tableOf(outcomes)}`)
  const command = `npm run bench -- ${process.argv.slice(2).join(' ')}`.trim()
  const goals = outcomes.map((outcome) => ({
    ...outcome,
    met: ['met', 'accepted'].includes(outcome.verdict),
    command,
  }))
  if (values.json !== undefined)
    writeFileSync(values.json, `${JSON.stringify({ machine, commit: commit(), goals }, null, 2)}\n`)
  if (goals.some(({ verdict }) => verdict === 'missed')) process.exitCode = 1
} finally {
  rmSync(root, { recursive: true, force: true })
}
