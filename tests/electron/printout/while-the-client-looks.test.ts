import { beforeAll, describe, expect, test } from 'vitest'
import { failureFrom, openTestDesk, type TestDesk } from '../../support/desk.ts'
import { addClient, walkIn } from '../../support/meeting.ts'

// 内部资料 严禁外传: while the client's face is up, no internal form is shown or printed by this session (practice 10).

let desk: TestDesk
let meeting: number
let other: number
let clientId: number
let taken: number
let failed: number
let preview: string

const sheet = { way: 'paper', glyphsAccepted: false } as const
const days = { from: '2026-11-25', until: '2026-11-25' }
const show = (id = meeting, face = `window-${id}`) => desk.client.encounter.face({ id, face })
const leave = (face = `window-${meeting}`) => desk.client.encounter.leaveFace({ face })

const printed = async (outcome: 'taken' | 'failed'): Promise<number> => {
  const { printout } = await desk.client.custody.printRegister({ ...days, ...sheet })
  await desk.client.printout.finish({ id: printout.id, outcome })
  return printout.id
}

beforeAll(async () => {
  desk = await openTestDesk({ at: '2026-11-25T10:00:00+08:00' })
  clientId = addClient(desk, '郝欣')
  meeting = (await desk.client.encounter.start({ ...walkIn, clientId })).id
  await desk.client.encounter.send({ id: meeting, seq: 1, event: { type: 'meeting.suspended' } })
  const second = addClient(desk, '贺超文')
  other = (await desk.client.encounter.start({ ...walkIn, clientId: second })).id
  taken = await printed('taken')
  failed = await printed('failed')
  preview = (await desk.client.custody.prepareRegister(days)).job
})

const internal: Readonly<Record<string, () => Promise<unknown>>> = {
  'the register, previewed': () => desk.client.custody.prepareRegister(days),
  'the register, printed': () => desk.client.custody.printRegister({ ...days, ...sheet }),
  'the slip of the evening, previewed': () => desk.client.custody.prepareHandIn(),
  'the slip of the evening, printed': () => desk.client.custody.printHandIn(sheet),
  'the set-up list, previewed': () => desk.client.setup.prepare(),
  'the set-up list, printed': () => desk.client.setup.print(sheet),
  'a failed sheet, once more': () => desk.client.printout.again({ id: failed }),
  'a copy of a good one': () => desk.client.printout.duplicate({ id: taken, way: 'save' }),
  'the page of a preview from before': () => desk.client.printout.page({ job: preview }),
  'the page of a printed sheet': () => desk.client.printout.page({ job: `p${taken}` }),
}

const refused = { code: 'refused', rule: 'printout.refusal.face-up' }

describe('while the client looks at the screen', () => {
  test.each(Object.keys(internal))('%s is refused, and goes through once the face was left', async (name) => {
    const attempt = (): Promise<unknown> => internal[name]?.() ?? Promise.reject(new Error(name))
    await show()
    expect(await failureFrom(attempt())).toMatchObject(refused)
    await leave()
    await attempt()
  })

  test('the client’s own statement is shown and printed', async () => {
    const { selfId } = await desk.client.household.begin({ clientId })
    await show()
    const readers = [selfId]
    const { job } = await desk.client.printout.prepare({ clientId, readers })
    expect((await desk.client.printout.page({ job })).html).toContain('郝欣')
    await desk.client.printout.start({ clientId, readers, ...sheet, preview: job })
    await leave()
  })

  test('other screens are told when it comes and when it goes', async () => {
    const { last } = await desk.client.notice.next({ after: 0, waitMs: 0 })
    await show()
    await show()
    await leave()
    const { notices } = await desk.client.notice.next({ after: last, waitMs: 0 })
    expect(notices.filter(({ kind }) => kind === 'changed')).toHaveLength(2)
  })

  test('a second face still counts when the first was left', async () => {
    await show()
    await show(other)
    await leave()
    expect(await failureFrom(desk.client.setup.prepare())).toMatchObject(refused)
    await leave(`window-${other}`)
    await desk.client.setup.prepare()
  })

  test('two windows with one meeting are two faces: leaving one takes the other’s down no more', async () => {
    await show(meeting, 'the window at the left')
    await show(meeting, 'the window at the right')
    await leave('the window at the left')
    expect(await failureFrom(desk.client.setup.prepare())).toMatchObject(refused)
    await leave('the window at the right')
    await desk.client.setup.prepare()
  })

  test('a face whose window vanished counts for a minute, one that asks again as long as it stands', async () => {
    await show()
    for (let minutes = 0; minutes < 3; minutes += 1) {
      desk.clock.advance(60_000)
      expect(await failureFrom(desk.client.setup.prepare())).toMatchObject(refused)
      await show()
    }
    desk.clock.advance(71_000)
    await desk.client.setup.prepare()
  })

  test('a face that fell silent is told too, once, so that forms that waited come back', async () => {
    await desk.client.session.touch({ meeting: true })
    await show()
    const { last } = await desk.client.notice.next({ after: 0, waitMs: 0 })
    desk.clock.advance(60_000)
    const early = await desk.client.notice.next({ after: last, waitMs: 1500 })
    expect(early.notices.filter(({ kind }) => kind === 'changed')).toEqual([])
    desk.clock.advance(11_000)
    const { notices } = await desk.client.notice.next({ after: last, waitMs: 5000 })
    expect(notices).toMatchObject([{ kind: 'changed', topics: ['printout'] }])
    const after = await desk.client.notice.next({ after: last + 1, waitMs: 1500 })
    expect(after.notices).toEqual([])
  })

  test('nobody else’s meeting can be named to hold up the printer', async () => {
    expect(await failureFrom(show(999))).toMatchObject({ code: 'not-found' })
    await desk.client.setup.prepare()
  })
})
