import { beforeEach, describe, expect, test } from 'vitest'
import { addBranch, addColleague, sitDown, type Colleague } from '../../support/seats.ts'
import { failureFrom, openTestDesk, type TestDesk } from '../../support/desk.ts'
import { addClient, dbOf } from '../../support/meeting.ts'

let on: TestDesk
let people: ReturnType<typeof addBranch>
let clientId: number

const as = (who: Colleague) => sitDown(on, who).client

beforeEach(async () => {
  on = await openTestDesk({ at: '2026-11-25T10:00:00+08:00' })
  people = addBranch(on)
  clientId = addClient(on, '郝欣')
  dbOf(on).run('UPDATE client SET owner_id = ?', [people.li.id])
})

const inCabinet = async (): Promise<void> => {
  await as(people.li).custody.handIn({ clientIds: [clientId] })
  await as(people.feng).custody.accept({ items: [{ clientId, place: 'A-3-2' }] })
}

describe('the day’s list', () => {
  test('comes from what was really done today, by this person, and says why', async () => {
    const li = as(people.li)
    const { selfId } = await li.household.begin({ clientId })
    await li.figure.put({
      clientId,
      kind: 'salary',
      ownerId: selfId,
      amount: 100,
      period: 'year',
      source: 'told',
      reach: { kind: 'own' },
      place: '',
      asOf: '2026-11-25',
    })
    const given = {
      clientId,
      memberId: selfId,
      bank: true,
      figureIds: [],
      paper: 'F40-1',
      signedOn: '2026-11-25',
    }
    await li.consent.record({ ...given, reach: { kind: 'family' } })
    await li.printout.start({ clientId, readers: [selfId], way: 'paper', glyphsAccepted: false })
    await li.custody.open({ clientId })
    expect((await li.custody.today()).rows[0]?.reasons.toSorted()).toEqual([
      'consent',
      'figure',
      'opened',
      'print',
    ])
    expect((await as(people.wang).custody.today()).rows).toEqual([])
    on.clock.set('2026-11-26T09:00:00+08:00')
    expect((await as(people.li).custody.today()).rows).toEqual([])
  })

  test('a colleague without any part in it can not hand it in', async () => {
    expect(await failureFrom(as(people.wang).custody.handIn({ clientIds: [clientId] }))).toMatchObject({
      rule: 'custody.refusal.not-touched',
    })
  })

  test('of several one that is refused keeps all of them where they are', async () => {
    const other = addClient(on, '贺超文')
    const failure = await failureFrom(as(people.li).custody.handIn({ clientIds: [clientId, other] }))
    expect(failure).toMatchObject({ rule: 'custody.refusal.not-touched' })
    expect(dbOf(on).all('SELECT * FROM dossier')).toEqual([])
    expect((await as(people.li).client.page({ id: clientId })).dossierNumber).toBeNull()
  })
})

describe('acceptance', () => {
  test('shows a keeper who may not see clients no full name and no phone', async () => {
    await as(people.li).custody.handIn({ clientIds: [clientId] })
    const [row] = await as(people.feng).custody.waiting()
    expect(row).toMatchObject({ name: '郝*', holder: '李理财', dossierNumber: 'YH-2026-0001' })
    expect(JSON.stringify(row)).not.toContain('18671772931')
  })

  test('is never done by the giver, even when he is keeper too', async () => {
    const both = addColleague(on, '许保管', ['lobby-manager', 'archive-keeper'])
    dbOf(on).run('UPDATE client SET owner_id = ?', [both.id])
    await as(both).custody.handIn({ clientIds: [clientId] })
    for (const call of [
      as(both).custody.accept({ items: [{ clientId, place: 'A-1' }] }),
      as(both).custody.sendBack({ clientId, reason: '自己的' }),
    ])
      expect(await failureFrom(call)).toMatchObject({ rule: 'custody.refusal.own-hand-in' })
  })

  test('knows the place a dossier stood in before', async () => {
    await inCabinet()
    await as(people.head).custody.grantLoan({
      staffId: people.li.id,
      from: '2026-11-25',
      until: '2026-11-30',
    })
    await as(people.li).custody.takeOut({ clientIds: [clientId] })
    await as(people.li).custody.handIn({ clientIds: [clientId] })
    expect((await as(people.feng).custody.waiting())[0]?.lastPlace).toBe('A-3-2')
  })
})

describe('a check-out', () => {
  const wanted = { purpose: '核对家庭信息', dueDay: '2026-11-26', dueClock: '17:30' }

  test('is asked for, approved by a second person, issued by a third, and back when it is accepted', async () => {
    await inCabinet()
    const { id } = await as(people.wang).custody.ask({ clientId, ...wanted })
    expect(await failureFrom(as(people.feng).custody.issue({ id }))).toMatchObject({
      rule: 'custody.refusal.request-settled',
    })
    await as(people.he).custody.approve({ id })
    await as(people.feng).custody.issue({ id })
    expect((await as(people.wang).client.page({ id: clientId })).name).toBe('郝欣')
    expect(await failureFrom(as(people.li).client.page({ id: clientId }))).toMatchObject({
      rule: 'dossier.refusal.held',
    })
    on.clock.set('2026-11-27T09:30:00+08:00')
    const [out] = (await as(people.feng).custody.out()).rows
    expect((await as(people.feng).custody.counts()).places).toEqual([
      { place: 'A-3-2', count: 0, late: true },
    ])
    expect(out).toMatchObject({ holder: '王理财', purpose: '核对家庭信息', late: { days: 0, hours: 1 } })
    await as(people.wang).custody.handIn({ clientIds: [clientId] })
    await as(people.feng).custody.accept({ items: [{ clientId, place: 'A-3-2' }] })
    expect((await as(people.wang).custody.requests())[0]).toMatchObject({ state: 'returned', late: null })
  })

  test('sent back before it was accepted it is due when it was', async () => {
    await inCabinet()
    const { id } = await as(people.wang).custody.ask({ clientId, ...wanted })
    await as(people.he).custody.approve({ id })
    await as(people.feng).custody.issue({ id })
    const before = (await as(people.wang).custody.state({ clientId })).dueAt
    await as(people.wang).custody.handIn({ clientIds: [clientId] })
    await as(people.feng).custody.sendBack({ clientId, reason: '少一页' })
    expect((await as(people.wang).custody.state({ clientId })).dueAt).toBe(before)
  })

  test('is never approved by the one who asks; declined with a reason he reads; withdrawn by himself', async () => {
    await inCabinet()
    const { id } = await as(people.he).custody.ask({ clientId, ...wanted })
    expect(await failureFrom(as(people.he).custody.approve({ id }))).toMatchObject({
      rule: 'custody.refusal.own-request',
    })
    await as(people.head).custody.decline({ id, reason: '请看档案管理员' })
    expect((await as(people.he).custody.requests())[0]).toMatchObject({
      state: 'declined',
      reason: '请看档案管理员',
      decidedBy: people.head.name,
    })
    const again = await as(people.he).custody.ask({ clientId, ...wanted })
    await as(people.he).custody.withdrawRequest(again)
    expect(await failureFrom(as(people.head).custody.approve(again))).toMatchObject({
      rule: 'custody.refusal.request-settled',
    })
  })

  test('is not needed for what lies open, asked for once, and due while the keeper is there', async () => {
    expect(await failureFrom(as(people.wang).custody.ask({ clientId, ...wanted }))).toMatchObject({
      rule: 'custody.refusal.not-away',
    })
    await inCabinet()
    const ask = (more: object) => as(people.wang).custody.ask({ clientId, ...wanted, ...more })
    expect(await failureFrom(ask({ dueClock: '19:00' }))).toMatchObject({
      rule: 'custody.refusal.due-closed',
      params: { from: '08:30', until: '18:00' },
    })
    expect(await failureFrom(ask({ dueDay: '2026-11-24' }))).toMatchObject({
      rule: 'custody.refusal.due-past',
    })
    await ask({})
    expect(await failureFrom(ask({}))).toMatchObject({ rule: 'custody.refusal.asked-already' })
  })
})

describe('a standing loan', () => {
  test('is given to managers by the head, and revoked it takes nothing out any more', async () => {
    await inCabinet()
    const days = { from: '2026-11-25', until: '2026-11-30' }
    const grant = (staffId: number) => as(people.head).custody.grantLoan({ staffId, ...days })
    expect(await failureFrom(grant(people.feng.id))).toMatchObject({ rule: 'custody.refusal.no-manager' })
    const { id } = await grant(people.li.id)
    expect((await as(people.li).custody.own()).hasLoan).toBe(true)
    await as(people.head).custody.revokeLoan({ id })
    expect((await as(people.li).custody.loans())[0]).toMatchObject({
      inForce: false,
      revokedBy: people.head.name,
    })
    expect(await failureFrom(as(people.li).custody.takeOut({ clientIds: [clientId] }))).toMatchObject({
      rule: 'custody.refusal.no-loan',
    })
    expect(await failureFrom(as(people.head).custody.revokeLoan({ id }))).toMatchObject({
      rule: 'custody.refusal.loan-ended',
    })
  })
})
