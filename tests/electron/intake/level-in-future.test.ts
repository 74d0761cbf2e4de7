import { describe, expect, it } from 'vitest'
import { openTestDesk } from '../../support/desk.ts'
import { preview, takeIn } from '../../support/take-in.ts'

const book = (level: string, levelDate: string): Buffer =>
  Buffer.from(
    `客户号,姓名,金融资产,出生日期,风险等级,评估日期\n622848009901,王明样,100.00,1970-01-01,${level},${levelDate}\n`,
  )

describe('an assessment dated in the future', () => {
  it('does not outlive the slips of the bank: the level held stays, and the preview says so', async () => {
    const test = await openTestDesk()
    await takeIn(test, 'client-book', 'a.csv', book('C2', '2026-11-20'), '2026-11-20')
    const wrong = book('C5', '2206-10-12')
    const seen = await preview(test, 'client-book', 'b.csv', wrong)
    const { lines } = await test.client.intake.lines({ previewId: seen.previewId, filter: 'warned' })
    expect(lines.map(({ verdict, warnings }) => [verdict, warnings])).toEqual([
      ['unchanged', ['level-in-future']],
    ])
    await takeIn(test, 'client-book', 'b.csv', wrong, '2026-11-21')
    const id = (await test.client.search.find({ q: '王明样' })).rows[0]?.id ?? 0
    const { rating } = await test.client.client.page({ id })
    expect(rating).toEqual({ level: 2, date: '2026-11-20', standing: 'valid' })
    await takeIn(test, 'client-book', 'c.csv', book('C3', '2026-11-22'), '2026-11-22')
    expect((await test.client.client.page({ id })).rating).toMatchObject({ level: 3, date: '2026-11-22' })
  })
})
