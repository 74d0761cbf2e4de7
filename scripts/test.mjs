// `npm test`: everything there is to prove, and one total as the last line. `--smoke` proves only that it can run.
import { join } from 'node:path'
import { prepare, root } from './bootstrap/prepare.mjs'
import { forget, oneTest, sum, totalLine } from './test/part.mjs'
import { onSmallDisk, onSmallDiskInBrowser, wayToSmallDisk } from './test/skips.mjs'

await prepare(import.meta.url)
const isSmoke = process.argv.includes('--smoke')
// The aim is twenty minutes on two cores; a busy machine gets somewhat more before a part is stopped.
const deadline = Date.now() + 28 * 60_000
const timeLeft = () => Math.max(1_000, deadline - Date.now())

/** @param {string} title */
const announce = (title) => console.log(`\n── ${title}`)

// Rules, dates, ages, deadlines, papers: what must not depend on the PC's zone. Processes and kills run once only.
const whatKnowsTheTime = [
  'tests/shared',
  ...['audit', 'client', 'custody', 'encounter', 'printout', 'statement'].map(
    (feature) => `tests/electron/${feature}`,
  ),
  'tests/electron/desk/desk.test',
  'tests/electron/intake/client-book',
  'tests/journeys/four-products',
  'tests/journeys/readers',
  'tests/journeys/statement',
  'tests/drills/clocks',
]

/** A part that throws is one failed test, never the end of the run.
 * @param {string} title @param {() => Promise<import('./test/part.mjs').Count>} work */
const part = async (title, work) => {
  announce(title)
  try {
    return await work()
  } catch (error) {
    console.error(error)
    return oneTest(false)
  }
}

const build = () =>
  part('build', async () => {
    const { buildAll } = await import('./build/bundles.mjs')
    return oneTest((await buildAll(root)).length === 0)
  })

/** @type {import('./test/reports.mjs').Outcome[]} */
const outcomes = []

/** @param {string} title @param {string} name @param {readonly string[]} args
 * @param {{ readonly env?: NodeJS.ProcessEnv, readonly before?: readonly string[] }} [around] */
const tests = (title, name, args, { env = {}, before = [] } = {}) =>
  part(title, async () => {
    const { runVitest } = await import('./test/runners.mjs')
    const ran = await runVitest(root, { name, args, env, before, milliseconds: timeLeft() })
    outcomes.push(...ran.outcomes)
    return ran.count
  })

/** @param {string} title @param {string} name @param {readonly string[]} files @param {readonly string[]} [before] */
const inBrowser = (title, name, files, before = []) =>
  part(title, async () => {
    const { runEndToEnd } = await import('./test/runners.mjs')
    const ran = await runEndToEnd(root, { name, files, before, milliseconds: timeLeft() })
    outcomes.push(...ran.outcomes)
    return ran.count
  })

/** What stands before a run that needs a disk of its own, where the rest of the run can't have one. */
const aside = wayToSmallDisk() ?? []
const isAside = aside.length > 0

const fullDisks = async () =>
  isAside
    ? [
        await tests('on a full disk', 'full-disk', onSmallDisk, { before: aside }),
        await inBrowser('on a full disk, in a real browser', 'e2e-full-disk', onSmallDiskInBrowser, aside),
      ]
    : []

/** Playwright takes patterns of paths: all files but these. */
const allButAside = isAside ? [`^(?!.*(${onSmallDiskInBrowser.join('|')})$)`] : []

const smoke = async () => [await build(), await tests('smoke', 'smoke', ['tests/shared'])]

const everything = async () => [
  await part('a browser', async () => {
    forget([join(root, 'node_modules/.cache/evidence'), join(root, 'test-results')])
    const { forgetReports } = await import('./test/runners.mjs')
    forgetReports(root)
    const { findBrowser, noBrowser } = await import('./browser.mjs')
    const browser = await findBrowser(root, { mayInstall: true })
    console.log(browser === null ? noBrowser : browser.path)
    return oneTest(browser !== null)
  }),
  await build(),
  await part('rules', async () => (await import('./test/rules.mjs')).runRules(root, timeLeft())),
  await tests('tests', 'tests', [
    '--exclude=tests/bootstrap/**',
    ...(isAside ? onSmallDisk.map((file) => `--exclude=${file}`) : []),
  ]),
  await tests('the same in another time zone', 'abroad', whatKnowsTheTime, {
    env: { TZ: 'America/New_York' },
  }),
  ...(await fullDisks()),
  await inBrowser('in a real browser', 'e2e', allButAside),
  await tests('from a clone on a bare machine', 'bootstrap', ['tests/bootstrap']),
  await part('coverage of the requirements', async () =>
    (await import('./coverage/check.mjs')).checkCoverage(root, outcomes),
  ),
]

const total = sum(await (isSmoke ? smoke() : everything()))
// Written last and at once, so that nothing can come after it.
process.stdout.write(`\n${totalLine(total)}\n`, () =>
  process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1),
)
