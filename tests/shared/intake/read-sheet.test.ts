import { describe, expect, it } from 'vitest'
import { readBook, readShelf } from '../../../shared/intake/read-sheet.ts'
import type { ReadSheet, Sheet } from '../../../shared/intake/model.ts'
import type { BookRow } from '../../../shared/intake/book-row.ts'

const heads = ['客户编号', '姓名', '金融资产（万元）', '身份证号', '证件种类', '备用']
const today = '2026-11-23'

const read = (sheet: Sheet, fileName = 'book.csv'): ReadSheet<BookRow> => {
  const result = readBook(sheet, fileName, today)
  if (!result.ok) throw new Error(result.failure.code)
  return result.value
}

describe('a client book of another bank', () => {
  it('is understood by other headings, in 万元, wherever the header stands', () => {
    const book = read([
      ['某行客户清单'],
      [],
      ['日期', '2026/11/20'],
      heads,
      ['1', '王明', '12.5', '', '', 'x'],
    ])
    expect(book).toMatchObject({ headerLine: 4, asOf: '2026-11-20', unknownHeadings: ['备用'] })
    expect(book.taken[0]).toMatchObject({
      line: 5,
      row: { number: '1', amounts: { aum: 12_500_000, loan: 0 } },
    })
  })

  it('names the reason of each row that is not taken', () => {
    const book = read([
      heads,
      ['', '王明', '1', '', '', ''],
      ['2', '', '1', '', '', ''],
      ['3', '李明', '壹万', '', '', ''],
      ['4', '赵明'],
      ['5', '钱明', '1', '990000198506150011', '居民身份证', ''],
    ])
    expect(book.rejected).toEqual([
      { line: 2, number: '', reason: 'no-number' },
      { line: 3, number: '2', reason: 'no-name' },
      { line: 4, number: '3', reason: 'broken-amount' },
      { line: 5, number: '4', reason: 'too-few-cells' },
    ])
    expect(book.taken.map(({ warnings }) => warnings)).toEqual([['id-doubtful']])
  })

  it('takes no level of a day to come, and nobody born tomorrow', () => {
    const book = read([
      ['客户编号', '姓名', '金融资产', '出生日期', '风险等级', '评估日期'],
      ['1', '王明', '1', '1970-01-01', 'C5', '2206-10-12'],
      ['2', '李明', '1', '1970-01-01', 'C5', today],
      ['3', '赵明', '1', '2026-11-24', 'C5', today],
      ['4', '钱明', '1', today, '', ''],
    ])
    expect(book.taken.map(({ row, warnings }) => [row.number, row.level, row.levelDate, warnings])).toEqual([
      ['1', null, null, ['level-in-future']],
      ['2', 5, today, []],
      ['4', null, null, []],
    ])
    expect(book.rejected).toEqual([{ line: 4, number: '3', reason: 'broken-date' }])
  })

  it('does not take total and signature lines for clients', () => {
    const book = read([
      heads,
      ['1', '合计明', '1'],
      ['合计', '1户', '1'],
      ['制表人：张三', '', '复核：'],
      ['', ''],
    ])
    expect(book.taken).toHaveLength(1)
    expect(book.control).toEqual({ sum: 1_000_000, stated: 1_000_000, rows: 1, statedRows: 1 })
  })

  it('has the day from its title, else from its name, else it has to be asked', () => {
    const rows = [heads, ['1', '王明', '1']]
    expect(read(rows, '客户清单20261120.csv').asOf).toBe('2026-11-20')
    expect(read(rows, '客户清单.csv').asOf).toBeNull()
  })

  it('is refused when no header is found or when it is no list at all', () => {
    expect(
      readBook(
        [
          ['a', 'b'],
          ['1', '2'],
        ],
        'x.csv',
        today,
      ),
    ).toMatchObject({ failure: { code: 'refused' } })
    expect(readBook([heads], 'x.csv', today)).toMatchObject({ failure: { code: 'not-found' } })
  })
})

describe('a product shelf', () => {
  it('takes no term, no rate and no end as values', () => {
    const result = readShelf(
      [
        ['产品代码', '产品名称', '产品类别', '风险等级', '利率', '期限(天)', '起购金额(元)', '募集截止日'],
        ['A1', '天天利', '理财', 'R1', '', '无固定期限', '1', ''],
        ['A2', '传家', '信托', 'R3', '', '3650', '10,000,000', '2027-01-01'],
        ['A3', '奇物', '古董', 'R3', '', '1', '1', ''],
      ],
      'shelf.csv',
    )
    if (!result.ok) throw new Error(result.failure.code)
    const { taken, rejected } = result.value
    expect(taken[0]?.row).toMatchObject({
      kind: 'wealth',
      rate: null,
      termDays: null,
      openTo: null,
      minimum: 100,
    })
    expect(taken[1]?.warnings).toEqual(['qualified-investor-not-established'])
    expect(rejected).toEqual([{ line: 4, number: 'A3', reason: 'unknown-kind' }])
  })
})
