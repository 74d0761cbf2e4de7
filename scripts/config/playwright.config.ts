import { defineConfig } from '@playwright/test'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

// One worker: each test has a desk and a browser of its own, and two cores are all a build machine promises.
export default defineConfig({
  testDir: `${root}/tests/e2e`,
  testMatch: '**/*.e2e.ts',
  outputDir: `${root}/test-results`,
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [['line'], ['json', { outputFile: `${root}/node_modules/.cache/e2e.json` }]],
  use: {
    trace: 'off',
    video: 'off',
    screenshot: 'off',
  },
})
