import { beforeEach, describe, expect, it } from 'vitest'
import { factsOf } from '../../../electron/encounter/facts.ts'
import { encounterById } from '../../../electron/encounter/repository.ts'
import { askedOf } from '../../../electron/encounter/steps.ts'
import { decide } from '../../../shared/encounter/decide.ts'
import { noFacts } from '../../../shared/encounter/facts.ts'
import type { SentEvent } from '../../../shared/encounter/sent.ts'
import type { Step } from '../../../shared/encounter/step.ts'
import { addColleague, headOf, sitDown } from '../../support/seats.ts'
import { failureFrom, openTestDesk } from '../../support/desk.ts'
import type { TestDesk } from '../../support/desk.ts'
import { addAssessment, addClient, addShelf, answer, dbOf, sendAll, sign } from '../../support/meeting.ts'
import type { Book } from '../../support/meeting-path.ts'
import { fulfil, leadTo } from '../../support/meeting-path.ts'

const moved = (clientId: number): SentEvent => ({ type: 'meeting.moved', clientId, why: '证件上是另一位' })

describe('what was chosen with the wrong file open', () => {
  let desk: TestDesk
  let shelf: ReadonlyMap<string, number>
  let book: Book

  beforeEach(async () => {
    desk = await openTestDesk({ at: '2026-11-25T15:00:00+08:00' })
    shelf = addShelf(desk)
    const clientId = addClient(desk, '郝欣')
    addAssessment(desk, clientId, 5, '2026-11-01')
    book = { clientId, otherClientId: addClient(desk, '贺超文'), productId: shelf.get('LC2031') ?? 0 }
  })

  const ledTo = async (step: Step): Promise<number> => {
    const id = await leadTo(desk.client, step, book)
    await fulfil(desk.client, id, book)
    return id
  }

  const replayed = (id: number) =>
    askedOf(dbOf(desk), id).reduce((facts, event) => {
      const decision = decide(facts, event)
      if (!decision.allowed) throw new Error(`replay refused ${event.type}`)
      return decision.facts
    }, noFacts)

  const supervisorConfirms = async (): Promise<void> => {
    const [waiting] = await desk.client.encounter.moves()
    sitDown(desk, addColleague(desk, '何静', ['supervisor']))
    await desk.client.encounter.confirmMove({ moveId: waiting?.id ?? 0 })
    sitDown(desk, headOf(desk))
  }

  for (const step of ['intending', 'closing'] as const)
    it(`counts for nothing when it does not fit the right client (${step})`, async () => {
      addAssessment(desk, book.otherClientId, 1, '2026-11-01')
      const id = await ledTo(step)
      const view = await sendAll(desk.client, id, [moved(book.otherClientId)])
      expect([view.step, view.intentList.length]).toEqual(['greeting', 0])
      expect(view.choices).toMatchObject([{ declineCause: 'wrong-client', report: { level: 'above' } }])
      const row = encounterById(dbOf(desk), id)
      expect(row && factsOf(dbOf(desk), row)).toEqual(replayed(id))
    })

  it('stands when the right client could have chosen it too', async () => {
    addAssessment(desk, book.otherClientId, 5, '2026-11-01')
    const id = await ledTo('closing')
    const view = await sendAll(desk.client, id, [moved(book.otherClientId)])
    expect([view.step, view.intentList.length]).toEqual(['greeting', 1])
    expect(view.choices).toMatchObject([{ declineCause: null, report: { level: 'ok' } }])
  })

  it('is judged with the care owed to somebody of 65 and more', async () => {
    addAssessment(desk, book.otherClientId, 5, '2026-11-01')
    dbOf(desk).run("UPDATE client SET birth_date = '1950-02-13' WHERE id = ?", [book.otherClientId])
    dbOf(desk).run('UPDATE product SET level = 4 WHERE id = ?', [book.productId])
    // The wrong file belonged to somebody young, so no such item was asked for.
    const id = await leadTo(desk.client, 'proposing', book)
    dbOf(desk).run('UPDATE fit_choice SET senior_care = 0')
    const view = await sendAll(desk.client, id, [moved(book.otherClientId)])
    expect(view.choices[0]?.report.seniorCare).toBe(true)
  })

  it('ends in no review before the right client showed a document', async () => {
    const id = await ledTo('closing')
    await sendAll(desk.client, id, [{ type: 'farewell.given' }, moved(book.otherClientId)])
    const view = await sendAll(desk.client, id, [answer('reviewing', 'lesson', '先看证件')])
    const written: SentEvent = { type: 'review.written' }
    const refused = desk.client.encounter.send({ id, seq: view.seq, event: written })
    expect(await failureFrom(refused)).toMatchObject({ rule: 'signedAfterMove' })
    const wrong = { ...sign('郝欣'), step: 'reviewing' } as SentEvent
    const other = desk.client.encounter.send({ id, seq: view.seq, event: wrong })
    expect(await failureFrom(other)).toMatchObject({ rule: 'secondSignMatches' })
    const right = { ...sign('贺超文'), step: 'reviewing' } as SentEvent
    expect((await sendAll(desk.client, id, [right, written])).step).toBe('done')
  })

  it('is judged too when a supervisor moves a finished meeting', async () => {
    addAssessment(desk, book.otherClientId, 1, '2026-11-01')
    const id = await leadTo(desk.client, 'done', book)
    expect((await sendAll(desk.client, id, [moved(book.otherClientId)])).intentList).toHaveLength(1)
    await supervisorConfirms()
    const view = await desk.client.encounter.get({ id })
    expect([view.clientId, view.intentList.length]).toEqual([book.otherClientId, 0])
  })

  it('is asked back once, and for whoever holds the meeting', async () => {
    const id = await leadTo(desk.client, 'done', book)
    const { seq } = await sendAll(desk.client, id, [moved(book.otherClientId)])
    const third = addClient(desk, '贺超文')
    const again = desk.client.encounter.send({ id, seq, event: moved(third) })
    expect(await failureFrom(again)).toMatchObject({ rule: 'moveWaits' })
    // A request left over from before this was refused.
    dbOf(desk).run(
      `INSERT INTO encounter_move(encounter_id, from_client_id, to_client_id, number, why, requested_by, requested_at)
       VALUES (:id, :from, :third, 2, '重复', 1, 1)`,
      { id, from: book.clientId, third },
    )
    const late = (await desk.client.encounter.moves())[1]?.id ?? 0
    await supervisorConfirms()
    expect(await failureFrom(desk.client.encounter.confirmMove({ moveId: late }))).toEqual({
      code: 'not-found',
      what: 'move',
    })
    expect(await desk.client.encounter.moves()).toEqual([])
    expect((await desk.client.encounter.get({ id })).clientId).toBe(book.otherClientId)
  })

  for (const step of ['postponed', 'aborted'] as const)
    it(`can be asked back of a meeting that was ${step}`, async () => {
      const id = await leadTo(desk.client, step, book)
      const view = await sendAll(desk.client, id, [moved(book.otherClientId)])
      expect([view.step, view.clientId, view.moveAskedBy]).toEqual([step, book.clientId, headOf(desk).id])
      await supervisorConfirms()
      expect((await desk.client.encounter.get({ id })).clientId).toBe(book.otherClientId)
    })
})
