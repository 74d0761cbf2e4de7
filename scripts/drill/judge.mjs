// From what the tests did to what a check may claim.
import { isExcused } from '../test/skips.mjs'

/** @typedef {import('./checks.mjs').Check} Check */
/** @typedef {import('../test/skips.mjs').Excuses} Excuses */
/** @typedef {{ readonly title: string, readonly file: string, readonly state: string, readonly seconds: number, readonly reason: string }} Ran */
/** @typedef {{ readonly id: string, readonly rounds?: number, readonly note?: string }} Record */
/** @typedef {{ readonly id: string, readonly what: string, readonly pass: boolean, readonly skipped: boolean, readonly rounds: number, readonly seed: number, readonly seconds: number, readonly note: string }} Verdict */

/** @param {Ran} ran @param {Check} check */
const belongs = (ran, check) =>
  check.proof.some(
    ([file, ...names]) =>
      ran.file.endsWith(file) && (names.length === 0 || names.some((name) => ran.title.includes(name))),
  )

/** Every named test must be there: one that was renamed proves nothing. @param {Check} check @param {readonly Ran[]} ran */
const missing = (check, ran) =>
  check.proof.flatMap(([file, ...names]) => {
    const titles = ran.filter((one) => one.file.endsWith(file)).map(({ title }) => title)
    if (names.length === 0) return titles.length === 0 ? [file] : []
    return names.filter((name) => !titles.some((title) => title.includes(name)))
  })

/** @param {readonly Record[]} records @param {number} others tests of this check that count no rounds themselves */
const roundsOf = (records, others) => records.reduce((sum, { rounds }) => sum + (rounds ?? 0), 0) + others

/** What a test says the machine lacks, and what a test that was left out without a word counts as.
 * @param {readonly Ran[]} left @param {Excuses} excuses */
const sortSkips = (left, excuses) => {
  const reasons = [...new Set(left.map(({ reason }) => reason))]
  const skips = reasons.filter(excuses)
  return { skips, unexcused: left.filter(({ reason }) => !skips.includes(reason)) }
}

/**
 * @param {Check} check
 * @param {{ ran: readonly Ran[], records: readonly Record[], seed: number }} run
 * @param {Excuses} [excuses]
 * @returns {Verdict}
 */
export const judge = (check, { ran, records, seed }, excuses = isExcused) => {
  const all = ran.filter((one) => belongs(one, check))
  const own = all.filter(({ state }) => state !== 'skipped')
  const told = records.filter(({ id }) => id === check.id)
  const lost = missing(check, ran)
  const { skips, unexcused } = sortSkips(
    all.filter(({ state }) => state === 'skipped'),
    excuses,
  )
  const failed = own.filter(({ state }) => state !== 'passed')
  const counting = own.filter(({ title }) => title.includes(`check ${check.id}: `)).length
  const rounds = roundsOf(told, own.length - counting - failed.length)
  const notes = told.flatMap(({ note }) => (note === undefined ? [] : [note]))
  const isClean = failed.length === 0 && lost.length === 0 && unexcused.length === 0
  return {
    id: check.id,
    what: check.what,
    pass: isClean && rounds > 0,
    skipped: isClean && rounds === 0 && skips.length > 0,
    rounds,
    seed,
    seconds: own.reduce((sum, { seconds }) => sum + seconds, 0),
    note: [
      ...lost.map((name) => `no such test: ${name}`),
      ...failed.map(({ title }) => `failed: ${title}`),
      ...unexcused.map(({ title }) => `left out: ${title}`),
      ...skips.map((reason) => `not run: ${reason}`),
      ...notes,
    ].join('; '),
  }
}
