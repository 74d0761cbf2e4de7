import { chromium, type Browser, type BrowserContext } from 'playwright-core'
import type { Printer } from './printer.ts'

// A headless Chromium over a pipe. It lives for one job, keeps its profile in a temp folder of its own that
// goes with it, and hands the PDF back as bytes: no file of ours holds the sheet.

export type ChromiumPrinterParts = {
  readonly origin: string
  readonly findBrowser: () => Promise<string | null>
  /** Lets the page of one job in for as long as it takes; the cookie that shows it. */
  readonly admit: (job: string) => { readonly cookie: string; readonly key: string; readonly end: () => void }
  readonly sandbox: boolean
}

const loadLimitMs = 30_000

export const openChromiumPrinter = (parts: ChromiumPrinterParts): Printer => ({
  canPdf: async () => (await parts.findBrowser()) !== null,
  pdf: async (job) => {
    const executablePath = await parts.findBrowser()
    if (executablePath === null) throw new Error('no browser for printing')
    const visit = parts.admit(job)
    const browser = await chromium.launch({ executablePath, headless: true, chromiumSandbox: parts.sandbox })
    try {
      const context = await openContext(browser, parts.origin, visit)
      return await printPage(context, `${parts.origin}/print/${job}`)
    } finally {
      visit.end()
      await browser.close()
    }
  },
})

const openContext = async (
  browser: Browser,
  url: string,
  visit: { readonly cookie: string; readonly key: string },
): Promise<BrowserContext> => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' })
  await context.addCookies([
    { name: visit.cookie, value: visit.key, url, httpOnly: true, sameSite: 'Strict' },
  ])
  return context
}

const printPage = async (context: BrowserContext, url: string): Promise<Buffer> => {
  const page = await context.newPage()
  const answer = await page.goto(url, { waitUntil: 'load', timeout: loadLimitMs })
  if (answer === null || !answer.ok())
    throw new Error(`the print page answered ${answer?.status() ?? 'nothing'}`)
  await page.evaluate('document.fonts.ready.then(() => undefined)')
  return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true })
}
