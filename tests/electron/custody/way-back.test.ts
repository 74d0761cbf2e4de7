import { beforeEach, describe, expect, test } from 'vitest'
import { addColleague, headOf, sitDown, type Colleague } from '../../support/seats.ts'
import { failureFrom, openTestDesk, type TestDesk } from '../../support/desk.ts'
import { addClient, dbOf } from '../../support/meeting.ts'

// The first person is head of the centre and manager at once. She lends nothing to herself, and she can't shut her own
// dossiers away where nobody can give them back.

let on: TestDesk
let head: Colleague
let clientId: number

const as = (who: Colleague) => sitDown(on, who).client

const owned = (who: Colleague): void => void dbOf(on).run('UPDATE client SET owner_id = ?', [who.id])

beforeEach(async () => {
  on = await openTestDesk({ at: '2026-11-25T10:00:00+08:00' })
  head = headOf(on)
  clientId = addClient(on, '郝欣')
  owned(head)
})

const keeper = () => addColleague(on, '冯岚', ['archive-keeper'])

test('a standing loan is never given to oneself, nor back in time', async () => {
  const days = { from: '2026-11-25', until: '2026-12-31' }
  expect(await failureFrom(as(head).custody.grantLoan({ staffId: head.id, ...days }))).toMatchObject({
    rule: 'custody.refusal.own-loan',
  })
  const li = addColleague(on, '李理财', ['wealth-manager'])
  const past = { staffId: li.id, from: '2026-01-01', until: '2026-12-31' }
  expect(await failureFrom(as(head).custody.grantLoan(past))).toMatchObject({
    rule: 'custody.refusal.loan-days',
  })
})

describe('a branch with one login', () => {
  test('keeps its dossiers in use in the evening, and works on', async () => {
    expect(await failureFrom(as(head).custody.handIn({ clientIds: [clientId] }))).toMatchObject({
      rule: 'custody.refusal.nobody-accepts',
    })
    expect((await as(head).client.page({ id: clientId })).name).toBe('郝欣')
    expect(dbOf(on).all('SELECT * FROM dossier')).toEqual([])
  })

  test('enters nothing into a cabinet it could not get it out of', async () => {
    for (const ownerId of [null, head.id])
      expect(await failureFrom(as(head).custody.book({ ownerId, place: 'A-1' }))).toMatchObject({
        rule: 'custody.refusal.nobody-accepts',
      })
    expect((await as(head).client.page({ id: clientId })).name).toBe('郝欣')
  })
})

describe('a branch with a keeper', () => {
  test('takes no dossier of the only one who could approve', async () => {
    keeper()
    expect(await failureFrom(as(head).custody.handIn({ clientIds: [clientId] }))).toMatchObject({
      rule: 'custody.refusal.nobody-lends',
    })
    expect(await failureFrom(as(head).custody.book({ ownerId: null, place: 'A-1' }))).toMatchObject({
      rule: 'custody.refusal.nobody-lends',
    })
  })

  test('takes a manager’s, also from the head’s hand: the head lends it to him again', async () => {
    const feng = keeper()
    const li = addColleague(on, '李理财', ['wealth-manager'])
    owned(li)
    await as(head).custody.open({ clientId })
    await as(head).custody.handIn({ clientIds: [clientId] })
    await as(feng).custody.accept({ items: [{ clientId, place: 'A-1' }] })
    await as(head).custody.grantLoan({ staffId: li.id, from: '2026-11-25', until: '2026-12-31' })
    await as(li).custody.takeOut({ clientIds: [clientId] })
    expect((await as(li).client.page({ id: clientId })).name).toBe('郝欣')
  })

  test('and a supervisor takes the head’s, and gives it back by a check-out', async () => {
    const feng = keeper()
    const he = addColleague(on, '何静', ['supervisor'])
    await as(head).custody.handIn({ clientIds: [clientId] })
    await as(feng).custody.accept({ items: [{ clientId, place: 'A-1' }] })
    const wanted = { clientId, purpose: '办理业务', dueDay: '2026-11-25', dueClock: '17:30' }
    const { id } = await as(head).custody.ask(wanted)
    await as(he).custody.approve({ id })
    await as(feng).custody.issue({ id })
    expect((await as(head).client.page({ id: clientId })).name).toBe('郝欣')
  })

  test('counts nobody who has left or has no login', async () => {
    const feng = keeper()
    addColleague(on, '何静', ['supervisor'])
    dbOf(on).run('UPDATE staff SET slot_id = NULL WHERE id = ?', [feng.id])
    expect(await failureFrom(as(head).custody.handIn({ clientIds: [clientId] }))).toMatchObject({
      rule: 'custody.refusal.nobody-accepts',
    })
  })
})
