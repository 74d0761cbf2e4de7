import { beforeEach, describe, expect, it } from 'vitest'
import type { SentEvent } from '../../../shared/encounter/sent.ts'
import type { Outcome } from '../../../shared/printout/model.ts'
import { failureFrom, openTestDesk } from '../../support/desk.ts'
import type { TestDesk } from '../../support/desk.ts'
import { addClient, addShelf, answer, dbOf, sendAll, sign, walkIn } from '../../support/meeting.ts'
import { addColleague, headOf, sitDown } from '../../support/seats.ts'

// Practice 3: copies printed under the wrong name are recalled, and the wrong client's past keeps only the correction.

const day = 24 * 60 * 60 * 1000

describe('the sheets of a meeting held with the wrong file open', () => {
  let desk: TestDesk
  let wrong: number
  let right: number

  beforeEach(async () => {
    desk = await openTestDesk({ at: '2026-11-23T10:00:00+08:00' })
    addShelf(desk)
    wrong = addClient(desk, '郝欣')
    right = addClient(desk, '贺超文')
  })

  const sitsHere = async (): Promise<number> => {
    const { id } = await desk.client.encounter.start({ ...walkIn, clientId: wrong })
    await sendAll(desk.client, id, [sign('郝欣'), answer('greeting', 'purpose', '问利率')])
    return id
  }

  const move = async (id: number) => {
    const event: SentEvent = { type: 'meeting.moved', clientId: right, why: '证件上是另一位' }
    await sendAll(desk.client, id, [event])
  }

  const endAndAskForTheMove = async (id: number) => {
    await sendAll(desk.client, id, [
      { type: 'client.left-early', reason: 'family' },
      answer('reviewing', 'lesson', '先看证件'),
      { type: 'review.written' },
    ])
    await move(id)
  }

  const supervisorConfirms = async () => {
    const [waiting] = await desk.client.encounter.moves()
    sitDown(desk, addColleague(desk, '何静', ['supervisor']))
    await desk.client.encounter.confirmMove({ moveId: waiting?.id ?? 0 })
    sitDown(desk, headOf(desk))
  }

  const tell = async (encounterId: number | null) => {
    const { selfId } = await desk.client.household.begin({ clientId: wrong })
    const told = { kind: 'salary', amount: 38_000_000, period: 'year', source: 'told' } as const
    const rest = { reach: { kind: 'own' }, place: '', asOf: '2026-11-23' } as const
    await desk.client.figure.put({
      clientId: wrong,
      ...(encounterId === null ? {} : { encounterId }),
      ownerId: selfId,
      ...told,
      ...rest,
    })
  }

  const print = async (outcome: Exclude<Outcome, 'started'> = 'taken') => {
    const { selfId } = await desk.client.household.begin({ clientId: wrong })
    const sheet = { clientId: wrong, readers: [selfId], way: 'paper' as const, glyphsAccepted: true }
    const { printout } = await desk.client.printout.start(sheet)
    return desk.client.printout.finish({ id: printout.id, outcome })
  }

  const ledger = async () =>
    Object.fromEntries((await desk.client.printout.list({})).rows.map((row) => [row.number, row.outcome]))

  const inThePast = async () =>
    (await desk.client.client.page({ id: wrong })).timeline
      .filter(({ title }) => title === 'printout.timeline.printed')
      .map(({ params }) => params['number'])

  it('are void, asked back and gone from the past; one from before the client sat down is not', async () => {
    const before = await print()
    desk.clock.advance(60_000)
    const id = await sitsHere()
    await tell(id)
    const meanwhile = await print()
    expect(await inThePast()).toEqual([meanwhile.number, before.number])
    await move(id)
    expect(await ledger()).toEqual({ [before.number]: 'taken', [meanwhile.number]: 'void' })
    expect(await inThePast()).toEqual([before.number])
    await desk.client.printout.giveBack({ id: meanwhile.id, returned: 'recalled' })
  })

  it('are not printed a second time under the wrong name when the printer failed', async () => {
    const id = await sitsHere()
    await tell(id)
    const failed = await print('failed')
    await move(id)
    const again = desk.client.printout.again({ id: failed.id })
    expect(await failureFrom(again)).toMatchObject({ rule: 'printout.refusal.not-failed' })
    const shown = desk.client.printout.page({ job: `p${failed.id}` })
    expect(await failureFrom(shown)).toMatchObject({ rule: 'printout.refusal.recalled' })
    expect(await inThePast()).toEqual([])
  })

  it('do not stand in the past either when they were void or cancelled before the move', async () => {
    const id = await sitsHere()
    const [torn, cancelled] = [await print('void'), await print('cancelled')]
    await move(id)
    expect(await ledger()).toEqual({ [torn.number]: 'void', [cancelled.number]: 'cancelled' })
    expect(await inThePast()).toEqual([])
  })

  it('are those from the arrival on, not those since the day the meeting was booked', async () => {
    const booked = { date: '2026-11-27', time: '10:00', place: '' }
    const { id } = await desk.client.encounter.start({ ...walkIn, clientId: wrong, appointment: booked })
    desk.clock.advance(day)
    const tuesday = await print()
    const torn = await print('void')
    desk.clock.advance(3 * day)
    await sendAll(desk.client, id, [{ type: 'meeting.started', unscheduled: true }, sign('郝欣')])
    const friday = await print()
    await move(id)
    expect(await ledger()).toEqual({
      [tuesday.number]: 'taken',
      [torn.number]: 'void',
      [friday.number]: 'void',
    })
    expect(await inThePast()).toEqual([torn.number, tuesday.number])
  })

  it('are not those printed after it was over, while the move waited', async () => {
    const id = await sitsHere()
    const held = await print()
    await endAndAskForTheMove(id)
    desk.clock.advance(day)
    const rightful = await print()
    await supervisorConfirms()
    expect(await ledger()).toEqual({ [held.number]: 'void', [rightful.number]: 'taken' })
    expect(await inThePast()).toEqual([rightful.number])
  })

  it('are also those printed later, by whomever, that show what was told in it', async () => {
    const id = await sitsHere()
    await tell(id)
    await endAndAskForTheMove(id)
    desk.clock.advance(day)
    const own = headOf(desk)
    sitDown(desk, addColleague(desk, '李理财', ['wealth-manager']))
    const later = await print()
    sitDown(desk, own)
    await supervisorConfirms()
    expect(await ledger()).toEqual({ [later.number]: 'void' })
    expect(await inThePast()).toEqual([])
  })

  it('are not those a colleague printed meanwhile out of what stood there before', async () => {
    await tell(null)
    const id = await sitsHere()
    const own = headOf(desk)
    sitDown(desk, addColleague(desk, '李理财', ['wealth-manager']))
    const colleague = await print()
    sitDown(desk, own)
    await move(id)
    expect(await ledger()).toEqual({ [colleague.number]: 'taken' })
    expect(await inThePast()).toEqual([colleague.number])
    expect(dbOf(desk).all("SELECT 1 FROM audit WHERE action = 'printout.recalled'")).toEqual([])
  })
})
