// Runs the tests behind the checks: vitest for most, Playwright for what needs a page.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { forget, readReport, runNode } from '../test/part.mjs'

/** @typedef {import('./checks.mjs').Check} Check */
/** @typedef {import('./judge.mjs').Ran} Ran */

const aDay = 86_400_000
const config = 'scripts/config'

/** @param {readonly Check[]} checks @param {boolean} inBrowser */
const proofs = (checks, inBrowser) =>
  checks.flatMap(({ proof }) => proof).filter(([file]) => file.endsWith('.e2e.ts') === inBrowser)

/** @param {string} text */
const literally = (text) => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)

/** @param {readonly (readonly [string, ...string[]])[]} proof */
const pattern = (proof) =>
  proof.some(([, ...names]) => names.length === 0)
    ? '.*'
    : proof.flatMap(([, ...names]) => names.map(literally)).join('|')

/** @param {any} report @returns {Ran[]} */
const ranByVitest = (report) =>
  (report?.testResults ?? []).flatMap((/** @type {any} */ file) => {
    const tests = file.assertionResults.map((/** @type {any} */ test) => ({
      title: test.fullName,
      file: file.name,
      state: ['passed', 'failed'].includes(test.status) ? test.status : 'skipped',
      seconds: (test.duration ?? 0) / 1000,
    }))
    return tests.length > 0 || file.status !== 'failed'
      ? tests
      : [{ title: `${file.name} loads`, file: file.name, state: 'failed', seconds: 0 }]
  })

/** @param {any} suite @returns {Ran[]} */
const ranByPlaywright = (suite) => [
  ...(suite.specs ?? []).map((/** @type {any} */ spec) => ({
    title: spec.title,
    // Playwright names files from the folder of its tests.
    file: `tests/e2e/${spec.file}`,
    state: spec.ok ? 'passed' : 'failed',
    seconds: spec.tests
      .flatMap((/** @type {any} */ test) => test.results)
      .reduce((/** @type {number} */ sum, /** @type {any} */ one) => sum + one.duration / 1000, 0),
  })),
  ...(suite.suites ?? []).flatMap(ranByPlaywright),
]

/** @param {string} root @param {readonly Check[]} checks @param {NodeJS.ProcessEnv} env @returns {Promise<Ran[]>} */
const runVitest = async (root, checks, env) => {
  const proof = proofs(checks, false)
  if (proof.length === 0) return []
  const report = join(root, 'node_modules/.cache/report-drill.json')
  forget([report])
  const args = [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    `--config=${config}/vitest.config.ts`,
    // One at a time: a check that measures time must not wait for another one.
    '--maxWorkers=1',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    '-t',
    pattern(proof),
    ...new Set(proof.map(([file]) => file)),
  ]
  await runNode(args, { cwd: root, env, milliseconds: aDay })
  return ranByVitest(readReport(report))
}

/** @param {string} root @param {readonly Check[]} checks @param {NodeJS.ProcessEnv} env @returns {Promise<Ran[]>} */
const runPlaywright = async (root, checks, env) => {
  const proof = proofs(checks, true)
  if (proof.length === 0) return []
  const report = join(root, 'node_modules/.cache/e2e.json')
  forget([report])
  const args = [
    join(root, 'node_modules/@playwright/test/cli.js'),
    'test',
    `--config=${config}/playwright.config.ts`,
    '-g',
    pattern(proof),
    ...new Set(proof.map(([file]) => file)),
  ]
  await runNode(args, { cwd: root, env, milliseconds: aDay })
  return (readReport(report)?.suites ?? []).flatMap(ranByPlaywright)
}

/**
 * @param {string} root
 * @param {readonly Check[]} checks
 * @param {import('./flags.mjs').Flags} flags
 * @returns {Promise<{ ran: Ran[], records: import('./judge.mjs').Record[], seed: number }>}
 */
export const runChecks = async (root, checks, { rounds, seed }) => {
  const records = join(root, 'node_modules/.cache/drill/records.ndjson')
  forget([records])
  const env = { ZHIYIN_DRILL: JSON.stringify({ seed, rounds, records }) }
  const ran = [...(await runVitest(root, checks, env)), ...(await runPlaywright(root, checks, env))]
  const lines = existsSync(records) ? readFileSync(records, 'utf8').trim().split('\n') : []
  return { ran, records: lines.filter((line) => line !== '').map((line) => JSON.parse(line)), seed }
}
