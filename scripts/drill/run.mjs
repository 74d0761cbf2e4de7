// Runs the tests behind the checks: vitest for most, Playwright for what needs a page.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { forget, readReport, runNode } from '../test/part.mjs'
import { reasonOfPlaywright, reasonOfVitest } from '../test/reports.mjs'
import { onSmallDisk, onSmallDiskInBrowser, wayToSmallDisk } from '../test/skips.mjs'

/** @typedef {import('./checks.mjs').Check} Check */
/** @typedef {import('./check.mjs').Proof} Proof */
/** @typedef {import('./judge.mjs').Ran} Ran */

const aDay = 86_400_000
const config = 'scripts/config'

const before = wayToSmallDisk() ?? []
const aside = before.length > 0 ? [...onSmallDisk, ...onSmallDiskInBrowser] : []

/** What is run together: files that need a disk of their own stand apart where the others can't have one.
 * @param {readonly Check[]} checks @param {boolean} inBrowser */
const proofs = (checks, inBrowser) => {
  const all = checks.flatMap(({ proof }) => proof).filter(([file]) => file.endsWith('.e2e.ts') === inBrowser)
  return [
    { proof: all.filter(([file]) => !aside.includes(file)), before: [] },
    { proof: all.filter(([file]) => aside.includes(file)), before },
  ].filter(({ proof }) => proof.length > 0)
}

/** @typedef {{ readonly proof: readonly Proof[], readonly before: readonly string[] }} Together */

/** @param {string} text */
const literally = (text) => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)

/** @param {readonly Proof[]} proof */
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
      reason: reasonOfVitest(test),
    }))
    return tests.length > 0 || file.status !== 'failed'
      ? tests
      : [{ title: `${file.name} loads`, file: file.name, state: 'failed', seconds: 0, reason: '' }]
  })

/** @param {any} suite @returns {Ran[]} */
const ranByPlaywright = (suite) => [
  ...(suite.specs ?? []).map((/** @type {any} */ spec) => ({
    title: spec.title,
    // Playwright names files from the folder of its tests.
    file: `tests/e2e/${spec.file}`,
    state: spec.tests.some((/** @type {any} */ { status }) => status === 'skipped')
      ? 'skipped'
      : spec.ok
        ? 'passed'
        : 'failed',
    reason: spec.tests.map(reasonOfPlaywright).join(''),
    seconds: spec.tests
      .flatMap((/** @type {any} */ test) => test.results)
      .reduce((/** @type {number} */ sum, /** @type {any} */ one) => sum + one.duration / 1000, 0),
  })),
  ...(suite.suites ?? []).flatMap(ranByPlaywright),
]

/** @param {string} root @param {Together} together @param {NodeJS.ProcessEnv} env @returns {Promise<Ran[]>} */
const runVitest = async (root, { proof, before }, env) => {
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
  await runNode(args, { cwd: root, env, before, milliseconds: aDay })
  return ranByVitest(readReport(report))
}

/** @param {string} root @param {Together} together @param {NodeJS.ProcessEnv} env @returns {Promise<Ran[]>} */
const runPlaywright = async (root, { proof, before }, env) => {
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
  await runNode(args, { cwd: root, env, before, milliseconds: aDay })
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
  /** @type {Ran[]} */
  const ran = []
  for (const together of proofs(checks, false)) ran.push(...(await runVitest(root, together, env)))
  for (const together of proofs(checks, true)) ran.push(...(await runPlaywright(root, together, env)))
  const lines = existsSync(records) ? readFileSync(records, 'utf8').trim().split('\n') : []
  return { ran, records: lines.filter((line) => line !== '').map((line) => JSON.parse(line)), seed }
}
