import { beforeAll, describe, expect, it } from 'vitest'
import { makeBook } from '../../support/bank-file.ts'
import { openTestDesk, type TestDesk } from '../../support/desk.ts'
import { takeIn } from '../../support/take-in.ts'

describe('a book in which a hundred people bear one name', () => {
  let test: TestDesk
  const phoneOf = (id: number): string =>
    test.desk.open()?.db.one<{ phone: string }>('SELECT phone FROM client WHERE id = ?', [id])?.phone ?? ''

  beforeAll(async () => {
    test = await openTestDesk()
    const names = [...Array.from({ length: 100 }, () => '张伟'), '张伟民', '张伟国']
    await takeIn(test, 'client-book', 'book.csv', makeBook({ rows: 102, names, seed: 5 }))
  })

  it('lists as many as can be looked through and says that there are more', async () => {
    const { rows, hint } = await test.client.search.find({ q: '张伟' })
    expect(hint).toBe('more')
    expect(rows.length).toBe(60)
    expect(new Set(rows.map(({ id }) => id)).size).toBe(60)
  })

  it('shows first the one who was meant, however many bear the name, then the others to tell him from', async () => {
    const last = 100
    const { rows } = await test.client.search.find({ q: `张伟 ${phoneOf(last)}` })
    expect(rows[0]?.id).toBe(last)
    expect(rows.length).toBeGreaterThan(50)
    expect(rows.every(({ name, namesake }) => name === '张伟' && namesake)).toBe(true)
  })

  it('says nothing of more when everybody is shown', async () => {
    expect(await test.client.search.find({ q: '张伟民' })).toMatchObject({
      hint: 'none',
      rows: [{ name: '张伟民' }],
    })
  })
})
