// The words after `npm run drill --`.
import { parseArgs } from 'node:util'

/** @typedef {{ readonly rounds: number | undefined, readonly seed: number, readonly only: readonly string[], readonly json: string | undefined, readonly list: boolean }} Flags */

const usualSeed = 20_261_124

export const usage = `npm run drill -- [--rounds N] [--seed N] [--only R01,K08] [--json FILE] [--list]

  --rounds N    how often each check tries, in place of its own number; never fewer than npm test, and a check whose
                rounds are long takes a part of N
  --seed N      repeats a run: every choice of every check comes from it (${usualSeed})
  --only IDS    these checks and no others
  --json FILE   the result as {checks:[{id, pass, skipped, rounds, seed, note}]}
  --list        the checks and where they stand, without running one`

/** @param {string | undefined} text @param {string} name @param {number} least */
const whole = (text, name, least) => {
  if (text === undefined) return undefined
  const number = Number(text)
  if (!Number.isSafeInteger(number) || number < least)
    throw new Error(`--${name} takes a whole number from ${least} on`)
  return number
}

/** @param {readonly string[]} argv @returns {Flags} */
export const readFlags = (argv) => {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      rounds: { type: 'string' },
      seed: { type: 'string' },
      only: { type: 'string', multiple: true },
      json: { type: 'string' },
      list: { type: 'boolean', default: false },
    },
  })
  return {
    rounds: whole(values.rounds, 'rounds', 1),
    seed: whole(values.seed, 'seed', 0) ?? usualSeed,
    only: (values.only ?? []).flatMap((ids) => ids.split(',')).filter((id) => id !== ''),
    json: values.json,
    list: values.list,
  }
}
