// Reads the runners' own reports. Only tests for the real Electron may be skipped; any other skip is a failure.

export const allowedSkip = 'real-electron'

/** @typedef {{ readonly title: string, readonly state: 'passed' | 'failed' | 'skipped', readonly file: string }} Outcome */

/** @param {any} report vitest's JSON report @returns {Outcome[]} */
export const outcomesOfVitest = (report) =>
  report.testResults.flatMap((/** @type {any} */ file) => {
    const outcomes = file.assertionResults.map((/** @type {any} */ test) => ({
      title: test.fullName,
      state: test.status === 'passed' || test.status === 'failed' ? test.status : 'skipped',
      file: file.name,
    }))
    const hasNamedFailure = outcomes.some((/** @type {Outcome} */ { state }) => state === 'failed')
    // A file that can't even be loaded names no test.
    if (file.status === 'failed' && !hasNamedFailure)
      outcomes.push({ title: `${file.name} loads`, state: 'failed', file: file.name })
    return outcomes
  })

/** @param {any} suite @param {string} path @returns {Outcome[]} */
const outcomesOfSuite = (suite, path) => [
  ...(suite.specs ?? []).flatMap((/** @type {any} */ spec) =>
    spec.tests.map((/** @type {any} */ test) => ({
      title: [path, spec.title, ...(spec.tags ?? [])].filter(Boolean).join(' '),
      state: test.status === 'skipped' ? 'skipped' : test.status === 'expected' ? 'passed' : 'failed',
      file: spec.file,
    })),
  ),
  ...(suite.suites ?? []).flatMap((/** @type {any} */ inner) =>
    outcomesOfSuite(inner, `${path} ${inner.title}`.trim()),
  ),
]

/** @param {any} report Playwright's JSON report @returns {Outcome[]} */
export const outcomesOfPlaywright = (report) =>
  report.suites.flatMap((/** @type {any} */ suite) => outcomesOfSuite(suite, ''))

/** @param {readonly Outcome[]} outcomes @returns {import('./part.mjs').Count} */
export const countOutcomes = (outcomes) => {
  const wrongSkips = outcomes.filter(
    ({ state, title }) => state === 'skipped' && !title.includes(allowedSkip),
  )
  for (const { title } of wrongSkips) console.error(`Skipped, which counts as failed: ${title}`)
  const number = (/** @type {Outcome['state']} */ wanted) =>
    outcomes.filter(({ state }) => state === wanted).length
  return {
    passed: number('passed'),
    failed: number('failed') + wrongSkips.length,
    skipped: number('skipped') - wrongSkips.length,
  }
}
