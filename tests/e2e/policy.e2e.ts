import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Page } from '@playwright/test'
import { expect, test } from './support/test.ts'

// check S04: the content policy as a real browser keeps it, on the built window.

type Broken = { readonly directive: string; readonly blocked: string }

/** A site that is not ours and would notice any visit. */
const openStranger = async () => {
  const visits: string[] = []
  const server = createServer((request, response) => {
    visits.push(request.url ?? '')
    response.end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no address')
  return { server, visits, address: `http://127.0.0.1:${address.port}` }
}

const collect = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    const broken: unknown[] = []
    Object.defineProperty(window, 'broken', { value: broken })
    document.addEventListener('securitypolicyviolation', (event) =>
      broken.push({ directive: event.effectiveDirective, blocked: event.blockedURI }),
    )
  })
}

const brokenOn = (page: Page): Promise<readonly Broken[]> =>
  page.evaluate(() => [...(window as unknown as { broken: Broken[] }).broken])

test('the first screen breaks no rule of the content policy', async ({ page }) => {
  await collect(page)
  await page.reload()
  await expect(page.getByRole('textbox').first()).toBeVisible()
  expect(await brokenOn(page)).toEqual([])
})

/** Runs inside the page: one attempt per way in. */
const attack = (elsewhere: string): void => {
  const add = (tag: string, attributes: Record<string, string>, text = ''): HTMLElement => {
    const element = document.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
    if (text !== '') element.append(text)
    document.body.append(element)
    return element
  }
  const attempts: readonly (() => unknown)[] = [
    () => add('script', {}, 'window.ran = true'),
    () => add('script', { src: `${elsewhere}/a.js` }),
    () => eval('window.ran = true'),
    () => new Function('window.ran = true')(),
    () => (document.body.innerHTML += '<b onclick="window.ran = true">x</b>'),
    () => add('img', { src: `${elsewhere}/pixel.png` }),
    () => add('img', { src: '/none.png', onerror: 'window.ran = true' }),
    () => add('iframe', { src: `${elsewhere}/` }),
    () => add('base', { href: `${elsewhere}/` }),
    () => add('link', { rel: 'stylesheet', href: `${elsewhere}/a.css` }),
    () => add('style', {}, 'body { color: rgb(9, 9, 9) }'),
    () => add('div', { style: 'color: rgb(9, 9, 9)' }),
    () => add('object', { data: `${elsewhere}/a.swf` }),
    () => void fetch(`${elsewhere}/?client=1`).catch(() => undefined),
    () => new Worker('data:text/javascript,postMessage(1)'),
    () => (add('form', { action: `${elsewhere}/`, method: 'post' }) as HTMLFormElement).submit(),
  ]
  for (const attempt of attempts)
    try {
      attempt()
    } catch {
      // A refusal that throws is as good as one that is reported.
    }
}

test.describe('an injected page', () => {
  // Each refused attempt is also a console error; here they are the proof, not a complaint.
  test.use({ mayComplain: true })

  test('whatever slips into the page can neither run, load, send nor frame', async ({ page }) => {
    await collect(page)
    await page.reload()
    await expect(page.getByRole('textbox').first()).toBeVisible()
    const stranger = await openStranger()
    // In a task of the page's own: what runs inside the driver's call may use eval whatever the policy says.
    const source = `(${attack.toString()})(${JSON.stringify(stranger.address)})`
    await page.evaluate(`new Promise((done) => setTimeout(() => { ${source}; done() }))`)
    // Scripts, handlers and plugin addresses already fail at Trusted Types, before a source is looked at.
    const expected = [
      'base-uri',
      'connect-src',
      'form-action',
      'frame-src',
      'img-src',
      'require-trusted-types-for',
      'style-src-attr',
      'style-src-elem',
    ]
    await expect
      .poll(async () => [...new Set((await brokenOn(page)).map(({ directive }) => directive))].toSorted())
      .toEqual(expect.arrayContaining(expected))
    expect(await page.evaluate(() => 'ran' in window)).toBe(false)
    expect(await page.evaluate(() => getComputedStyle(document.body).color)).not.toBe('rgb(9, 9, 9)')
    expect(stranger.visits).toEqual([])
    expect(page.url()).not.toContain(stranger.address)
    stranger.server.close()
  })
})
