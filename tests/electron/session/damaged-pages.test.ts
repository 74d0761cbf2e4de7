import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listPages } from '../../../shared/audit/damaged-pages.ts'
import { appendAudit } from '../../../electron/audit/chain.ts'
import { leavesOf, spoilPage } from '../../support/damage.ts'
import { openTestDesk } from '../../support/desk.ts'
import { addClient, dbOf } from '../../support/meeting.ts'
import { jobEnd } from '../../support/take-in.ts'

test('every damaged part of a database is named by its first page, at the desk and at the door of the next start (check R15)', async () => {
  const made = await openTestDesk()
  for (let n = 0; n < 60; n++) addClient(made, '郝欣')
  const open = made.desk.open()
  if (!open) throw new Error('the desk is locked')
  const { db, auditKey, stamp } = open
  db.transact(() => {
    for (let n = 0; n < 90; n++) appendAudit(db, auditKey, stamp(n, { action: 'client.seen', object: '' }))
  })
  open.database.checkpoint()
  const spoiled = ['client', 'audit'].map((table) => leavesOf(dbOf(made), table)[1] ?? 0)
  await made.lock()
  for (const page of spoiled) spoilPage(join(made.dataFolder, 'vault'), page)

  const again = await openTestDesk({ dataFolder: made.dataFolder })
  const { jobId } = await again.client.audit.verify()
  await jobEnd(again, jobId)
  const verdict = await again.client.audit.verdict()
  expect(verdict).toMatchObject({ verdict: 'damaged', more: 0 })
  expect(verdict.pages).toEqual(spoiled.toSorted((left, right) => left - right))
  const { notices } = await again.client.notice.next({ after: 0, waitMs: 0 })
  expect(notices.find(({ kind }) => kind === 'verdict')).toMatchObject({ pages: verdict.pages })
  await again.lock()

  const door = await openTestDesk({ dataFolder: made.dataFolder, closed: true })
  expect(await door.client.session.state()).toMatchObject({
    trouble: 'pages',
    damage: { pages: verdict.pages, more: 0 },
  })
  await door.lock()
})

test('of very many pages the first twenty are named, and how many more there are', () => {
  const all = Array.from({ length: 33 }, (_, at) => at + 2)
  expect(listPages(all)).toEqual({ pages: all.slice(0, 20), more: 13 })
})
