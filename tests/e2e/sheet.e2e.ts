import { mkdtempSync, readdirSync, rmSync, watch } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readPdf } from '../support/pdf.ts'
import { deskOf } from './support/desk-of.ts'
import { expect, test } from './support/test.ts'
import type { Page } from '@playwright/test'

// The statement on its way out of the product: desk, print route with the real policy, headless browser, file.

test.use({ at: '2026-11-25T09:00:00+08:00' })

/** The sample book's Mr 陈, and himself as the only reader. */
const openChen = async (page: Page) => {
  const desk = await deskOf(page)
  await desk.session.openSample()
  const { rows } = await desk.client.list({})
  const clientId = rows.find(({ name }) => name === '陈知远')?.id ?? 0
  const household = await desk.household.get({ clientId })
  return { desk, clientId, readers: [household?.selfId ?? 0] }
}

/** A file of the host as the page itself gets it. */
const fetchFile = async (page: Page, path: string) => {
  const answer = await page.context().request.get(new URL(path, page.url()).href)
  return { status: answer.status(), headers: answer.headers(), bytes: await answer.body() }
}

test('a saved statement is a PDF whose name carries no client and whose words can be read back', async ({
  page,
}) => {
  const { desk, clientId, readers } = await openChen(page)
  const { job, printout } = await desk.printout.start({
    clientId,
    readers,
    way: 'save',
    glyphsAccepted: false,
  })
  const file = await fetchFile(page, `/host/pdf/${job}`)
  expect(file.status).toBe(200)
  expect(decodeURIComponent(file.headers['content-disposition'] ?? '')).toContain(
    `家庭财务报告-${printout.number}.pdf`,
  )
  const pages = await readPdf(new Uint8Array(file.bytes))
  expect(pages.length).toBe(2)
  const text = pages.map((sheet) => sheet.text).join('')
  for (const words of ['家庭财务报告', '陈知远', printout.number]) expect(text).toContain(words)
})

test('the sheet in the browser, from which paper is printed, keeps the content policy', async ({ page }) => {
  const { desk, clientId, readers } = await openChen(page)
  const { job } = await desk.printout.start({ clientId, readers, way: 'paper', glyphsAccepted: false })
  await page.goto(new URL(`/print/${job}`, page.url()).href)
  await expect(page.getByText('家庭财务报告').first()).toBeVisible()
  await page.evaluate('document.fonts.ready.then(() => undefined)')
  const fonts = await page.evaluate(
    () => [...document.fonts].filter(({ status }) => status === 'loaded').length,
  )
  expect(fonts).toBeGreaterThan(0)
  // What the policy refused would stand in the console, and the test ends only with an empty one.
})

type Frame = { readonly top: number; readonly height: number; readonly ink: number | null }

/** Every frame the screen shows from now on: where the first sheet stands, and how much of it can be seen. */
const watchSheet = (page: Page) =>
  page.evaluateHandle(() => {
    const frames: Frame[] = []
    const inkOf = (canvas: HTMLCanvasElement): number => {
      const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
      let dark = 0
      for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 128) dark += 1
      return dark
    }
    const look = (): void => {
      const canvas = document.querySelector<HTMLCanvasElement>('canvas[role="img"]')
      const waiting = document.querySelector('[role="dialog"] [role="status"]')
      const place = (canvas ?? waiting)?.parentElement
      if (place) {
        const { top, height } = place.getBoundingClientRect()
        const isSeen = canvas?.checkVisibility({ visibilityProperty: true }) === true
        frames.push({ top, height, ink: canvas && isSeen ? inkOf(canvas) : null })
      }
      requestAnimationFrame(look)
    }
    look()
    return frames
  })

test('a preview keeps the place of its sheet, and a page is seen only when all of it is drawn', async ({
  page,
}) => {
  const { clientId } = await openChen(page)
  await page.reload()
  await page.goto(new URL(`/#/client/${clientId}/money`, page.url()).href)
  const frames = await watchSheet(page)
  await page.getByRole('button', { name: '打印报告' }).click()
  const dialog = page.getByRole('dialog', { name: '家庭财务报告预览' })
  await expect(dialog.getByRole('img', { name: /预览 2$/ })).toBeVisible({ timeout: 20_000 })
  await expect(dialog.getByRole('img', { name: /预览 1$/ })).toBeVisible()
  await page.waitForTimeout(300)
  const shown = await frames.jsonValue()
  const last = shown.at(-1)
  expect(last?.ink).toBeGreaterThan(1_000)
  const inks = new Set(shown.flatMap(({ ink }) => (ink === null ? [] : [ink])))
  expect([...inks]).toEqual([last?.ink])
  expect(shown.some(({ ink }) => ink === null)).toBe(true)
  for (const { top, height } of shown) {
    expect(Math.abs(top - (last?.top ?? 0))).toBeLessThanOrEqual(1)
    expect(Math.abs(height - (last?.height ?? 0))).toBeLessThanOrEqual(1)
  }
})

test('a sheet is shut with the desk', async ({ page }) => {
  const { desk, clientId, readers } = await openChen(page)
  const { job } = await desk.printout.prepare({ clientId, readers })
  expect((await fetchFile(page, `/print/${job}`)).status).toBe(200)
  await desk.session.lock()
  for (const path of [`/print/${job}`, `/host/pdf/${job}`]) {
    const { status, bytes } = await fetchFile(page, path)
    // 503 while the old desk is on its way out, 423 before the new one is unlocked: shut either way.
    expect([423, 503]).toContain(status)
    expect(bytes.toString()).not.toContain('陈知远')
  }
})

test('making a PDF leaves no file behind', async ({ page }) => {
  const temp = mkdtempSync(join(tmpdir(), 'sheet-'))
  const before = process.env['TMPDIR']
  // The printer's browser keeps what it must in the temp folder; here in one that can be searched.
  process.env['TMPDIR'] = temp
  const seen: (string | null)[] = []
  const watcher = watch(temp, (_kind, name) => void seen.push(name))
  try {
    const { desk, clientId, readers } = await openChen(page)
    const { job } = await desk.printout.start({ clientId, readers, way: 'save', glyphsAccepted: false })
    expect((await fetchFile(page, `/host/pdf/${job}`)).status).toBe(200)
    expect(seen.length).toBeGreaterThan(0)
    expect(readdirSync(temp, { recursive: true })).toEqual([])
  } finally {
    watcher.close()
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
    rmSync(temp, { recursive: true, force: true })
  }
})
