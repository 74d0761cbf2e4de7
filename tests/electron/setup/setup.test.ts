import { expect, test } from 'vitest'
import { addClient } from '../../support/meeting.ts'
import { makePeople, openAs } from '../../support/people.ts'
import { takeInBook } from '../../support/take-in.ts'
import { openTestDesk, person, type TestDesk } from '../../support/desk.ts'

const done = async ({ client }: TestDesk) =>
  (await client.setup.list()).lines.flatMap((line) => (line.done ? [line.step] : []))

test('the set-up list follows what the branch has done, and its own print is the test page', async () => {
  const morning = await openTestDesk()
  expect(await done(morning)).toEqual(['names', 'card'])
  await makePeople(morning, ['何静', '冯岚'])
  const head = await openAs(morning, person)
  expect(await done(head)).toEqual(['names', 'people', 'keepers', 'card'])
  expect((await head.client.setup.list()).counts).toMatchObject({ logins: 3, temporary: 0, keepers: 2 })
  head.desk.ports.settings.set('secondBackupFolder', '/mnt/second')
  const { printout, job } = await head.client.setup.print({ way: 'paper', glyphsAccepted: false })
  const { html } = await head.client.printout.page({ job })
  expect(html).toContain('两位档案钥匙持有人')
  expect(html).toContain('内部资料 严禁外传')
  expect(await done(head)).not.toContain('printer')
  await head.client.printout.finish({ id: printout.id, outcome: 'taken' })
  expect(await done(head)).toEqual(['names', 'people', 'keepers', 'card', 'backup', 'printer'])
  expect((await head.client.setup.prepare()).glyphs).toEqual([])
})

test('the numbering rule and the cabinets are ticked by what the branch settled and entered', async () => {
  const morning = await openTestDesk()
  await makePeople(morning, ['何静', '冯岚'])
  const head = await openAs(morning, person)
  await takeInBook(head)
  const before = (await head.client.setup.list()).counts
  expect(before).toMatchObject({ inCabinets: 0, withoutDossier: 300, nextNumber: 'YH-2026-0001' })
  await head.client.setting.put({ branchCode: 'YHL' })
  expect(await done(head)).toContain('numbers')
  expect(await done(head)).not.toContain('cabinets')
  const { owners } = await head.client.client.counts()
  const one = owners.find(({ ownerId }) => ownerId !== null)
  const first = await head.client.custody.book({ ownerId: one?.ownerId ?? 0, place: 'A-1-1' })
  expect(first.booked).toBeGreaterThan(0)
  // One manager's cabinet is not all of them.
  expect(await done(head)).not.toContain('cabinets')
  head.clock.advance(60_000)
  const rest = await head.client.custody.book({ ownerId: null, place: 'A-1-2' })
  const booked = first.booked + rest.booked
  expect(await done(head)).toContain('cabinets')
  expect((await head.client.setup.list()).counts).toMatchObject({
    inCabinets: booked,
    withoutDossier: 300 - booked,
    nextNumber: `YHL-2026-${String(booked + 1).padStart(4, '0')}`,
  }) // Whoever a later book brings is no reason to begin again.
  head.clock.advance(60_000)
  addClient(head, '郝欣')
  expect((await head.client.setup.list()).counts.withoutDossier).toBe(301 - booked)
  expect(await done(head)).toContain('cabinets')
})
