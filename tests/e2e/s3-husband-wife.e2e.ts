import { writeFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { drawPdf, readPdf } from '../support/pdf.ts'
import { expectAccessible, keepPicture } from './support/look.ts'
import { expect, test } from './support/test.ts'

// Story S3, cut as settled: reach, readers, three statements and their numbers, a consent as a recorded answer.

test.use({ at: '2026-11-25T09:00:00+08:00' })

const openClient = async (page: Page, name: string, tab: string): Promise<void> => {
  await page.getByRole('link', { name: '客户', exact: true }).first().click()
  const list = page.getByRole('table', { name: '客户', exact: true })
  await list.getByRole('row').filter({ hasText: name }).getByRole('button').click()
  await page.getByRole('tab', { name: tab }).click()
}

const chooseReaders = async (page: Page, names: readonly string[]): Promise<void> => {
  const group = page.getByRole('group', { name: '谁会看到' })
  for (const name of names) await group.getByRole('button', { name }).click()
}

const amountOf = (page: Page, row: string) =>
  page.getByRole('table', { name: '资产结构' }).getByRole('row').filter({ hasText: row })

const keepPages = async (bytes: Uint8Array): Promise<void> => {
  if (process.env['ZHIYIN_PICTURES'] !== '1') return
  for (const [index, picture] of (await drawPdf(bytes)).entries())
    writeFileSync(new URL(`../../docs/pictures/statement-${index + 1}.png`, import.meta.url), picture)
}

/** The two pages as they come out of the app's own save, their words without spaces. */
const savedPdf = async (page: Page): Promise<string> => {
  await page.getByRole('button', { name: '打印报告' }).click()
  await expect(page.getByRole('img', { name: /报告预览 1/ })).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '存为PDF' }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^家庭财务报告-BB-2026-\d{6}\.pdf$/)
  const stream = await file.createReadStream()
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(Buffer.from(part as Uint8Array))
  await expect(page.getByText('已存为文件')).toBeVisible()
  await page.getByRole('button', { name: '关闭' }).click()
  const bytes = new Uint8Array(Buffer.concat(parts))
  await keepPages(bytes)
  const pages = await readPdf(bytes)
  expect(pages).toHaveLength(2)
  return pages
    .map(({ text }) => text)
    .join('\n')
    .replaceAll(' ', '')
}

const recordConsent = async (page: Page, name: string, paper: string): Promise<void> => {
  await openClient(page, name, '家庭')
  await page.getByRole('button', { name: '登记同意书' }).click()
  const readers = page.getByRole('group', { name: '同意给谁看' })
  for (const reader of ['陈知远', '沈若溪']) await readers.getByRole('button', { name: reader }).click()
  await page.getByLabel('同意书编号').fill(paper)
  await page.getByRole('button', { name: '登记同意书' }).last().click()
  await expect(page.getByRole('cell', { name: paper })).toBeVisible()
}

const tellOfSecret = async (page: Page): Promise<void> => {
  await openClient(page, '陈知远', '财务')
  await page.getByRole('button', { name: '加一行 资产' }).click()
  await page.getByRole('combobox', { name: '项目' }).click()
  await page.getByRole('option', { name: '其他金融资产' }).click()
  await page.getByLabel('金额（元）').fill('80万')
  await page.getByLabel('在哪里').fill('城东银行')
  await page.getByRole('button', { name: '记下' }).click()
  await expect(page.getByRole('cell', { name: '城东银行' })).toBeVisible()
}

test('S3: what one spouse tells alone is on no paper and no screen of the other', async ({ page }) => {
  await page.getByRole('button', { name: '打开样例账簿' }).click()
  await expect(page.getByRole('navigation', { name: '主菜单' })).toBeVisible()

  await openClient(page, '陈知远', '财务')
  await chooseReaders(page, ['陈知远', '沈若溪'])
  await expect(amountOf(page, '净资产')).toContainText('3,900,000.00')
  await expect(page.getByText('按在场人员可见口径')).toBeVisible()
  await expectAccessible(page)
  await keepPicture(page, 'statement-screen')
  const before = await savedPdf(page)
  for (const words of ['5,700,000.00', '1,800,000.00', '3,900,000.00', '31.58%', '按在场人员可见口径'])
    expect(before).toContain(words)

  await recordConsent(page, '陈知远', 'F40-0001')
  await recordConsent(page, '沈若溪', 'F40-0002')
  await openClient(page, '陈知远', '财务')
  await chooseReaders(page, ['陈知远', '沈若溪'])
  await expect(amountOf(page, '净资产')).toContainText('5,200,000.00')
  const after = await savedPdf(page)
  for (const words of ['7,000,000.00', '5,200,000.00', '25.71%', '39.47%', '7.83个月'])
    expect(after).toContain(words)

  await tellOfSecret(page)
  await chooseReaders(page, ['陈知远'])
  await expect(amountOf(page, '净资产')).toContainText('6,000,000.00')
  const his = await savedPdf(page)
  for (const words of ['7,800,000.00', '6,000,000.00', '23.08%']) expect(his).toContain(words)

  await openClient(page, '沈若溪', '财务')
  await chooseReaders(page, ['沈若溪'])
  await expect(amountOf(page, '净资产')).toContainText('5,200,000.00')
  const hers = await savedPdf(page)
  const shown = `${hers}${await page.content()}`
  for (const trace of ['城东银行', '7,800,000', '6,000,000.00', '23.08%']) expect(shown).not.toContain(trace)
  expect(shown).not.toMatch(/(?<![\d,])800,000\.00/)

  await page.getByRole('link', { name: '报告与表单' }).click()
  const ledger = page.getByRole('table', { name: '打印登记' })
  await expect(ledger.getByRole('row')).toHaveCount(5)
  await expect(ledger.getByRole('cell', { name: '已存为文件' })).toHaveCount(4)
  await expectAccessible(page)
  await keepPicture(page, 'print-ledger')
})
