// `npm test`: everything there is to prove, and one total as the last line. `--smoke` proves only that it can run.
import { join } from 'node:path'
import { prepare, root } from './bootstrap/prepare.mjs'
import { forget, oneTest, sum, totalLine } from './test/part.mjs'

await prepare(import.meta.url)
const { findBrowser, noBrowser } = await import('./browser.mjs')
const { runRules } = await import('./test/rules.mjs')
const { runEndToEnd, runVitest } = await import('./test/runners.mjs')
const { checkCoverage } = await import('./coverage/check.mjs')

const isSmoke = process.argv.includes('--smoke')
const deadline = Date.now() + 19 * 60_000
const timeLeft = () => Math.max(1_000, deadline - Date.now())

/** @param {string} title */
const announce = (title) => console.log(`\n── ${title}`)

const build = async () => {
  announce('build')
  try {
    const { buildAll } = await import('./build/bundles.mjs')
    const missing = await buildAll(root)
    return oneTest(missing.length === 0)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return oneTest(false)
  }
}

const smoke = async () => {
  const built = await build()
  announce('smoke')
  const { count } = await runVitest(root, { name: 'smoke', args: ['tests/shared'], milliseconds: timeLeft() })
  return sum([built, count])
}

const everything = async () => {
  forget([join(root, 'node_modules/.cache/evidence'), join(root, 'test-results')])
  if ((await findBrowser(root, { mayInstall: true })) === null) console.error(noBrowser)
  const built = await build()
  announce('rules')
  const rules = await runRules(root, timeLeft())
  announce('tests')
  const tests = await runVitest(root, {
    name: 'tests',
    args: ['--exclude=tests/bootstrap/**'],
    milliseconds: timeLeft(),
  })
  announce('the same under another time zone')
  const abroad = await runVitest(root, {
    name: 'abroad',
    args: ['tests/shared', 'tests/electron', 'tests/journeys'],
    env: { TZ: 'America/New_York' },
    milliseconds: timeLeft(),
  })
  announce('in a real browser')
  const endToEnd = await runEndToEnd(root, timeLeft())
  announce('from a fresh clone on a bare machine')
  const bootstrap = await runVitest(root, {
    name: 'bootstrap',
    args: ['tests/bootstrap'],
    milliseconds: timeLeft(),
  })
  announce('coverage of the requirements')
  const coverage = checkCoverage(root, [...tests.outcomes, ...abroad.outcomes, ...endToEnd.outcomes])
  return sum([built, rules, tests.count, abroad.count, endToEnd.count, bootstrap.count, coverage])
}

const total = isSmoke ? await smoke() : await everything()
// Written last and at once, so that nothing can come after it.
process.stdout.write(`\n${totalLine(total)}\n`, () =>
  process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1),
)
