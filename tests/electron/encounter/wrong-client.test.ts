import { beforeEach, describe, expect, it } from 'vitest'
import { currentAssessment } from '../../../electron/assessment/repository.ts'
import type { SentEvent } from '../../../shared/encounter/sent.ts'
import { addColleague, headOf, sitDown } from '../../support/seats.ts'
import { failureFrom, openTestDesk } from '../../support/desk.ts'
import type { TestDesk } from '../../support/desk.ts'
import {
  addClient,
  addShelf,
  answer,
  completed,
  dbOf,
  need,
  sendAll,
  sign,
  walkIn,
} from '../../support/meeting.ts'

describe('a meeting held with the wrong file open', () => {
  let desk: TestDesk
  let wrong: number
  let right: number
  let id: number

  const moved = (): SentEvent => ({ type: 'meeting.moved', clientId: right, why: '证件上是另一位' })

  beforeEach(async () => {
    desk = await openTestDesk({ at: '2026-11-26T10:00:00+08:00' })
    addShelf(desk)
    wrong = addClient(desk, '郝欣')
    right = addClient(desk, '贺超文')
    id = (await desk.client.encounter.start({ ...walkIn, clientId: wrong })).id
    await sendAll(desk.client, id, [
      sign('郝欣'),
      answer('greeting', 'purpose', '问利率'),
      completed('greeting'),
      need('养老'),
      { type: 'type.judged', judgement: 'potential', reason: '年轻' },
      {
        type: 'assessment.recorded',
        level: 2,
        date: '2026-11-26',
        serial: 'FX-9',
        channel: 'counter-slip',
        confirmedAgain: false,
      },
    ])
  })

  const income = async () => {
    const { selfId } = await desk.client.household.begin({ clientId: wrong })
    await desk.client.figure.put({
      clientId: wrong,
      encounterId: id,
      kind: 'salary',
      ownerId: selfId,
      amount: 38_000_000,
      period: 'year',
      source: 'told',
      reach: { kind: 'own' },
      place: '',
      asOf: '2026-11-26',
    })
  }

  it('goes to the right person at once while it runs, and asks for the second sign again', async () => {
    const view = await sendAll(desk.client, id, [moved()])
    expect([view.clientId, view.step, view.needList.length]).toEqual([right, 'greeting', 1])
    const more = desk.client.encounter.send({ id, seq: view.seq, event: completed('greeting') })
    expect(await failureFrom(more)).toMatchObject({ reasons: ['secondSignGiven'] })
    await sendAll(desk.client, id, [sign('贺超文'), completed('greeting'), need('再一项')])
  })

  it('leaves on the wrong timeline a number and nothing else', async () => {
    await sendAll(desk.client, id, [moved()])
    const page = await desk.client.client.page({ id: wrong })
    const lines = page.timeline.map((line) => line.title)
    expect(lines).toContain('exit.moved')
    expect(lines).not.toContain('encounter.title')
    expect(page.timeline.find((line) => line.title === 'exit.moved')?.params).toEqual({ number: 1 })
  })

  it('takes type, assessment and figures with it', async () => {
    await income()
    await sendAll(desk.client, id, [moved()])
    expect(currentAssessment(dbOf(desk), wrong)).toBeUndefined()
    expect(currentAssessment(dbOf(desk), right)).toMatchObject({ level: 2, serial: 'FX-9' })
    const page = await desk.client.client.page({ id: wrong })
    expect(page.type).toBe('quality')
    const figuresOf = async (clientId: number) =>
      (await desk.client.figure.list({ clientId })).figures.map(({ kind, amount }) => [kind, amount])
    expect(await figuresOf(wrong)).toEqual([])
    expect(await figuresOf(right)).toEqual([['salary', 38_000_000]])
  })

  it('waits for a supervisor once it is completed, and never for the one who asked', async () => {
    await sendAll(desk.client, id, [
      { type: 'client.left-early', reason: 'family' },
      answer('reviewing', 'lesson', '先看证件'),
      { type: 'review.written' },
      moved(),
    ])
    const view = await desk.client.encounter.get({ id })
    expect([view.clientId, view.moveAskedBy]).toEqual([wrong, headOf(desk).id])
    const [waiting] = await desk.client.encounter.moves()
    const from = { name: '郝欣', birthDate: '1959-08-17' }
    const to = { name: '贺超文', birthDate: '1998-02-13' }
    expect(waiting).toMatchObject({ encounterId: id, from, to, number: 1 })
    const own = desk.client.encounter.confirmMove({ moveId: waiting?.id ?? 0 })
    expect(await failureFrom(own)).toMatchObject({ rule: 'anotherConfirms' })
    sitDown(desk, addColleague(desk, '何静', ['supervisor']))
    await desk.client.encounter.confirmMove({ moveId: waiting?.id ?? 0 })
    expect(await desk.client.encounter.moves()).toEqual([])
    sitDown(desk, headOf(desk))
    expect(
      (await desk.client.encounter.list({ clientId: right, over: true })).map((line) => line.id),
    ).toEqual([id])
  })
})
