import { beforeAll, describe, expect, it } from 'vitest'
import type { IntakePreview } from '../../../shared/intake/contract.ts'
import { bankFile, bookName, expectedNumbers } from '../../support/bank-file.ts'
import { openTestDesk, type TestDesk } from '../../support/desk.ts'
import { ownersFor, preview, takeIn, takeInBook } from '../../support/take-in.ts'

const fen = (yuan: number): number => Math.round(yuan * 100)

describe('the client book of the first morning', () => {
  let test: TestDesk
  let seen: IntakePreview

  beforeAll(async () => {
    test = await openTestDesk()
    seen = await preview(test, 'client-book', bookName, bankFile(bookName))
  })

  it('is understood before anything is written (decisions 10)', async () => {
    expect(seen).toMatchObject({ encoding: 'gb18030', headerLine: 3, asOf: '2026-11-20', newest: null })
    expect(seen.rows).toBe(expectedNumbers.rows)
    expect(seen.mapping).toHaveLength(21)
    expect(seen.counts).toEqual({
      new: expectedNumbers.distinctClients,
      updated: 0,
      unchanged: 0,
      repeated: expectedNumbers.repeatedRows,
      rejected: 0,
      sealed: 0,
      warned: expectedNumbers.badIdChecksums,
      missing: 0,
    })
    expect(seen.control).toEqual({
      sum: fen(expectedNumbers.fileTotalAum),
      stated: fen(expectedNumbers.fileTotalAum),
      statedRows: 303,
      booked: fen(expectedNumbers.bookedAum),
    })
    expect(await test.client.client.counts()).toMatchObject({ clients: 0, owners: [] })
  })

  it('shows which rows repeat, and that one of them brings another phone', async () => {
    const { lines, total } = await test.client.intake.lines({ previewId: seen.previewId, filter: 'repeated' })
    expect(total).toBe(3)
    const named = lines.map(({ name, by, differences }) => [name, by, differences])
    expect(named).toEqual([
      ['杨*', 306, []],
      ['田*俊', 304, []],
      ['袁*洋', 305, ['phone']],
    ])
    const warned = await test.client.intake.lines({ previewId: seen.previewId, filter: 'warned' })
    expect(warned.total).toBe(6)
    expect(warned.lines.every(({ warnings }) => warnings[0] === 'id-doubtful')).toBe(true)
  })

  it('comes in with its owners, and each has the clients and sums of story S1', async () => {
    const result = await takeInBook(test)
    expect(result).toMatchObject({ asOf: '2026-11-20', written: 300, booked: 86976161440 })
    expect(result.counts).toEqual(seen.counts)
    const { owners, clients, aum } = await test.client.client.counts()
    expect([clients, aum]).toEqual([300, 86976161440])
    expect(owners.map(({ owner, clients: many, aum: sum }) => [owner, many, sum])).toEqual([
      ['李理财', 75, 23898971598],
      ['王理财', 74, 19423094600],
      ['赵理财', 73, 18332395343],
      ['', 78, 25321699899],
    ])
  })

  it('keeps the last of a repeated pair, with the phone of that row', async () => {
    const open = test.desk.open()
    const row = open?.db.one<{ phone: string }>("SELECT phone FROM client WHERE number = '622848001176'")
    expect(row?.phone).toBe('13917481794')
  })

  it('a second time writes nothing but its audit line', async () => {
    const db = test.desk.open()?.db
    if (!db) throw new Error('locked')
    const tables = db
      .all<{ name: string }>(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
      )
      .map(({ name }) => name)
      .filter((name) => name !== 'audit')
    // Test code may build SQL; the product never does.
    const picture = (): string =>
      JSON.stringify(tables.map((name) => [name, db.all(`SELECT * FROM "${name}"`)]))
    const lines = (): number => db.one<{ n: number }>('SELECT count(*) AS n FROM audit')?.n ?? 0
    const before = { picture: picture(), lines: lines() }
    const result = await takeInBook(test)
    expect(result).toMatchObject({
      written: 0,
      counts: { new: 0, updated: 0, unchanged: 300, repeated: 3, warned: 6 },
    })
    expect(picture()).toBe(before.picture)
    expect(lines()).toBe(before.lines + 1)
  })

  it('of an older day is refused as older, and the reason names both days', async () => {
    const older = await preview(test, 'client-book', bookName, bankFile(bookName))
    const call = test.client.intake.apply({
      previewId: older.previewId,
      asOf: '2026-10-31',
      owners: ownersFor(older),
    })
    await expect(call).rejects.toMatchObject({
      data: { rule: 'intake.refusal.older', params: { asOf: '2026-10-31', newest: '2026-11-20' } },
    })
  })

  it('needs a word for every owner it names', async () => {
    const again = await preview(test, 'client-book', bookName, bankFile(bookName))
    const call = test.client.intake.apply({ previewId: again.previewId, asOf: '2026-11-20', owners: [] })
    await expect(call).rejects.toMatchObject({ data: { rule: 'intake.refusal.owner-open' } })
  })

  it('of a newer day changes what changed, keeps what was said here and tells who is missing', async () => {
    test.clock.advance(60_000)
    const text = bankFile(bookName)
    const rows = new TextDecoder('gb18030').decode(text).split('\r\n')
    const newer = rows
      .filter((row) => !row.startsWith('622848000007'))
      .map((row) => row.replace('2026年11月20日', '2026年11月23日').replace('13343711768', '13343710000'))
    const result = await takeIn(
      test,
      'client-book',
      'client-book.csv',
      Buffer.from(newer.join('\r\n'), 'utf8'),
    )
    expect(result.counts).toMatchObject({ new: 0, updated: 1, unchanged: 298, missing: 1 })
    const found = await test.client.search.find({ q: '13343710000' })
    expect(found.rows.map(({ name }) => name)).toEqual(['丁佳'])
    const page = await test.client.client.page({ id: found.rows[0]?.id ?? 0 })
    expect(page.timeline[0]).toMatchObject({ title: 'client.timeline.book', words: ['client.field.phone'] })
    const gone = await test.client.search.find({ q: '毛杰嘉' })
    const { position } = await test.client.client.page({ id: gone.rows[0]?.id ?? 0 })
    expect(position?.asOf).toBe('2026-11-20')
    expect(await test.client.client.counts()).toMatchObject({ clients: 300, asOf: '2026-11-23' })
  })
})
