import { beforeAll, describe, expect, it } from 'vitest'
import { rightsOf } from '../../../shared/staff/rights.ts'
import { bankFile, bookName } from '../../support/bank-file.ts'
import { openTestDesk, withRights, type TestDesk } from '../../support/desk.ts'
import { takeIn, takeInBook } from '../../support/take-in.ts'

describe('whose client it is', () => {
  let test: TestDesk
  const pageOf = async (q: string) => {
    const { rows } = await test.client.search.find({ q })
    return test.client.client.page({ id: rows[0]?.id ?? 0 })
  }

  beforeAll(async () => {
    test = await openTestDesk()
    await takeInBook(test)
    withRights(test, rightsOf(['wealth-manager']))
  })

  it('a client without owner goes to the first who takes him; the second sees why not', async () => {
    const { id, seq, mayTake } = await pageOf('袁艳洋')
    expect(mayTake).toBe(true)
    const me = (await test.client.session.me()).staffId
    test.clock.advance(60_000)
    await test.client.client.setOwner({ id, seq, ownerId: me })
    const page = await test.client.client.page({ id })
    expect(page).toMatchObject({ owner: '周敏', mayTake: false })
    expect(page.timeline[0]).toMatchObject({
      title: 'client.timeline.owner',
      params: { from: '—', to: '周敏' },
    })
    const late = test.client.client.setOwner({ id, seq, ownerId: me })
    await expect(late).rejects.toMatchObject({ data: { code: 'stale' } })
  })

  it('a colleague’s client is not taken, and nobody gives clients away without the right', async () => {
    const { id, seq, mayTake } = await pageOf('丁佳')
    expect(mayTake).toBe(false)
    const me = (await test.client.session.me()).staffId
    await expect(test.client.client.setOwner({ id, seq, ownerId: me })).rejects.toMatchObject({
      data: { rule: 'client.refusal.has-owner' },
    })
    await expect(test.client.client.setOwner({ id, seq, ownerId: null })).rejects.toMatchObject({
      data: { code: 'forbidden' },
    })
  })

  it('a newer book that names another owner waits until the change is accepted', async () => {
    withRights(test, rightsOf(['centre-head', 'wealth-manager']))
    const text = new TextDecoder('gb18030').decode(bankFile(bookName))
    const newer = text
      .split('\r\n')
      .map((row) => (row.startsWith('622848000000') ? row.replace('李理财', '王理财') : row))
      .join('\r\n')
      .replace('2026年11月20日', '2026年11月22日')
    const taken = await takeIn(test, 'client-book', 'client-book.csv', Buffer.from(newer, 'utf8'))
    // The client taken before has no owner in the file: that says nothing against the one she has now.
    expect(taken.counts).toMatchObject({ updated: 1, unchanged: 299 })
    expect(await pageOf('袁艳洋')).toMatchObject({ owner: '周敏', nextOwner: '' })
    const waiting = await pageOf('丁佳')
    expect(waiting).toMatchObject({ owner: '李理财', nextOwner: '王理财' })
    const wang = (await test.client.staff.list()).find(({ name }) => name === '王理财')
    const { id, seq } = waiting
    await test.client.client.setOwner({ id, seq, ownerId: wang?.id ?? 0 })
    expect(await test.client.client.page({ id })).toMatchObject({ owner: '王理财', nextOwner: '' })
  })
})
