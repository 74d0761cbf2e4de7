import { beforeAll, describe, expect, it } from 'vitest'
import { bankFile, bookName } from '../../support/bank-file.ts'
import { addBranch } from '../../support/seats.ts'
import { failureFrom, openTestDesk, type TestDesk } from '../../support/desk.ts'
import { addClient, dbOf } from '../../support/meeting.ts'
import { jobEnd, ownersFor, preview } from '../../support/take-in.ts'

describe('a keeper, or somebody who left, becomes the owner of no client (practice §9)', () => {
  let test: TestDesk
  let keeper: number
  let gone: number
  beforeAll(async () => {
    test = await openTestDesk({ at: '2026-11-25T10:00:00+08:00' })
    keeper = addBranch(test).feng.id
    const left = await test.client.staff.add({ name: '赵理财', post: '' })
    gone = left.id
    await test.client.staff.change({ ...left, active: false })
  })

  it('not by the head of the centre, who is told why and can choose a colleague without login', async () => {
    const clientId = addClient(test, '郝欣')
    const give = async (ownerId: number) => {
      const { seq } = await test.client.client.page({ id: clientId })
      return test.client.client.setOwner({ id: clientId, seq, ownerId })
    }
    expect(await failureFrom(give(keeper))).toMatchObject({ rule: 'client.refusal.owner-keeper' })
    expect(await failureFrom(give(gone))).toMatchObject({ rule: 'client.refusal.owner-left' })
    expect(await failureFrom(give(999))).toEqual({ code: 'not-found', what: 'staff' })
    const teller = await test.client.staff.add({ name: '钱若', post: '柜员' })
    await give(teller.id)
    expect(await test.client.client.page({ id: clientId })).toMatchObject({ owner: '钱若' })
  })

  it('not by a client book, chosen now or remembered from an earlier book', async () => {
    const seen = await preview(test, 'client-book', 'client-book.csv', bankFile(bookName))
    const owners = ownersFor(seen)
    const [first] = owners
    if (!first) throw new Error('the book names owners')
    const apply = async (staffId: number) => {
      const chosen = owners.map((each) => (each === first ? { ...each, staffId } : each))
      const { jobId } = await test.client.intake.apply({
        previewId: seen.previewId,
        asOf: seen.asOf ?? '2026-11-20',
        owners: chosen,
      })
      return jobEnd(test, jobId)
    }
    expect(await apply(keeper)).toMatchObject({ failure: { rule: 'client.refusal.owner-keeper' } })
    expect(await apply(gone)).toMatchObject({ failure: { rule: 'client.refusal.owner-left' } })
    expect(await test.client.client.counts()).toMatchObject({ clients: 1 })

    const teller = await test.client.staff.add({ name: '孙梅', post: '' })
    expect(await apply(teller.id)).toMatchObject({ state: 'done' })
    const proposed = async () =>
      (await preview(test, 'client-book', 'again.csv', bankFile(bookName))).owners.find(
        ({ name }) => name === first.name,
      )?.staffId
    expect(await proposed()).toBe(teller.id)
    // With these clients in his hands he can't leave, login or not (practice §14).
    const leave = () => test.client.staff.change({ ...teller, active: false })
    expect(await failureFrom(leave())).toMatchObject({
      rule: 'still-in-hands',
      reasons: ['still-clients'],
      params: { clients: seen.owners.find(({ name }) => name === first.name)?.clients },
    })
    expect((await test.client.staff.list()).find(({ id }) => id === teller.id)?.active).toBe(true)
    dbOf(test).run('UPDATE client SET owner_id = NULL WHERE owner_id = ?', [teller.id])
    await leave()
    expect(await proposed(), 'asked again').toBeNull()
  })
})
