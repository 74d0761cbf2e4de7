import { beforeEach, describe, expect, it } from 'vitest'
import { canBeClosed } from '../../../electron/seal/may-be-sealed.ts'
import { inHandsOf } from '../../../electron/staff/in-hands.ts'
import type { SentEvent } from '../../../shared/encounter/sent.ts'
import { addBranch, headOf, sitDown } from '../../support/seats.ts'
import { failureFrom, openTestDesk, type TestDesk } from '../../support/desk.ts'
import { addAssessment, addClient, addShelf, dbOf, sendAll } from '../../support/meeting.ts'
import { leadTo } from '../../support/meeting-path.ts'

const gone = { code: 'not-found', what: 'move' }

describe('a correction that is asked for by mistake', () => {
  let desk: TestDesk
  let people: ReturnType<typeof addBranch>
  let wrong: number
  let right: number
  let id: number

  const asked = (clientId: number): SentEvent => ({ type: 'meeting.moved', clientId, why: '证件上是另一位' })
  const waiting = async (): Promise<number> => (await desk.client.encounter.moves())[0]?.id ?? 0
  const view = () => desk.client.encounter.get({ id })
  const moving = () => [wrong, right].map((client) => !canBeClosed(dbOf(desk), client).ok)
  const sendBack = async (): Promise<void> => {
    const moveId = await waiting()
    sitDown(desk, people.he)
    await desk.client.encounter.declineMove({ moveId, why: '证件没有选错' })
  }

  beforeEach(async () => {
    desk = await openTestDesk({ at: '2026-11-26T10:00:00+08:00' })
    people = addBranch(desk)
    const productId = addShelf(desk).get('LC2031') ?? 0
    wrong = addClient(desk, '郝欣')
    addAssessment(desk, wrong, 5, '2026-11-01')
    right = addClient(desk, '贺超文')
    id = await leadTo(desk.client, 'done', { clientId: wrong, otherClientId: right, productId })
    await sendAll(desk.client, id, [asked(right)])
  })

  it('is sent back by a supervisor: the meeting stays, and who asked reads why', async () => {
    await sendBack()
    expect(await desk.client.encounter.moves()).toEqual([])
    sitDown(desk, people.head)
    expect(await view()).toMatchObject({
      clientId: wrong,
      moveAskedBy: null,
      moveDeclined: { by: '何静', why: '证件没有选错' },
    })
    const lines = dbOf(desk).all("SELECT object FROM audit WHERE action = 'move.declined'")
    expect(lines).toEqual([{ object: `encounter:${id}` }])
  })

  it('can be asked for again, and says no more of the last time while it waits', async () => {
    await sendBack()
    sitDown(desk, people.head)
    const third = addClient(desk, '贺超文')
    await sendAll(desk.client, id, [asked(third)])
    expect(await view()).toMatchObject({ moveAskedBy: headOf(desk).id, moveDeclined: null })
    const moveId = await waiting()
    sitDown(desk, people.he)
    await desk.client.encounter.confirmMove({ moveId })
    sitDown(desk, people.head)
    expect((await view()).clientId).toBe(third)
    // What was sent back leaves no gap: the first that was carried out is number one.
    const { timeline } = await desk.client.client.page({ id: wrong })
    expect(timeline.find(({ title }) => title === 'exit.moved')?.params).toEqual({ number: 1 })
  })

  it('is taken back by who asked, and by nobody else', async () => {
    sitDown(desk, people.li)
    expect(await failureFrom(desk.client.encounter.withdrawMove({ id }))).toEqual(gone)
    sitDown(desk, people.head)
    expect((await desk.client.encounter.moves())[0]?.isOwn).toBe(true)
    await desk.client.encounter.withdrawMove({ id })
    expect(await desk.client.encounter.moves()).toEqual([])
    expect(await view()).toMatchObject({ clientId: wrong, moveAskedBy: null, moveDeclined: null })
  })

  it('is not sent back without a reason, nor settled twice', async () => {
    const moveId = await waiting()
    sitDown(desk, people.he)
    const silent = desk.client.encounter.declineMove({ moveId, why: '  ' })
    expect(await failureFrom(silent)).toMatchObject({ code: 'invalid' })
    await desk.client.encounter.declineMove({ moveId, why: '证件没有选错' })
    for (const late of [
      desk.client.encounter.confirmMove({ moveId }),
      desk.client.encounter.declineMove({ moveId, why: '再来一次' }),
    ])
      expect(await failureFrom(late)).toEqual(gone)
  })

  it('keeps neither dossier from being sealed, nor its asker from leaving, once it is settled', async () => {
    expect(moving()).toEqual([true, true])
    expect(inHandsOf(dbOf(desk), headOf(desk).id).moves).toBe(1)
    await sendBack()
    expect(moving()).toEqual([false, false])
    expect(inHandsOf(dbOf(desk), headOf(desk).id).moves).toBe(0)
  })
})
