// N1: the second start of the app on a machine, from the command to the unlock screen in a real browser.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import { chromium, type Page } from 'playwright-core'
import { openBrowserFinder } from '../../electron/preview/find-browser.ts'
import { passphrase, type Client } from './desk.ts'
import { interleave, judge, mustHold, pair, timed, type Bench, type Goal, type Part } from './judge.ts'

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
    const rounds = pair(seen.start, seen.floor)
    return [judge(goal, rounds), await switching(bench, found.path)]
  },
}

const pin = '408617'

/** The desk behind the page, through the page's own door. */
const deskBehind = async (page: Page): Promise<Client> => {
  const cookies = await page.context().cookies()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  return createORPCClient(new RPCLink({ url: new URL('/rpc', page.url()).href, headers: { cookie } }))
}

const setPin = async (page: Page): Promise<void> => {
  const desk = await deskBehind(page)
  const { doors } = await desk.session.state()
  await desk.session.unlock({ slotId: doors[0]?.slotId ?? '', passphrase, book: 'main' })
  await desk.session.setPin({ pin })
  await page.reload()
}

const switchGoal: Goal = {
  id: 'N1 switch',
  what: 'switching: from Ctrl+L through lock, a fresh desk and six digits to the person’s own last place',
  as: 'value',
  goal: 3_000,
  unit: 'ms',
  floor: 'drawing the same page anew',
}

const switching = async (bench: Bench, executablePath: string) => {
  const preview = await startPreview((await bench.book(10_000)).dataFolder)
  const browser = await chromium.launch({ executablePath, args: sandbox })
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
    await page.goto(preview.url)
    await page.getByText('解锁', { exact: true }).first().waitFor()
    await setPin(page)
    const here = page.getByRole('heading', { name: '设置' })
    await page.getByRole('navigation', { name: '主菜单' }).waitFor()
    await page.evaluate("location.hash = '#/settings'")
    await here.waitFor()
    const come = async (): Promise<number> => {
      await here.waitFor()
      return timed(async () => {
        await page.keyboard.press('Control+l')
        await page.getByLabel('快捷密码（6位数字）').waitFor()
        await page.keyboard.type(pin)
        await here.waitFor({ timeout: 15_000 })
      })
    }
    const redraw = (): Promise<number> =>
      timed(async () => {
        await page.reload()
        await here.waitFor()
      })
    const seen = await interleave({ come, redraw })
    mustHold(page.url().endsWith('#/settings'), 'the person is back at the own last place')
    return judge(switchGoal, pair(seen.come, seen.redraw))
  } finally {
    await browser.close()
    await preview.end()
  }
}
