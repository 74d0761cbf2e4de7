// Runs after all other tests, because it judges what they left behind.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { oneTest } from '../test/part.mjs'
import { judgeCoverage } from './judge.mjs'
import { readTable } from './table.mjs'

/** @param {string} root @returns {import('./judge.mjs').Evidence[]} */
export const readEvidence = (root) => {
  const folder = join(root, 'node_modules/.cache/evidence')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ndjson'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}

/** @param {string} root @param {readonly import('../test/reports.mjs').Outcome[]} outcomes */
export const checkCoverage = (root, outcomes) => {
  const text = readFileSync(join(root, 'docs/coverage.md'), 'utf8')
  const failed = new Set(outcomes.filter(({ state }) => state === 'failed').map(({ title }) => title))
  const passed = outcomes.filter(({ state, title }) => state === 'passed' && !failed.has(title))
  const faults = judgeCoverage(
    text,
    readEvidence(root),
    passed.map(({ title }) => title),
  )
  for (const fault of faults) console.error(`docs/coverage.md – ${fault}`)
  const states = readTable(text).map(({ state }) => state.split(':')[0])
  const number = (/** @type {string} */ wanted) => states.filter((state) => state === wanted).length
  console.log(`requirements: ${number('done')} done, ${number('part')} in part, ${number('open')} open`)
  return oneTest(faults.length === 0)
}
