import { beforeEach, describe, expect, it } from 'vitest'
import type { SentEvent } from '../../../shared/encounter/sent.ts'
import { failureFrom, openTestDesk } from '../../support/desk.ts'
import type { TestDesk } from '../../support/desk.ts'
import { addAssessment, addClient, addShelf, sendAll, walkIn } from '../../support/meeting.ts'
import type { Book } from '../../support/meeting-path.ts'
import { fulfil, leadTo } from '../../support/meeting-path.ts'

const leftEarly: SentEvent = { type: 'client.left-early', reason: 'family' }
const agreed: SentEvent = { type: 'contact.agreed', date: '2026-12-09', time: '10:00', channel: 'phone' }
const postponedTo = (date: string): SentEvent => ({
  type: 'meeting.postponed',
  reason: 'client-asked',
  date,
})

describe('the ways out of a meeting', () => {
  let desk: TestDesk
  let book: Book

  beforeEach(async () => {
    desk = await openTestDesk({ at: '2026-11-25T15:00:00+08:00' })
    const productId = addShelf(desk).get('LC2031') ?? 0
    const clientId = addClient(desk, '郝欣')
    addAssessment(desk, clientId, 3, '2026-11-01')
    book = { clientId, otherClientId: addClient(desk, '贺超文'), productId }
  })

  const refusedBy = async (id: number, event: SentEvent) => {
    const { seq } = await desk.client.encounter.get({ id })
    return failureFrom(desk.client.encounter.send({ id, seq, event }))
  }

  it('leave what the client said about the next contact as it is when he leaves early', async () => {
    const first = await leadTo(desk.client, 'closing', book)
    const banned = await sendAll(desk.client, first, [{ type: 'contact.declined' }, leftEarly])
    expect([banned.contact?.kind, banned.contactBanned]).toEqual(['declined', true])
    const { contactBannedOn } = await desk.client.client.page({ id: book.clientId })
    expect(contactBannedOn).toBe('2026-11-25')
    const second = await leadTo(desk.client, 'closing', book)
    const kept = await sendAll(desk.client, second, [agreed, leftEarly])
    expect(kept.contact).toMatchObject({ kind: 'agreed', date: '2026-12-09' })
  })

  it('plan no call-back for a client who asked for no contact in an earlier meeting', async () => {
    const first = await leadTo(desk.client, 'closing', book)
    await sendAll(desk.client, first, [{ type: 'contact.declined' }, leftEarly])
    const { id } = await desk.client.encounter.start({ ...walkIn, clientId: book.clientId })
    expect((await sendAll(desk.client, id, [leftEarly])).contact?.kind).toBe('declined')
    const other = await desk.client.encounter.start({ ...walkIn, clientId: book.otherClientId })
    const plan = (await sendAll(desk.client, other.id, [leftEarly])).contact
    expect(plan).toMatchObject({ kind: 'call-back', date: '2026-11-26' })
  })

  it('take a ban back in the meeting that set it, and in no other', async () => {
    const id = await leadTo(desk.client, 'closing', book)
    const view = await sendAll(desk.client, id, [{ type: 'contact.declined' }, agreed])
    expect([view.contact?.kind, view.contactBanned]).toEqual(['agreed', false])
    expect((await desk.client.client.page({ id: book.clientId })).contactBannedOn).toBeNull()
    await sendAll(desk.client, id, [{ type: 'contact.declined' }, leftEarly])
    const later = await leadTo(desk.client, 'closing', book)
    expect((await sendAll(desk.client, later, [agreed])).contactBanned).toBe(true)
  })

  it('postpone only to an open day ahead', async () => {
    const id = await leadTo(desk.client, 'greeting', book)
    expect(await refusedBy(id, postponedTo('2020-02-03'))).toMatchObject({ rule: 'newDayAhead' })
    expect(await refusedBy(id, postponedTo('2026-11-28'))).toMatchObject({
      rule: 'newDayOpen',
      params: { date: '2026-11-30' },
    })
  })

  it('take the people and the needs along to the new day', async () => {
    const first = await leadTo(desk.client, 'discovering', book)
    await fulfil(desk.client, first, book)
    await sendAll(desk.client, first, [leftEarly])
    const daughter = { memberId: null, name: '郝女士的女儿', relation: '女儿' }
    const again = { ...walkIn, present: [daughter], clientId: book.clientId, continues: first }
    const { id } = await desk.client.encounter.start(again)
    await sendAll(desk.client, id, [postponedTo('2026-11-30')])
    const [next] = (await desk.client.encounter.list({ clientId: book.clientId, over: false })).filter(
      (line) => line.step === 'scheduled',
    )
    const view = await desk.client.encounter.get({ id: next?.id ?? 0 })
    expect(view.appointment.date).toBe('2026-11-30')
    expect(view.needList.map(({ words }) => words)).toEqual(['孩子上学'])
    expect(view.present.map(({ relation }) => relation)).toEqual(['head', '女儿'])
    await sendAll(desk.client, view.id, [{ type: 'meeting.started', unscheduled: false }])
  })

  it('break off no meeting in which somebody wants to buy', async () => {
    const id = await leadTo(desk.client, 'intending', book)
    await fulfil(desk.client, id, book)
    const abort: SentEvent = { type: 'meeting.aborted', reason: 'disturbed' }
    expect(await refusedBy(id, abort)).toMatchObject({ rule: 'noIntentStands' })
    const left = await sendAll(desk.client, id, [leftEarly])
    expect([left.step, left.intents, left.contact?.kind]).toEqual(['reviewing', 1, 'call-back'])
  })
})
