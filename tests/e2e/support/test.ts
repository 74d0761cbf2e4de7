import { test as base, chromium, type Browser, type Page } from '@playwright/test'
import { recordRoute } from '../../support/evidence.ts'
import { findBrowser, openingTime, startPreview, type Preview } from './preview.ts'

// A browser test of this house: its own vault, its own desk, its own clock, one window like a branch's screen.

type Fixtures = {
  readonly preview: Preview
  /** When the story begins; `test.use({ at: '…+08:00' })`. */
  readonly at: string
  /** For the tests that make the page complain. */
  readonly mayComplain: boolean
  /** What the page complained about: console errors and broken policy. A test ends with none. */
  readonly complaints: string[]
  /** Where the story's page has been: `/client/:id`. */
  readonly page: Page
}

type WorkerFixtures = { readonly chromium153: Browser }

/** `…/#/client/17` is the place `/client/:id`; sheets are named by their job. */
export const placeOf = (url: string): string => {
  const { hash, pathname } = new URL(url)
  if (pathname.startsWith('/print/')) return '/print/:job'
  const path = hash.replace(/^#/, '').split('?', 1)[0] || '/'
  return path.replace(/\/\d+(?=\/|$)/g, '/:id')
}

const watch = (page: Page, title: string, complaints: string[]): void => {
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame() && frame.url().startsWith('http')) recordRoute(title, placeOf(frame.url()))
  })
  page.on('console', (message) => {
    if (message.type() === 'error' && !isExpected(message.text())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message))
}

/** The browser itself reports refused requests (409, 423); the screens say what they mean. */
const isExpected = (text: string): boolean => text.startsWith('Failed to load resource')

export const test = base.extend<Fixtures, WorkerFixtures>({
  chromium153: [
    async ({}, use) => {
      const found = await findBrowser()
      if (found === null) throw new Error('no browser found: see scripts/browser.mjs')
      const isRoot = process.getuid?.() === 0
      const browser = await chromium.launch({ executablePath: found.path, chromiumSandbox: !isRoot })
      await use(browser)
      await browser.close()
    },
    { scope: 'worker', timeout: 360_000 },
  ],
  at: [openingTime, { option: true }],
  mayComplain: [false, { option: true }],
  complaints: async ({ mayComplain }, use) => {
    const complaints: string[] = []
    await use(complaints)
    if (!mayComplain && complaints.length > 0)
      throw new Error(`the page complained:\n${complaints.join('\n')}`)
  },
  preview: async ({ at }, use, info) => {
    const preview = await startPreview({ test: info.titlePath.slice(1).join(' > '), at })
    await use(preview)
    await preview.close()
  },
  context: async ({ chromium153 }, use) => {
    const context = await chromium153.newContext({
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      viewport: { width: 1366, height: 768 },
      acceptDownloads: true,
    })
    await use(context)
    await context.close()
  },
  page: async ({ context, preview, complaints }, use, info) => {
    const page = await context.newPage()
    watch(page, info.titlePath.slice(1).join(' > '), complaints)
    await page.goto(preview.url())
    await use(page)
  },
})

export { expect } from '@playwright/test'
