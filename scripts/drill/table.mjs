// The result as a table for people and as JSON for programs.

/** @typedef {import('./judge.mjs').Verdict} Verdict */

/** @param {Verdict} verdict */
const word = ({ pass, skipped }) => (pass ? 'pass' : skipped ? 'skipped' : 'FAIL')

/** @param {readonly Verdict[]} verdicts */
export const tableOf = (verdicts) =>
  verdicts
    .map(({ id, what, rounds, seconds, note, ...verdict }) =>
      [
        id,
        what.padEnd(44),
        String(rounds).padStart(9),
        word({ id, what, rounds, seconds, note, ...verdict }).padEnd(7),
        `${seconds.toFixed(1)} s`.padStart(9),
        note,
      ].join('  '),
    )
    .join('\n')

/** @param {readonly Verdict[]} verdicts */
export const jsonOf = (verdicts) =>
  JSON.stringify(
    {
      checks: verdicts.map(({ id, pass, skipped, rounds, seed, note }) => ({
        id,
        pass,
        skipped,
        rounds,
        seed,
        note,
      })),
    },
    null,
    2,
  )

/** @param {readonly Verdict[]} verdicts */
export const totalOf = (verdicts) => {
  const count = (/** @type {string} */ wanted) => verdicts.filter((one) => word(one) === wanted).length
  return `${count('pass')} passed, ${count('FAIL')} failed, ${count('skipped')} skipped`
}
