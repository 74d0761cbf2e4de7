// Judges docs/coverage.md by the evidence of the last test run, without running the tests again.
import { join } from 'node:path'
import { prepare, root } from './bootstrap/prepare.mjs'
import { checkCoverage } from './coverage/check.mjs'
import { readReport } from './test/part.mjs'
import { outcomesOfPlaywright, outcomesOfVitest } from './test/reports.mjs'

await prepare(import.meta.url)
const cache = join(root, 'node_modules/.cache')
const reports = ['tests', 'abroad'].map((name) => readReport(join(cache, `report-${name}.json`)))
const endToEnd = readReport(join(cache, 'e2e.json'))
const outcomes = [
  ...reports.flatMap((report) => (report === null ? [] : outcomesOfVitest(report))),
  ...(endToEnd === null ? [] : outcomesOfPlaywright(endToEnd)),
]
process.exit(checkCoverage(root, outcomes).failed)
