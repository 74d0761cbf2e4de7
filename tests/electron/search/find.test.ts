import { beforeAll, describe, expect, it } from 'vitest'
import { openTestDesk, withRights, type TestDesk } from '../../support/desk.ts'
import { takeInBook } from '../../support/take-in.ts'

describe('finding a client in the book', () => {
  let test: TestDesk
  const names = async (q: string): Promise<readonly string[]> =>
    (await test.client.search.find({ q })).rows.map(({ name }) => name)

  beforeAll(async () => {
    test = await openTestDesk()
    await takeInBook(test)
  })

  it('by initials shows the namesakes together with what tells them apart (story S2)', async () => {
    const { rows } = await test.client.search.find({ q: 'sf' })
    expect(rows.map(({ name }) => name).toSorted()).toEqual(['史芳慧', '孙芳', '孙芳'].toSorted())
    const same = rows.filter(({ name }) => name === '孙芳')
    expect(same.every(({ namesake }) => namesake)).toBe(true)
    expect(same.map(({ birthDate }) => birthDate?.slice(0, 4))).toEqual(['1961', '1979'])
    const at = rows.findIndex(({ name }) => name === '孙芳')
    expect(rows[at + 1]?.name).toBe('孙芳')
  })

  it('by name, given name, pinyin, mixed spelling and with dots or blanks inside', async () => {
    for (const q of ['袁艳洋', '艳洋', 'yuanyanyang', 'yuanyy', 'yyy', '袁 艳洋', '袁y'])
      expect(await names(q)).toContain('袁艳洋')
    for (const q of ['次仁旺堆', '次仁·旺堆', '次仁　旺堆', 'cirenwangdui']) {
      const found = await names(q)
      expect(found.length).toBeGreaterThanOrEqual(2)
    }
    expect(await names('程𬭎')).toEqual(['程𬭎'])
  })

  it('by phone, id and client number, from the front or by the tail', async () => {
    for (const q of [
      '13917481794',
      '139174',
      '17481794',
      '1794',
      '990000197406233180',
      '233180',
      '622848001176',
    ])
      expect(await names(q)).toContain('袁艳洋')
    expect(await names('yuan 1794')).toEqual(['袁艳洋'])
    expect(await names('yuan 9999')).toEqual([])
  })

  it('by one letter: people whose name or permit begins with it, not everybody with a phone', async () => {
    const begin = await names('h')
    expect(begin).toEqual(expect.arrayContaining(['孔𬭎']))
    const permits = test.desk
      .open()
      ?.db.all<{ name: string }>("SELECT name FROM client WHERE document_number LIKE 'H%'")
      .map(({ name }) => name)
    const other = begin.filter((name) => !permits?.includes(name))
    expect(
      other.filter((name) => !/[黄胡何韩郝贺侯洪华海浩辉慧红宏鸿花杭欢会航晗涵豪𬭎]/u.test(name)),
    ).toEqual([])
    expect(await names('h138')).toEqual([])
  })

  it('by a passport from its first letters, when the numbers may be seen', async () => {
    const open = test.desk.open()
    const given = open?.db.one<{ name: string; q: string }>(
      "SELECT name, substr(document_number, 1, 5) AS q FROM client WHERE document_number GLOB '[A-Z]*' LIMIT 1",
    )
    if (!given) throw new Error('no passport in the book')
    expect(await names(given.q)).toContain(given.name)
    expect(await names(`${given.name} ${given.q}`)).toEqual([given.name])
  })

  it('shows phones masked and client numbers by their tail only', async () => {
    const { rows } = await test.client.search.find({ q: '袁艳洋' })
    expect(rows[0]).toMatchObject({ phone: '139****1794', numberTail: '1176' })
    expect(JSON.stringify(rows)).not.toContain('13917481794')
  })

  it('takes signs that mean something to a database for what they are', async () => {
    for (const q of ['"', "'; DROP TABLE client; --", 'a OR b', '*', 'NEAR(', '()', '^sf']) await names(q)
    expect((await test.client.search.find({ q: '   ' })).rows).toEqual([])
  })

  it('is refused without the right to read clients', async () => {
    const other = await openTestDesk()
    withRights(other, [])
    await expect(other.client.search.find({ q: 'sf' })).rejects.toMatchObject({ data: { code: 'forbidden' } })
  })
})
