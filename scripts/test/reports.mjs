// Reads the runners' own reports. Skipped may be tests for the real Electron, and those that say what this machine
// can't do, where that is true; any other skip is a failure.
import { isExcused } from './skips.mjs'

const allowedSkip = 'real-electron'

/** @typedef {{ readonly title: string, readonly state: 'passed' | 'failed' | 'skipped', readonly file: string, readonly reason: string }} Outcome */

/** Why a test says it was skipped. @param {any} test of vitest's JSON report @returns {string} */
export const reasonOfVitest = (test) => test.meta?.skipped ?? ''

/** @param {any} test of Playwright's JSON report @returns {string} */
export const reasonOfPlaywright = (test) =>
  (test.annotations ?? []).find((/** @type {any} */ { type }) => type === 'skip')?.description ?? ''

/** @param {any} report vitest's JSON report @returns {Outcome[]} */
export const outcomesOfVitest = (report) =>
  report.testResults.flatMap((/** @type {any} */ file) => {
    const outcomes = file.assertionResults.map((/** @type {any} */ test) => ({
      title: test.fullName,
      state: test.status === 'passed' || test.status === 'failed' ? test.status : 'skipped',
      file: file.name,
      reason: reasonOfVitest(test),
    }))
    const hasNamedFailure = outcomes.some((/** @type {Outcome} */ { state }) => state === 'failed')
    // A file that can't even be loaded names no test.
    if (file.status === 'failed' && !hasNamedFailure)
      outcomes.push({ title: `${file.name} loads`, state: 'failed', file: file.name, reason: '' })
    return outcomes
  })

/** @param {any} suite @param {string} path @returns {Outcome[]} */
const outcomesOfSuite = (suite, path) => [
  ...(suite.specs ?? []).flatMap((/** @type {any} */ spec) =>
    spec.tests.map((/** @type {any} */ test) => ({
      title: [path, spec.title, ...(spec.tags ?? [])].filter(Boolean).join(' '),
      state: test.status === 'skipped' ? 'skipped' : test.status === 'expected' ? 'passed' : 'failed',
      file: spec.file,
      reason: reasonOfPlaywright(test),
    })),
  ),
  ...(suite.suites ?? []).flatMap((/** @type {any} */ inner) =>
    outcomesOfSuite(inner, `${path} ${inner.title}`.trim()),
  ),
]

/** @param {any} report Playwright's JSON report @returns {Outcome[]} */
export const outcomesOfPlaywright = (report) =>
  report.suites.flatMap((/** @type {any} */ suite) => outcomesOfSuite(suite, ''))

/**
 * @param {readonly Outcome[]} outcomes
 * @param {import('./skips.mjs').Excuses} [excuses]
 * @returns {import('./part.mjs').Count}
 */
export const countOutcomes = (outcomes, excuses = isExcused) => {
  const skips = outcomes.filter(({ state, title }) => state === 'skipped' && !title.includes(allowedSkip))
  const good = new Set([...new Set(skips.map(({ reason }) => reason))].filter(excuses))
  const wrongSkips = skips.filter(({ reason }) => !good.has(reason))
  for (const { title } of wrongSkips) console.error(`Skipped, which counts as failed: ${title}`)
  for (const { title, reason } of skips.filter((one) => good.has(one.reason)))
    console.log(`Skipped, because ${reason}: ${title}`)
  const number = (/** @type {Outcome['state']} */ wanted) =>
    outcomes.filter(({ state }) => state === wanted).length
  return {
    passed: number('passed'),
    failed: number('failed') + wrongSkips.length,
    skipped: number('skipped') - wrongSkips.length,
  }
}
