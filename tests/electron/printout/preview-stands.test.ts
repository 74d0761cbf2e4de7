import { beforeEach, expect, test } from 'vitest'
import { failureFrom, openTestDesk, type TestDesk } from '../../support/desk.ts'
import { openSampleHousehold } from '../../support/sample.ts'

// A preview shows what its readers may see now. What they may see can end while it stands on the screen.

let desk: TestDesk
let home: Awaited<ReturnType<typeof openSampleHousehold>>

beforeEach(async () => {
  desk = await openTestDesk({ at: '2026-11-25T09:00:00+08:00', closed: true })
  home = await openSampleHousehold(desk)
})

const consent = () =>
  desk.client.consent.record({
    clientId: home.chen,
    memberId: home.he,
    reach: { kind: 'named', members: [home.she] },
    bank: true,
    figureIds: [],
    paper: 'F40-1',
    signedOn: '2026-11-25',
  })

const asked = () => ({ clientId: home.chen, readers: [home.he, home.she] })
const preview = async (): Promise<string> => (await desk.client.printout.prepare(asked())).job
const print = (job: string) =>
  desk.client.printout.start({ ...asked(), way: 'paper', glyphsAccepted: false, preview: job })
const lines = async (): Promise<number> => (await desk.client.printout.list({})).rows.length

const gone = { code: 'refused', rule: 'printout.refusal.preview-gone' }
const changed = { code: 'refused', rule: 'printout.refusal.changed' }

test('after a consent was withdrawn the preview is neither shown nor printed, and the window is told', async () => {
  const { id } = await consent()
  const job = await preview()
  expect((await desk.client.printout.page({ job })).html).toContain('预览')
  const { last } = await desk.client.notice.next({ after: 0, waitMs: 0 })
  await desk.client.consent.withdraw({ clientId: home.chen, id })
  const { notices } = await desk.client.notice.next({ after: last, waitMs: 0 })
  expect(JSON.stringify(notices)).toContain('"printout"')
  const before = await lines()
  expect(await failureFrom(desk.client.printout.page({ job }))).toMatchObject(changed)
  expect(await failureFrom(print(job))).toMatchObject(changed)
  expect(await lines()).toBe(before)
  await print(await preview())
})

test('a figure told meanwhile, or a reader who left, ends it as well', async () => {
  const first = await preview()
  await desk.client.figure.put({
    clientId: home.chen,
    kind: 'cash',
    ownerId: home.he,
    amount: 1_00,
    period: 'year',
    source: 'told',
    reach: { kind: 'named', members: [home.he, home.she] },
    present: [home.he, home.she],
    place: '',
    asOf: '2026-11-25',
  })
  expect(await failureFrom(print(first))).toMatchObject(changed)
  const second = await preview()
  const spouse = home.household?.members.find((member) => member.id === home.she)
  await desk.client.household.endMember({
    clientId: home.chen,
    memberId: home.she,
    seq: spouse?.seq ?? 0,
    until: '2026-11-25',
  })
  expect(await failureFrom(desk.client.printout.page({ job: second }))).toMatchObject(changed)
})

test('what stays as it was is printed as it was looked at', async () => {
  const job = await preview()
  expect((await desk.client.printout.page({ job })).html).toContain('预览')
  await print(job)
})

test('a preview pushed out by newer ones is said to be gone, not changed, and the newest ones stand', async () => {
  const first = await preview()
  const later: string[] = []
  for (let n = 0; n < 8; n++) later.push(await preview())
  const before = await lines()
  expect(await failureFrom(desk.client.printout.page({ job: first }))).toMatchObject(gone)
  expect(await failureFrom(print(first))).toMatchObject(gone)
  expect(await lines()).toBe(before)
  for (const job of later) expect((await desk.client.printout.page({ job })).html).toContain('预览')
  await print(later[0] ?? '')
})
