// vitest and Playwright as parts of the whole run.
import { join } from 'node:path'
import { forget, readReport, runNode, withCrash } from './part.mjs'
import { countOutcomes, outcomesOfPlaywright, outcomesOfVitest } from './reports.mjs'

const inCache = 'node_modules/.cache'

/** What the parts of a whole run leave behind. A part with a disk of its own has a report of its own. */
export const reportsOfVitest = ['tests', 'abroad', 'full-disk', 'bootstrap']
export const reportsOfPlaywright = ['e2e', 'e2e-full-disk']

/** @param {string} root @param {string} name @returns {string} */
const vitestReport = (root, name) => join(root, inCache, `report-${name}.json`)

/** @param {string} root @param {string} name @returns {string} */
const endToEndReport = (root, name) => join(root, inCache, `${name}.json`)

/** So that what an earlier run left is not taken for this one's. @param {string} root */
export const forgetReports = (root) =>
  forget([
    ...reportsOfVitest.map((name) => vitestReport(root, name)),
    ...reportsOfPlaywright.map((name) => endToEndReport(root, name)),
  ])

/** Everything the last whole run told. @param {string} root @returns {import('./reports.mjs').Outcome[]} */
export const outcomesOfLastRun = (root) => [
  ...reportsOfVitest.flatMap((name) => {
    const report = readReport(vitestReport(root, name))
    return report === null ? [] : outcomesOfVitest(report)
  }),
  ...reportsOfPlaywright.flatMap((name) => {
    const report = readReport(endToEndReport(root, name))
    return report === null ? [] : outcomesOfPlaywright(report)
  }),
]

/** @typedef {{ readonly count: import('./part.mjs').Count, readonly outcomes: readonly import('./reports.mjs').Outcome[] }} Ran */

/** @param {import('./reports.mjs').Outcome[] | null} outcomes @param {number} code @returns {Ran} */
const ranWith = (outcomes, code) => ({
  // No report at all is a crash, whatever the exit code says.
  count: withCrash(countOutcomes(outcomes ?? []), outcomes === null ? 1 : code),
  outcomes: outcomes ?? [],
})

/**
 * @param {string} root
 * @param {{ name: string, args: readonly string[], env?: NodeJS.ProcessEnv, milliseconds: number, before?: readonly string[] }} part
 */
export const runVitest = async (root, { name, args, env, milliseconds, before = [] }) => {
  const report = vitestReport(root, name)
  forget([report])
  const code = await runNode(
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--config=scripts/config/vitest.config.ts',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...args,
    ],
    { cwd: root, milliseconds, before, ...(env === undefined ? {} : { env }) },
  )
  const read = readReport(report)
  return ranWith(read === null ? null : outcomesOfVitest(read), code)
}

/**
 * @param {string} root
 * @param {{ name: string, files: readonly string[], milliseconds: number, before?: readonly string[] }} part `files`: all
 * of them without a name
 */
export const runEndToEnd = async (root, { name, files, milliseconds, before = [] }) => {
  const report = endToEndReport(root, name)
  forget([report])
  const code = await runNode(
    [
      join(root, 'node_modules/@playwright/test/cli.js'),
      'test',
      '--config=scripts/config/playwright.config.ts',
      ...files,
    ],
    { cwd: root, milliseconds, before, env: { ZHIYIN_E2E_REPORT: report } },
  )
  const read = readReport(report)
  return ranWith(read === null ? null : outcomesOfPlaywright(read), code)
}
