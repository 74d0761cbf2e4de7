import { expect, test } from 'vitest'
import { sum, totalLine, withCrash } from '../../scripts/test/part.mjs'
import { countOutcomes, outcomesOfPlaywright, outcomesOfVitest } from '../../scripts/test/reports.mjs'

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
