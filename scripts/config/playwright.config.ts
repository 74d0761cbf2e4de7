import { defineConfig } from '@playwright/test'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

// Each part of a whole run that opens a browser keeps its own report.
const report = process.env['ZHIYIN_E2E_REPORT'] ?? `${root}/node_modules/.cache/e2e.json`

// Each test has a vault, a desk and a clock of its own. Most of its time it waits, for Argon2, for a flush, for a page to
// stand still: two at a time take little more than half as long on the two cores a build machine promises.
export default defineConfig({
  testDir: `${root}/tests/e2e`,
  testMatch: '**/*.e2e.ts',
  outputDir: `${root}/test-results`,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['line'], ['json', { outputFile: report }]],
  use: {
    trace: 'off',
    video: 'off',
    screenshot: 'off',
  },
})
