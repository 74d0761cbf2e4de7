import { beforeAll, describe, expect, it } from 'vitest'
import { openTestDesk, withRights, type TestDesk } from '../../support/desk.ts'
import { takeInBook } from '../../support/take-in.ts'

describe("a client's page", () => {
  let test: TestDesk
  let id = 0

  beforeAll(async () => {
    test = await openTestDesk()
    await takeInBook(test)
    id = (await test.client.search.find({ q: '袁艳洋' })).rows[0]?.id ?? 0
  })

  const lastAudit = () =>
    test.desk.open()?.db.one('SELECT action, object, detail FROM audit ORDER BY seq DESC LIMIT 1')

  it('shows who it is, with the numbers masked', async () => {
    const page = await test.client.client.page({ id })
    expect(page).toMatchObject({
      name: '袁艳洋',
      sex: 'female',
      birthDate: '1974-06-23',
      age: 52,
      documentNumber: '990***********3180',
      phone: '139****1794',
      owner: '',
      type: 'quality',
      typeConfirmed: false,
      rating: { level: 4, date: '2025-09-11', standing: 'expired' },
    })
    expect(page.position).toMatchObject({ asOf: '2026-11-20', aum: 66072109, demand: 13146090, loan: 0 })
  })

  it('opens one number for a reason, and the audit line is there before the number', async () => {
    const given = await test.client.client.reveal({ id, field: 'phone', reason: 'contact-client' })
    expect(given.value).toBe('13917481794')
    expect(lastAudit()).toMatchObject({ action: 'client.revealed', object: `client:${id}` })
    expect(JSON.stringify(lastAudit())).not.toContain('13917481794')
    const other = test.client.client.reveal({ id, field: 'documentNumber', reason: 'other' })
    await expect(other).rejects.toMatchObject({ data: { rule: 'client.refusal.reason-words' } })
  })

  it('keeps exactly one of four types, with its history (ID-01)', async () => {
    const { seq } = await test.client.client.page({ id })
    test.clock.advance(60_000)
    const reason = '主办银行在他行，潜力大'
    await test.client.client.setType({ id, seq, type: 'to-win', reason })
    const page = await test.client.client.page({ id })
    expect(page).toMatchObject({ type: 'to-win', typeConfirmed: true })
    expect(page.types.map(({ type, confirmed }) => [type, confirmed])).toEqual([
      ['to-win', true],
      ['quality', false],
    ])
    expect(page.timeline[0]).toMatchObject({ title: 'client.timeline.type', note: reason })
    const late = test.client.client.setType({ id, seq, type: 'ordinary', reason })
    await expect(late).rejects.toMatchObject({ data: { code: 'stale' } })
  })

  it('of a client with a namesake shows the other one with the difference', async () => {
    const [one] = (await test.client.search.find({ q: '孙芳' })).rows
    const page = await test.client.client.page({ id: one?.id ?? 0 })
    expect(page.namesakes).toHaveLength(1)
    expect(page.namesakes[0]?.birthDate).not.toBe(page.birthDate)
  })

  it('does not exist for a number that was never given', async () => {
    await expect(test.client.client.page({ id: 4_000_000 })).rejects.toMatchObject({
      data: { code: 'not-found' },
    })
  })
})

describe('the list of clients', () => {
  let test: TestDesk

  beforeAll(async () => {
    test = await openTestDesk()
    await takeInBook(test)
  })

  it('goes down by assets, page by page, and shows everybody once', async () => {
    const seen: { id: number; aum: number }[] = []
    let after: { aum: number; id: number } | null = null
    do {
      const page: Awaited<ReturnType<TestDesk['client']['client']['list']>> = await test.client.client.list({
        after,
      })
      expect(page.rows.length).toBeLessThanOrEqual(50)
      seen.push(...page.rows)
      after = page.next
    } while (after !== null)
    expect(new Set(seen.map(({ id }) => id)).size).toBe(300)
    expect(seen.map(({ aum }) => aum)).toEqual(seen.map(({ aum }) => aum).toSorted((a, b) => b - a))
  })

  it('is cut by owner and type', async () => {
    const { owners } = await test.client.client.counts()
    const li = owners.find(({ owner }) => owner === '李理财')
    const rows = await test.client.client.list({ owner: li?.ownerId ?? 0 })
    expect(rows.rows.every(({ owner }) => owner === '李理财')).toBe(true)
    const nobody = await test.client.client.list({ owner: 'none', type: 'quality' })
    expect(nobody.rows).toHaveLength(50)
    expect((await test.client.client.list({ owner: 'none', type: 'potential' })).rows).toEqual([])
  })

  it('walks an index and never sorts', () => {
    const plan = test.desk.open()?.db.all<{ detail: string }>(
      `EXPLAIN QUERY PLAN SELECT c.id FROM client AS c
       WHERE c.owner_id IS 1 AND c.type = 'quality' AND (c.aum, c.id) < (5, 5)
       ORDER BY c.aum DESC, c.id DESC LIMIT 51`,
    )
    const text = JSON.stringify(plan)
    expect(text).toContain('client_by_owner_type')
    expect(text).not.toContain('TEMP B-TREE')
  })

  it('is for people with the right to read clients', async () => {
    withRights(test, ['settings.edit'])
    await expect(test.client.client.list({})).rejects.toMatchObject({ data: { code: 'forbidden' } })
    await expect(
      test.client.client.reveal({ id: 1, field: 'phone', reason: 'fill-form' }),
    ).rejects.toMatchObject({ data: { code: 'forbidden' } })
  })
})
