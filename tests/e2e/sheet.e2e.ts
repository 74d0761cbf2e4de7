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
