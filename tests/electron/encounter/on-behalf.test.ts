import { beforeEach, describe, expect, it } from 'vitest'
import { clientById } from '../../../electron/client/repository.ts'
import type { SentEvent } from '../../../shared/encounter/sent.ts'
import { openTestDesk, type TestDesk } from '../../support/desk.ts'
import { addClient, dbOf, sendAll, sign, walkIn } from '../../support/meeting.ts'
import { addColleague, headOf, sitDown, type Colleague } from '../../support/seats.ts'
import { takeIn } from '../../support/take-in.ts'

describe("a colleague's client who is received (代接待)", () => {
  let desk: TestDesk
  let clientId: number
  let wang: Colleague

  beforeEach(async () => {
    desk = await openTestDesk({ at: '2026-11-24T10:20:00+08:00' })
    clientId = addClient(desk, '郝欣')
    wang = addColleague(desk, '王理财', ['wealth-manager'])
  })

  const received = async (by: Colleague): Promise<number> => {
    sitDown(desk, by)
    return (await desk.client.encounter.start({ ...walkIn, clientId })).id
  }

  const giveTo = async ({ id: ownerId }: Colleague): Promise<void> => {
    sitDown(desk, headOf(desk))
    desk.clock.advance(60_000)
    const { seq } = await desk.client.client.page({ id: clientId })
    await desk.client.client.setOwner({ id: clientId, seq, ownerId })
  }

  it('is named with the one whose client it is, in the meeting, the lists and the past, and stays that one’s', async () => {
    const id = await received(wang)
    const { name: owner } = headOf(desk)
    expect((await desk.client.encounter.get({ id })).onBehalfOf).toBe(owner)
    await sendAll(desk.client, id, [sign('郝欣'), { type: 'meeting.aborted', reason: 'other' }])
    const [line] = await desk.client.encounter.list({ clientId, over: true })
    expect(line?.head?.onBehalfOf).toBe(owner)
    sitDown(desk, headOf(desk))
    const page = await desk.client.client.page({ id: clientId })
    expect(page.owner).toBe(owner)
    expect(page.timeline.find(({ key }) => key === `encounter:${id}`)).toMatchObject({
      words: ['encounter.list.onBehalf', 'encounter.step.aborted'],
      by: '王理财',
    })
  })

  it('is told apart from an own client, and by whose client it was on that day', async () => {
    const own = await received(headOf(desk))
    expect((await desk.client.encounter.get({ id: own })).onBehalfOf).toBe('')
    await giveTo(wang)
    expect((await desk.client.encounter.get({ id: own })).onBehalfOf).toBe('')
    await sendAll(desk.client, own, [{ type: 'meeting.aborted', reason: 'other' }])
    const after = await received(headOf(desk))
    expect((await desk.client.encounter.get({ id: after })).onBehalfOf).toBe('王理财')
  })
  it('is judged when the client sits down, not when the meeting was booked', async () => {
    const booked = { date: '2026-11-26', time: '10:00', place: '' }
    const book = async (by: Colleague): Promise<number> => {
      sitDown(desk, by)
      return (await desk.client.encounter.start({ ...walkIn, appointment: booked, clientId })).id
    }
    const begun: SentEvent = { type: 'meeting.started', unscheduled: true }
    const id = await book(wang)
    expect((await desk.client.encounter.get({ id })).onBehalfOf).toBe(headOf(desk).name)
    await giveTo(wang)
    sitDown(desk, wang)
    expect((await desk.client.encounter.get({ id })).onBehalfOf).toBe('')
    expect((await sendAll(desk.client, id, [begun])).onBehalfOf).toBe('')
    await giveTo(headOf(desk))
    sitDown(desk, wang)
    expect((await desk.client.encounter.get({ id })).onBehalfOf).toBe('')
  })

  it('is not one where a book names an owner only after a meeting with nobody’s client', async () => {
    const number = clientById(dbOf(desk), clientId)?.number ?? ''
    sitDown(desk, headOf(desk))
    const { seq } = await desk.client.client.page({ id: clientId })
    await desk.client.client.setOwner({ id: clientId, seq, ownerId: null })
    desk.clock.advance(60_000)
    const id = await received(headOf(desk))
    desk.clock.advance(60_000)
    const book = `机构:测试支行,,打印日期:2026-11-23\n客户号,客户姓名,管户经理,时点金融资产\n${number},郝欣,王理财,14019481.6`
    await takeIn(desk, 'client-book', '客户清单.csv', Buffer.from(book))
    const page = await desk.client.client.page({ id: clientId })
    expect(page.owner).toBe('王理财')
    expect(page.timeline.find(({ title }) => title === 'client.timeline.owner')?.params).toEqual({
      from: '—',
      to: '王理财',
    })
    expect((await desk.client.encounter.get({ id })).onBehalfOf).toBe('')
  })
})
