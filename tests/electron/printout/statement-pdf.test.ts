import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { StatementFrame } from '../../../shared/printout/model.ts'
import { buildStatement } from '../../../shared/statement/model.ts'
import { statementHtml } from '../../../shared/statement/page.ts'
import { openPress, type Press } from '../../support/paper.ts'
import { drawPdf, readPdf } from '../../support/pdf.ts'
import { signingRooms } from '../../support/signing-rooms.ts'
import { he, members, parts, she, told, toldFigures, widenedBank } from '../../shared/statement/h1.ts'

let press: Press

beforeAll(async () => {
  press = await openPress()
})

afterAll(() => press.close())

const frame: StatementFrame = {
  bank: '禾川银行',
  branch: '云湖路支行',
  maker: '许静言',
  printedAt: '2026年11月25日 09:40',
  record: { number: 'BB-2026-000017', copy: 2, again: 0, duplicate: false, head: '7f3a91c2' },
  sample: false,
  sheets: ['client'],
}

const print = (
  figures: Parameters<typeof parts>[0],
  readers: readonly number[],
  more: Partial<StatementFrame> = {},
) => press.pdf(statementHtml(buildStatement(parts(figures, readers)), { ...frame, ...more }))

const squeezed = (text: string): string => text.replaceAll(' ', '')
const everything = [...toldFigures, ...widenedBank]

describe('the statement as a PDF', () => {
  test('has two pages, its numbers, note, signature line and footer', async () => {
    const pages = await readPdf(await print(everything, [he, she]))
    expect(pages).toHaveLength(2)
    const [first, second] = pages.map((page) => squeezed(page.text))
    for (const words of [
      '家庭财务报告',
      '客户自述信息整理',
      '按在场人员可见口径',
      '客户联',
      '人民币叁拾万元整',
      '39.47%',
    ])
      expect(first).toContain(words)
    for (const words of [
      '7,000,000.00',
      '人民币伍佰贰拾万元整',
      '25.71%',
      '7.83个月',
      '不作为资产、收入或存款证明，不构成收益承诺。',
    ])
      expect(second).toContain(words)
    expect(second).toContain('本人确认以上信息由本人提供')
    for (const [index, text] of [first, second].entries()) {
      expect(text).toContain(`第${index + 1}页，共2页`)
      expect(text).toContain('第2份')
      expect(text).toContain('编号BB-2026-000017')
      expect(text).toContain('7F3A91C2')
      expect(text).not.toContain('预览')
    }
  })

  test('has room for three names and dates written by hand', async () => {
    const pages = await readPdf(await print(everything, [he, she]))
    const rooms = signingRooms(pages, ['客户签名', '理财经理', '复核'])
    expect(rooms).toHaveLength(3)
    for (const { name, date } of rooms) {
      expect(name).toBeGreaterThan(35)
      expect(date).toBeGreaterThan(23)
    }
  })

  test('carries its fonts inside, as outlines', async () => {
    const bytes = Buffer.from(await print(everything, [he, she])).toString('latin1')
    expect(bytes).toMatch(/\/FontFile2|\/FontFile3/)
    expect(bytes).not.toMatch(/\/Subtype\s*\/Type3/)
  })

  test('both labelled copies come under one number', async () => {
    const pages = await readPdf(await print(everything, [he, she], { sheets: ['client', 'bank'] }))
    expect(pages).toHaveLength(4)
    expect(pages.map((page) => (squeezed(page.text).includes('银行留存联') ? 'bank' : 'client'))).toEqual([
      'client',
      'client',
      'bank',
      'bank',
    ])
    for (const page of pages) expect(squeezed(page.text)).toContain('编号BB-2026-000017')
  })

  test('a preview says 预览 on every page and has no number', async () => {
    const pages = await readPdf(await print(everything, [he], { record: null }))
    for (const page of pages) {
      expect(page.text).toContain('预览')
      expect(page.text).not.toContain('编号')
    }
  })

  test('amounts of a trillion are never broken or cut', async () => {
    const trillion = 1_000_000_000_000
    const figures = [
      told('salary', he, trillion),
      told('living', null, trillion / 12, { period: 'month' }),
      told('home', null, trillion),
      told('home-loan', null, trillion),
    ].map((figure) => ({ ...figure, amount: Math.round(figure.amount) }))
    const pages = await readPdf(await print(figures, [he, she]))
    const amounts = pages.flatMap((page) =>
      page.parts.filter((part) => part.text.includes('1,000,000,000,000.00')),
    )
    expect(amounts.length).toBeGreaterThanOrEqual(6)
    for (const part of amounts) {
      expect(part.x).toBeGreaterThan(50)
      expect(part.x + part.width).toBeLessThanOrEqual(595 - 42)
    }
  })

  test('a Latin name of 60 letters is printed whole and moves nothing off the page', async () => {
    const name = 'Maximiliana Konstantinopolitana Aleksandrovna von Habsburg-X'
    expect(name).toHaveLength(60)
    const content = buildStatement({
      ...parts(everything, [he, she]),
      members: members.map((member) => (member.id === he ? { ...member, name } : member)),
    })
    const client = { ...content.client, name }
    const pages = await readPdf(await press.pdf(statementHtml({ ...content, client }, frame)))
    expect(pages).toHaveLength(2)
    for (const page of pages) expect(squeezed(page.text)).toContain(squeezed(name))
    const words = pages.flatMap((page) => page.parts).filter((part) => part.text.trim() !== '')
    for (const { x, width } of words) expect(x + width).toBeLessThanOrEqual(595 - 42)
  })

  test('FT-13: his secret changed from 800,000 to 900,000 changes no picture of her paper', async () => {
    const secret = (yuan: number) => told('other-financial', he, yuan, { reach: { kind: 'own' } })
    const [eight, nine] = [
      await print([...everything, secret(800_000)], [she]),
      await print([...everything, secret(900_000)], [she]),
    ]
    expect(await readPdf(nine)).toEqual(await readPdf(eight))
    const [before, after] = [await drawPdf(eight), await drawPdf(nine)]
    expect(after.map((picture) => picture.toString('base64'))).toEqual(
      before.map((picture) => picture.toString('base64')),
    )
  })
})
