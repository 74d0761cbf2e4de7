// vitest and Playwright as parts of the whole run.
import { join } from 'node:path'
import { forget, readReport, runNode, withCrash } from './part.mjs'
import { countOutcomes, outcomesOfPlaywright, outcomesOfVitest } from './reports.mjs'

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
  const report = join(root, `node_modules/.cache/report-${name}.json`)
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

/** @param {string} root @param {number} milliseconds @param {readonly string[]} [files] all of them without a name
 * @param {readonly string[]} [before] */
export const runEndToEnd = async (root, milliseconds, files = [], before = []) => {
  const report = join(root, 'node_modules/.cache/e2e.json')
  forget([report])
  const code = await runNode(
    [
      join(root, 'node_modules/@playwright/test/cli.js'),
      'test',
      '--config=scripts/config/playwright.config.ts',
      ...files,
    ],
    { cwd: root, milliseconds, before },
  )
  const read = readReport(report)
  return ranWith(read === null ? null : outcomesOfPlaywright(read), code)
}
