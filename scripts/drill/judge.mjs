// From what the tests did to what a check may claim.

/** @typedef {import('./checks.mjs').Check} Check */
/** @typedef {{ readonly title: string, readonly file: string, readonly state: string, readonly seconds: number }} Ran */
/** @typedef {{ readonly id: string, readonly rounds?: number, readonly note?: string, readonly skipped?: string }} Record */
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

/** @param {Check} check @param {{ ran: readonly Ran[], records: readonly Record[], seed: number }} run @returns {Verdict} */
export const judge = (check, { ran, records, seed }) => {
  const own = ran.filter((one) => belongs(one, check) && one.state !== 'skipped')
  const told = records.filter(({ id }) => id === check.id)
  const lost = missing(check, ran)
  const failed = own.filter(({ state }) => state !== 'passed')
  const skips = told.flatMap(({ skipped }) => (skipped === undefined ? [] : [skipped]))
  const counting = own.filter(({ title }) => title.includes(`check ${check.id}: `)).length
  const rounds = roundsOf(told, own.length - counting - failed.length)
  const notes = told.flatMap(({ note }) => (note === undefined ? [] : [note]))
  const isClean = failed.length === 0 && lost.length === 0
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
      ...skips.map((reason) => `not run: ${reason}`),
      ...notes,
    ].join('; '),
  }
}
