// What may be claimed. A claim needs evidence from this very run: ids in titles or comments count nothing.
import { allIds, readTable, valuesOf } from './table.mjs'

/** @typedef {{ readonly test: string, readonly procedure?: string, readonly route?: string }} Evidence */

/** A test is named by its own sentence, with or without the names of the blocks around it.
 * @param {string} full @param {string} named */
const isNamed = (full, named) => full === named || full.endsWith(` ${named}`)

/** @param {import('./table.mjs').Row} row @param {readonly Evidence[]} evidence @param {readonly string[]} passed */
const missingEvidence = ({ place, procedure, test }, evidence, passed) => {
  const [tests, places, procedures] = [valuesOf(test), valuesOf(place), valuesOf(procedure)]
  if (tests.length === 0 || places.length === 0) return ['done needs a place and a test']
  const called = (/** @type {string} */ wanted) =>
    evidence.some((line) => line.procedure === wanted && tests.some((name) => isNamed(line.test, name)))
  const shown = (/** @type {string} */ wanted) => evidence.some((line) => line.route === wanted)
  return [
    ...tests
      .filter((name) => !passed.some((full) => isNamed(full, name)))
      .map((name) => `no such test passed: ${name}`),
    ...procedures
      .filter((wanted) => !called(wanted))
      .map((wanted) => `the named test did not call ${wanted}`),
    ...places.filter((wanted) => !shown(wanted)).map((wanted) => `no test in the browser showed ${wanted}`),
  ]
}

/** @param {import('./table.mjs').Row} row @param {readonly Evidence[]} evidence @param {readonly string[]} passed */
const faultsOf = (row, evidence, passed) => {
  const fit = row.fit === '●' || row.fit === '○' ? [] : ['fit is ● or ○']
  if (row.state === 'open' || /^part: \S/.test(row.state)) return fit
  if (row.state !== 'done') return [...fit, `no such state: ${row.state}`]
  return [...fit, ...missingEvidence(row, evidence, passed)]
}

/**
 * Every fault of the table, in words.
 * @param {string} text docs/coverage.md
 * @param {readonly Evidence[]} evidence
 * @param {readonly string[]} passed full names of the tests that passed
 */
export const judgeCoverage = (text, evidence, passed) => {
  const rows = readTable(text)
  const known = new Set(allIds)
  const count = (/** @type {string} */ id) => rows.filter((row) => row.id === id).length
  return [
    ...allIds.filter((id) => count(id) !== 1).map((id) => `${id} stands ${count(id)} times`),
    ...rows.filter(({ id }) => !known.has(id)).map(({ id }) => `${id} is no requirement`),
    ...rows.flatMap((row) => faultsOf(row, evidence, passed).map((fault) => `${row.id}: ${fault}`)),
  ]
}
