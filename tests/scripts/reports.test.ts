import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sum, totalLine, withCrash } from '../../scripts/test/part.mjs'
import { countOutcomes, outcomesOfPlaywright, outcomesOfVitest } from '../../scripts/test/reports.mjs'
import { outcomesOfLastRun, runEndToEnd } from '../../scripts/test/runners.mjs'
import {
  isExcused,
  noProc,
  noSmallDisk,
  onSmallDisk,
  onSmallDiskInBrowser,
  wayToSmallDisk,
} from '../../scripts/test/skips.mjs'
import { tempFolder } from '../support/desk.ts'

test('a test file that cannot be loaded counts as failed', () => {
  const report = { testResults: [{ name: 'broken.test.ts', status: 'failed', assertionResults: [] }] }
  expect(countOutcomes(outcomesOfVitest(report))).toEqual({ passed: 0, failed: 1, skipped: 0 })
})

test('a skipped test counts as failed unless it needs the real Electron', () => {
  const spec = (title: string, status: string, tags: readonly string[] = []) => ({
    title,
    tags,
    file: 'x.e2e.ts',
    tests: [{ status }],
  })
  const report = {
    suites: [
      {
        title: 'x.e2e.ts',
        specs: [spec('one', 'expected'), spec('two', 'skipped')],
        suites: [
          { title: 'inner', specs: [spec('lock', 'skipped', ['real-electron']), spec('four', 'flaky')] },
        ],
      },
    ],
  }
  expect(countOutcomes(outcomesOfPlaywright(report))).toEqual({ passed: 1, failed: 2, skipped: 1 })
})

test('a test that found no full disk to be had is skipped, not passed, and only where that is so', () => {
  const skipped = { fullName: 'full', status: 'skipped', meta: { skipped: noSmallDisk } }
  const silent = { fullName: 'silent', status: 'skipped', meta: {} }
  const ran = { fullName: 'else', status: 'passed', meta: {} }
  const file = { name: 'a.test.ts', status: 'passed', assertionResults: [skipped, silent, ran] }
  const spec = { title: 'x', file: 'x.e2e.ts' }
  const annotations = [{ type: 'skip', description: noSmallDisk }]
  const suite = { title: 'x.e2e.ts', specs: [{ ...spec, tests: [{ status: 'skipped', annotations }] }] }
  const outcomes = [
    ...outcomesOfVitest({ testResults: [file] }),
    ...outcomesOfPlaywright({ suites: [suite] }),
  ]
  const where = (lacking: boolean) => (reason: string) => lacking && reason === noSmallDisk
  expect(countOutcomes(outcomes, where(true))).toEqual({ passed: 1, failed: 1, skipped: 2 })
  expect(countOutcomes(outcomes, where(false))).toEqual({ passed: 1, failed: 3, skipped: 0 })
})

test('a reason counts only as long as it is true here', () => {
  expect(isExcused(noSmallDisk)).toBe(wayToSmallDisk() === null)
  expect(isExcused(noProc)).toBe(process.platform !== 'linux')
  expect(isExcused('it takes long')).toBe(false)
  expect(isExcused('')).toBe(false)
})

test('a small disk is looked for as this account first, then in a namespace of the run’s own', () => {
  expect(wayToSmallDisk(() => true)).toEqual([])
  expect(wayToSmallDisk((before) => before.length > 0)).toEqual(['unshare', '--map-root-user', '--mount'])
  expect(wayToSmallDisk(() => false)).toBe(null)
})

test('whatever mounts a small disk is on the list of what may need that namespace', () => {
  const root = join(import.meta.dirname, '../..')
  const files = readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' })
  const mounting = files
    .filter((file) => /\.(test|e2e)\.ts$/.test(file) && file !== join('scripts', 'reports.test.ts'))
    .map((file) => `tests/${file.replaceAll('\\', '/')}`)
    .filter((file) => /small-disk\.ts'|'mount'/.test(readFileSync(join(root, file), 'utf8')))
  expect(mounting.toSorted()).toEqual([...onSmallDisk, ...onSmallDiskInBrowser].toSorted())
})

test('a runner that ends badly without a failed test counts as one failure', () => {
  const clean = { passed: 4, failed: 0, skipped: 0 }
  expect(withCrash(clean, 1)).toEqual({ passed: 4, failed: 1, skipped: 0 })
  expect(withCrash(clean, 0)).toEqual(clean)
  expect(withCrash({ ...clean, failed: 2 }, 1)).toEqual({ ...clean, failed: 2 })
})

test('the last line adds up every part', () => {
  const parts = [
    { passed: 3, failed: 0, skipped: 0 },
    { passed: 9, failed: 1, skipped: 2 },
  ]
  expect(totalLine(sum(parts))).toBe('12 passed, 1 failed, 2 skipped')
})

test('what ran on a disk of its own is told beside the rest, and a later run in a browser takes nothing of it away', async () => {
  const root = tempFolder()
  const cache = join(root, 'node_modules/.cache')
  const runner = join(root, 'node_modules/@playwright/test')
  for (const folder of [cache, runner]) mkdirSync(folder, { recursive: true })
  const assertion = { fullName: 'a full disk', status: 'passed' }
  const testResults = [{ name: 'a.test.ts', status: 'passed', assertionResults: [assertion] }]
  writeFileSync(join(cache, 'report-full-disk.json'), JSON.stringify({ testResults }))
  // A runner that reports one test, with the name it was asked for.
  writeFileSync(
    join(runner, 'cli.js'),
    `const specs = [{ title: process.argv.at(-1), file: 'a', tests: [{ status: 'expected' }] }]
     require('node:fs').writeFileSync(process.env.ZHIYIN_E2E_REPORT, JSON.stringify({ suites: [{ specs }] }))`,
  )
  for (const name of ['e2e', 'e2e-full-disk'])
    await runEndToEnd(root, { name, files: [`in ${name}`], milliseconds: 20_000 })
  expect(outcomesOfLastRun(root).map(({ title }) => title)).toEqual([
    'a full disk',
    'in e2e',
    'in e2e-full-disk',
  ])
})
