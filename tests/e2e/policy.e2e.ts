import type { Page } from '@playwright/test'
import { expect, test } from './support/test.ts'

// check S04: the content policy as a real browser keeps it, on the built window.

type Broken = { readonly directive: string; readonly blocked: string }

const collect = (page: Page): Promise<void> =>
  page.addInitScript(() => {
    const broken: unknown[] = []
    Object.defineProperty(window, 'broken', { value: broken })
    document.addEventListener('securitypolicyviolation', (event) =>
      broken.push({ directive: event.effectiveDirective, blocked: event.blockedURI }),
    )
  })

const brokenOn = (page: Page): Promise<readonly Broken[]> =>
  page.evaluate(() => [...(window as unknown as { broken: Broken[] }).broken])

test('the first screen breaks no rule of the content policy', async ({ page }) => {
  await collect(page)
  await page.reload()
  await expect(page.getByRole('textbox').first()).toBeVisible()
  expect(await brokenOn(page)).toEqual([])
})

test('whatever slips into the page can neither run, load, send nor frame', async ({ page, complaints }) => {
  await collect(page)
  await page.reload()
  await expect(page.getByRole('textbox').first()).toBeVisible()
  const asked: string[] = []
  page.on('request', (request) => void asked.push(request.url()))
  await page.evaluate(() => {
    const add = (tag: string, attributes: Record<string, string>, text = ''): HTMLElement => {
      const element = document.createElement(tag)
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
      if (tag === 'style') element.textContent = text
      document.body.append(element)
      return element
    }
    const attempt = (work: () => unknown): void => {
      try {
        work()
      } catch {
        // A refusal that throws is as good as one that is reported.
      }
    }
    attempt(() => {
      const script = document.createElement('script')
      script.append('window.ran = true')
      document.body.append(script)
    })
    attempt(() => eval('window.ran = true'))
    attempt(() => new Function('window.ran = true')())
    attempt(() => (document.body.innerHTML += '<b onclick="window.ran = true">x</b>'))
    attempt(() => add('img', { src: 'https://bank.example/pixel.png' }))
    attempt(() => add('img', { src: '/none.png', onerror: 'window.ran = true' }))
    attempt(() => add('iframe', { src: 'https://bank.example/' }))
    attempt(() => add('base', { href: 'https://bank.example/' }))
    attempt(() => add('link', { rel: 'stylesheet', href: 'https://bank.example/a.css' }))
    attempt(() => add('style', {}, 'body { color: rgb(9, 9, 9) }'))
    attempt(() => add('div', { style: 'color: rgb(9, 9, 9)' }))
    attempt(() => add('object', { data: 'https://bank.example/a.swf' }))
    attempt(() => void fetch('https://bank.example/?client=1').catch(() => undefined))
    attempt(() => new Worker('data:text/javascript,postMessage(1)'))
    attempt(() =>
      (add('form', { action: 'https://bank.example/', method: 'post' }) as HTMLFormElement).submit(),
    )
  })
  // Scripts, handlers and plugin addresses already fail at Trusted Types, before a source is looked at.
  await expect
    .poll(async () => [...new Set((await brokenOn(page)).map(({ directive }) => directive))].toSorted())
    .toEqual(
      expect.arrayContaining([
        'base-uri',
        'connect-src',
        'form-action',
        'frame-src',
        'img-src',
        'require-trusted-types-for',
        'style-src-attr',
        'style-src-elem',
      ]),
    )
  expect(await page.evaluate(() => 'ran' in window)).toBe(false)
  expect(await page.evaluate(() => getComputedStyle(document.body).color)).not.toBe('rgb(9, 9, 9)')
  expect(asked.filter((url) => url.includes('bank.example'))).toEqual([])
  expect(page.url()).toContain('127.0.0.1')
  // Each refused attempt is also a console error; here they are the proof, not a complaint.
  await page.close()
  complaints.length = 0
})
