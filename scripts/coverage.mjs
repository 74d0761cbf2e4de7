// Judges docs/coverage.md by the evidence of the last test run, without running the tests again.
import { prepare, root } from './bootstrap/prepare.mjs'
import { checkCoverage } from './coverage/check.mjs'
import { outcomesOfLastRun } from './test/runners.mjs'

await prepare(import.meta.url)
process.exit(checkCoverage(root, outcomesOfLastRun(root)).failed)
