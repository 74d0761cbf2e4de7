import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formHtml } from '../../../shared/printout/form-page.ts'
import type { FormContent } from '../../../shared/printout/form.ts'
import type { PrintFrame } from '../../../shared/printout/model.ts'
import { openPress, type Press } from '../../support/paper.ts'
import { signingRooms } from '../../support/signing-rooms.ts'
import { openPdf, readPdf } from '../../support/pdf.ts'

let press: Press

beforeAll(async () => {
  press = await openPress()
})

afterAll(() => press.close())

const frame: PrintFrame = {
  bank: '禾川银行',
  branch: '云湖路支行',
  maker: '冯岚',
  printedAt: '2026年11月25日 18:40',
  record: { number: 'BB-2026-000018', copy: 1, again: 0, duplicate: false, head: '7f3a91c2' },
  sample: false,
}

const form = (rows: number, more: Partial<FormContent> = {}): FormContent => ({
  title: '档案管理登记',
  code: 'F29',
  class: 'internal',
  wide: true,
  asOf: '2026-11-25',
  subtitle: '2026年11月25日',
  facts: [{ label: '档案管理员', value: '冯岚' }],
  columns: [
    { head: '档案号', kind: 'short' },
    { head: '客户', kind: 'text' },
    { head: '事由', kind: 'text' },
    { head: '序', kind: 'number' },
  ],
  rows: Array.from({ length: rows }, (_, at) => ({
    cells: [`云湖-2026-${String(at + 1).padStart(4, '0')}`, '陈知远', '会面后入柜', String(at + 1)],
  })),
  empty: '没有记录。',
  blanks: 0,
  notes: ['本表由系统登记生成。'],
  signatures: ['档案管理员', '复核'],
  ...more,
})

const squeezed = (text: string): string => text.replaceAll(' ', '')
const print = (content: FormContent, more: Partial<PrintFrame> = {}) =>
  press.pdf(formHtml(content, { ...frame, ...more }))

const sizeOf = async (bytes: Uint8Array): Promise<readonly number[]> => {
  const document = await openPdf(bytes)
  const { width, height } = (await document.getPage(1)).getViewport({ scale: 1 })
  await document.loadingTask.destroy()
  return [Math.round(width), Math.round(height)]
}

describe('an internal form as a PDF', () => {
  test('repeats its head, counts its pages and says on each that it must not leave the bank', async () => {
    const bytes = await print(form(60))
    const pages = (await readPdf(bytes)).map((page) => squeezed(page.text))
    expect(pages.length).toBeGreaterThan(2)
    for (const [index, text] of pages.entries()) {
      expect(text).toContain('内部资料严禁外传')
      expect(text).toContain('档案号')
      expect(text).toContain(`第${index + 1}页，共${pages.length}页`)
      expect(text).toContain('编号BB-2026-000018')
      expect(text).toContain('7F3A91C2')
    }
    for (let at = 1; at <= 60; at += 1)
      expect(pages.join('')).toContain(`云湖-2026-${String(at).padStart(4, '0')}`)
    expect(await sizeOf(bytes)).toEqual([842, 595])
  })

  test('stands upright when it is narrow, and an empty one says so', async () => {
    const bytes = await print(form(0, { wide: false }))
    expect(await sizeOf(bytes)).toEqual([595, 842])
    const [page] = await readPdf(bytes)
    expect(page?.text).toContain('没有记录。')
    expect(page?.text).toContain('内部资料')
  })

  test('signature lines are never alone on a page, however many rows come before', async () => {
    for (const rows of [17, 18, 19, 20, 21, 22]) {
      const last = (await readPdf(await print(form(rows)))).at(-1)
      const text = squeezed(last?.text ?? '')
      expect(text, `${rows} rows`).toContain('档案管理员')
      expect(text, `${rows} rows`).toContain(`云湖-2026-${String(rows).padStart(4, '0')}`)
    }
  })

  test.each([
    ['upright, one', { wide: false, signatures: ['理财中心负责人'] }],
    ['upright, two', { wide: false, signatures: ['封存经办', '负责人'] }],
    ['upright, three', { wide: false, signatures: ['交柜人', '接收人', '复核'] }],
    ['wide, two', { wide: true }],
  ])('each who signs has room for a name and a date written by hand (%s)', async (_shape, more) => {
    const content = form(4, more)
    const rooms = signingRooms(await readPdf(await print(content)), content.signatures)
    expect(rooms).toHaveLength(content.signatures.length)
    for (const { name, date } of rooms) {
      expect(name).toBeGreaterThan(35)
      expect(date).toBeGreaterThan(23)
    }
  })

  test('a form for clients or for the wall does not say 内部资料', async () => {
    for (const kind of ['client', 'posted'] as const) {
      const [page] = await readPdf(await print(form(1, { class: kind })))
      expect(page?.text).not.toContain('内部资料')
    }
  })

  test('what somebody typed is text on paper, never markup', async () => {
    const hostile = '<img src=x onerror=alert(1)>'
    const [page] = await readPdf(await print(form(0, { rows: [{ cells: ['1', hostile, '', ''] }] })))
    expect(squeezed(page?.text ?? '')).toContain(squeezed(hostile))
  })
})
