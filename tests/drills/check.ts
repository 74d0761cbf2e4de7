import { appendFileSync, mkdirSync, rmSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished, test, type TestContext } from 'vitest'
import { z } from 'zod'
import { dice } from '../support/dice.ts'
import { skipBecause } from '../support/skip.ts'

// One function per check of the vault: `npm test` runs it with few rounds, `npm run drill` with as many as asked for.

/** Set by `npm run drill` only. */
const wanted = z
  .object({ seed: z.int(), rounds: z.int().min(1).optional(), records: z.string() })
  .optional()
  .parse(process.env['ZHIYIN_DRILL'] ? JSON.parse(process.env['ZHIYIN_DRILL']) : undefined)

/** Whether `npm run drill` is asking, which has the time that `npm test` has not. */
export const isDrill = wanted !== undefined

const usualSeed = 20_261_124

export type Plan = {
  readonly rounds: number
  readonly seed: number
  /** Every choice of a check comes from here, so that a seed repeats it. */
  readonly random: () => number
  readonly context: TestContext
  /** Ends the check as skipped: what it needs and this machine lacks (scripts/test/skips.mjs). */
  readonly lack: (what: string) => never
}

/** What a check says of itself: how often it really tried. */
export type Told = { readonly rounds: number; readonly note?: string }

/** How often `npm test` and the drill try. `per`: how many of the rounds asked for make one of a check that is slow. */
type Rounds = { readonly usual: number; readonly drill: number; readonly per?: number }

/** What is asked for never makes the drill weaker than `npm test`. */
const roundsOf = ({ usual, drill, per = 1 }: Rounds): number => {
  if (!wanted) return usual
  return wanted.rounds === undefined ? drill : Math.max(usual, Math.ceil(wanted.rounds / per))
}

const record = (line: object): void => {
  if (!wanted) return
  mkdirSync(dirname(wanted.records), { recursive: true })
  appendFileSync(wanted.records, `${JSON.stringify(line)}\n`)
}

const seedOf = (id: string): number =>
  [...id].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), wanted?.seed ?? usualSeed)

const day = 86_400_000

/** A check of vault.md §3 by its id. One that tried nothing has shown nothing, and fails. */
export const check = (
  id: string,
  what: string,
  rounds: Rounds,
  work: (plan: Plan) => Told | Promise<Told>,
): void => {
  const body = async (context: TestContext): Promise<void> => {
    const seed = seedOf(id)
    const told = await work({
      rounds: roundsOf(rounds),
      seed,
      random: dice(seed),
      context,
      lack: (reason) => skipBecause(context, reason),
    })
    record({ id, what, seed: wanted?.seed, ...told })
    if (told.rounds < 1) throw new Error(`check ${id} tried nothing`)
    if (told.note !== undefined) console.log(`check ${id}: ${told.rounds} rounds, ${told.note}`)
  }
  test(`check ${id}: ${what}`, body, wanted ? day : 300_000)
}

/** A folder of one check, gone after it. */
export const drillFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'zhiyin-drill-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
