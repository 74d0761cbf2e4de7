import { expect, test } from 'vitest'
import { failureFrom, openTestDesk } from '../support/desk.ts'
import { addClient, dbOf, walkIn, sendAll } from '../support/meeting.ts'
import { addPerson, enterAs } from '../support/people.ts'
import { addColleague } from '../support/seats.ts'

// S7, evening and morning: 李理财 hands in, 冯岚 is away, her deputy 何静 accepts; on Tuesday 李 takes the dossier out under
// his standing loan, and 王理财 is refused and written down. Each person comes in by his own door of the vault.

test('Monday evening to Tuesday morning', async () => {
  const first = await openTestDesk({ at: '2026-12-07T09:00:00+08:00' })
  const li = await addPerson(first, '李理财', ['wealth-manager'])
  const wang = await addPerson(first, '王理财', ['wealth-manager'])
  const he = await addPerson(first, '何静', ['supervisor', 'archive-keeper'])
  addColleague(first, '冯岚', ['archive-keeper'])
  const clientId = addClient(first, '贺超文')
  const otherId = addClient(first, '郝欣')
  dbOf(first).run('UPDATE client SET owner_id = ?', [li.id])
  await first.client.custody.grantLoan({ staffId: li.id, from: '2026-12-07', until: '2026-12-31' })
  await first.lock()

  // 17:00, he meets the client, judges his type and forgets to end the meeting.
  const evening = await enterAs(first, li, '2026-12-07T17:00:00+08:00')
  const { id } = await evening.client.encounter.start({ clientId, ...walkIn })
  const { seq } = await evening.client.client.page({ id: otherId })
  await evening.client.client.setType({ id: otherId, seq, type: 'quality', reason: '资产达标' })
  const list = await evening.client.custody.today()
  expect(list.rows.map(({ name, reasons, runs }) => ({ name, reasons, runs }))).toEqual([
    { name: '贺超文', reasons: ['meeting'], runs: true },
    { name: '郝欣', reasons: ['type'], runs: false },
  ])
  const both = { clientIds: [clientId, otherId] }
  expect(await failureFrom(evening.client.custody.handIn(both))).toMatchObject({
    rule: 'custody.refusal.meeting-runs',
  })
  expect((await evening.client.custody.today()).given).toEqual([])
  await sendAll(evening.client, id, [{ type: 'meeting.suspended' }])
  expect(await evening.client.custody.handIn(both)).toEqual({ given: 2 })
  const given = (await evening.client.custody.today()).given
  expect(given.map(({ dossierNumber }) => dossierNumber)).toEqual(['YH-2026-0001', 'YH-2026-0002'])
  expect(await failureFrom(evening.client.client.page({ id: clientId }))).toMatchObject({
    rule: 'dossier.refusal.handed-in',
  })
  const slip = await evening.client.custody.printHandIn({ way: 'paper', glyphsAccepted: false })
  expect((await evening.client.printout.page({ job: slip.job })).html).toContain('YH-2026-0002')
  await evening.lock()

  // 17:50, 何静 counts two; one goes into A-3-2, one back for a missing page and in again.
  const deputy = await enterAs(first, he, '2026-12-07T17:50:00+08:00')
  const waiting = await deputy.client.custody.waiting()
  expect(waiting.map(({ holder, isOwn }) => [holder, isOwn])).toEqual([
    ['李理财', false],
    ['李理财', false],
  ])
  await deputy.client.custody.accept({
    items: waiting.map((row) => ({ clientId: row.clientId, place: 'A-3-2' })),
  })
  expect(await deputy.client.custody.counts()).toMatchObject({ inCabinet: 2, out: 0, waiting: 0 })
  await deputy.lock()

  // Tuesday 08:30.
  const morning = await enterAs(first, li, '2026-12-08T08:30:00+08:00')
  expect(await failureFrom(morning.client.encounter.get({ id }))).toMatchObject({
    rule: 'dossier.refusal.in-cabinet',
    params: { number: 'YH-2026-0001', since: '2026-12-07 17:50' },
  })
  const own = await morning.client.custody.own()
  expect(own.hasLoan).toBe(true)
  await morning.client.custody.takeOut({ clientIds: [clientId] })
  expect((await morning.client.encounter.get({ id })).suspendedAt).not.toBeNull()
  const { rows } = await morning.client.search.find({ q: 'YH-2026-0001' })
  expect(rows.map(({ name, dossier }) => [name, dossier])).toEqual([
    ['贺超文', { state: 'in-use', holder: '李理财' }],
  ])
  await morning.lock()

  const refused = await enterAs(first, wang, '2026-12-08T08:40:00+08:00')
  expect(await failureFrom(refused.client.client.page({ id: clientId }))).toMatchObject({
    rule: 'dossier.refusal.held',
    params: { holder: '李理财' },
  })
  expect(
    dbOf(refused).all(
      `SELECT staff, object FROM audit WHERE action = 'dossier.refused' ORDER BY seq DESC LIMIT 1`,
    ),
  ).toEqual([{ staff: wang.id, object: `client:${clientId}` }])
  const register = await refused.client.custody.register({
    from: '2026-12-07',
    until: '2026-12-08',
    number: 'YH-2026-0001',
  })
  expect(register.rows.map(({ move, by, other }) => [move, by, other])).toEqual([
    ['taken-out', '李理财', ''],
    ['accepted', '何静', '李理财'],
    ['handed-in', '李理财', ''],
    ['opened', '李理财', ''],
  ])
  await refused.lock()

  // Tuesday evening: the loan ended at closing, the register says so in the keeper's hours.
  const late = await enterAs(first, he, '2026-12-09T09:30:00+08:00')
  const out = await late.client.custody.out()
  expect(out.rows.map(({ holder, late: past }) => [holder, past])).toEqual([
    ['李理财', { days: 0, hours: 1 }],
  ])
  await late.lock()
})
