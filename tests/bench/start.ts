// N1: the second start of the app on a machine, from the command to the unlock screen in a real browser.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { openBrowserFinder } from '../../electron/preview/find-browser.ts'
import { interleave, judge, mustHold, timed, type Goal, type Part } from './judge.ts'

const root = new URL('../../', import.meta.url)
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []

type Started = { readonly url: string; readonly end: () => Promise<void> }

const startPreview = async (dataFolder: string): Promise<Started> => {
  const script = fileURLToPath(new URL('scripts/start.mjs', root))
  const words = [script, '--preview', '--offline', '--no-open', '--data', dataFolder]
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.setEncoding('utf8')
  for await (const text of child.stdout as AsyncIterable<string>) {
    said += text
    const url = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(said)?.[0]
    if (url === undefined) continue
    const end = async (): Promise<void> => {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    }
    return { url, end }
  }
  throw new Error(`the preview did not start: ${said}`)
}

const goal: Goal = {
  id: 'N1',
  what: 'a second `npm start --preview` to the unlock screen: bootstrap, host, desk, browser start and drawing included',
  as: 'value',
  goal: 3_000,
  unit: 'ms',
  floor: 'a browser that starts and draws one line',
}

export const startPart: Part = {
  ids: ['N1'],
  run: async (bench) => {
    const book = await bench.book(10_000)
    const found = await openBrowserFinder(root)()
    if (found === null) throw new Error('no browser found: see scripts/browser.mjs')
    const open = (url: string, ready: string): Promise<void> =>
      chromium.launch({ executablePath: found.path, args: sandbox }).then(async (browser) => {
        const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
        await page.goto(url)
        await page.getByText(ready, { exact: true }).first().waitFor({ timeout: 20_000 })
        closing = browser.close()
      })
    let closing: Promise<void> = Promise.resolve()
    const start = async (): Promise<number> => {
      let preview: Started | null = null
      const took = await timed(async () => {
        preview = await startPreview(book.dataFolder)
        await open(preview.url, '解锁')
      })
      await closing
      await (preview as Started | null)?.end()
      return took
    }
    const floor = async (): Promise<number> => {
      const took = await timed(() => open('data:text/html;charset=utf-8,<p>好</p>', '好'))
      await closing
      return took
    }
    // The first start may have to make the profile and warm the caches: this goal is about the second.
    mustHold((await start()) > 0, 'the app starts')
    const seen = await interleave({ start, floor })
    return [
      judge(
        goal,
        seen.start.map((value, at) => ({ value, floor: seen.floor[at] ?? Number.NaN })),
      ),
    ]
  },
}
