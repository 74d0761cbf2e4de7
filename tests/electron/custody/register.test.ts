import { beforeEach, expect, test } from 'vitest'
import { addBranch, sitDown, type Colleague } from '../../support/seats.ts'
import { failureFrom, openTestDesk, type TestDesk } from '../../support/desk.ts'
import { addClient, dbOf } from '../../support/meeting.ts'
import { bankFile, bookName } from '../../support/bank-file.ts'
import { takeIn, takeInBook } from '../../support/take-in.ts'

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

test('numbers run without a gap through refusals, and begin again with the year', async () => {
  const li = as(people.li)
  await li.custody.open({ clientId })
  await failureFrom(li.custody.open({ clientId }))
  const second = addClient(on, '贺超文')
  expect(await li.custody.open({ clientId: second })).toEqual({ dossierNumber: 'YH-2026-0002' })
  on.clock.set('2027-01-04T09:00:00+08:00')
  const third = addClient(on, '贺超文')
  await as(people.head).setting.put({ branchCode: 'YL' })
  expect(await as(people.li).custody.open({ clientId: third })).toEqual({ dossierNumber: 'YL-2027-0001' })
})

test('the register on paper is wide, internal, of its days, and counts its copies; queries leave their line', async () => {
  await inCabinet()
  const day = { from: '2026-11-25', until: '2026-11-25' }
  const sheet = { ...day, way: 'paper' as const, glyphsAccepted: false }
  const { job: preview } = await as(people.feng).custody.prepareRegister(day)
  expect((await as(people.feng).printout.page({ job: preview })).html).toContain('预览')
  const { job } = await as(people.feng).custody.printRegister(sheet)
  const { printout } = await as(people.feng).custody.printRegister(sheet)
  expect(printout.copy).toBe(2)
  const { html } = await as(people.feng).printout.page({ job })
  for (const words of ['F29', 'YH-2026-0001', '郝*', 'A-3-2', '接收入柜', 'landscape'])
    expect(html).toContain(words)
  expect(html).not.toContain('郝欣')
  expect(html).not.toContain('18671772931')
  const { job: slip } = await as(people.li).custody.prepareHandIn()
  expect((await as(people.li).printout.page({ job: slip })).html).toContain('没有等待接收的档案。')
  const asked = { ...day, number: '0001', staffId: people.feng.id }
  const found = await as(people.feng).custody.register(asked)
  expect(found.rows.map(({ move }) => move)).toEqual(['accepted'])
  expect(dbOf(on).one(`SELECT count(*) AS n FROM audit WHERE action = 'register.queried'`)).toEqual({ n: 1 })
})

test('a file of the bank is taken in whatever stands in the cabinet', async () => {
  await as(people.head).custody.book({ ownerId: null, place: 'A-1-1' })
  await takeInBook(on)
  await as(people.head).custody.book({ ownerId: null, place: 'A-1-2' })
  expect((await as(people.head).custody.counts()).inCabinet).toBe(301)
  await takeIn(on, 'client-book', bookName, bankFile(bookName), '2026-11-24')
  const newer = `SELECT count(*) AS n FROM client AS c JOIN dossier AS d ON d.client_id = c.id
    WHERE d.state = 'in-cabinet' AND c.as_of = '2026-11-24'`
  expect(dbOf(on).one(newer)).toEqual({ n: 300 })
  const numbers = dbOf(on).all<{ n: string }>(
    'SELECT dossier_number AS n FROM client WHERE dossier_number IS NOT NULL ORDER BY id',
  )
  expect(numbers.at(-1)?.n).toBe('YH-2026-0301')
})

test('keeper hours end after they begin', async () => {
  const put = as(people.head).setting.put({ keeperFrom: '19:00' })
  expect((await failureFrom(put)).code).toBe('invalid')
})
