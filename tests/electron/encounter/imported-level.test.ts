import { beforeEach, describe, expect, it } from 'vitest'
import type { SentEvent } from '../../../shared/encounter/sent.ts'
import type { EncounterView } from '../../../shared/encounter/view.ts'
import { failureFrom, openTestDesk } from '../../support/desk.ts'
import type { TestDesk } from '../../support/desk.ts'
import { addAssessment, addClient, addShelf, answer, completed, need } from '../../support/meeting.ts'
import { sendAll, sign, walkIn } from '../../support/meeting.ts'

describe('a level that changed with the client book', () => {
  let desk: TestDesk
  let clientId: number
  let shelf: ReadonlyMap<string, number>
  let id: number
  let view: EncounterView

  const send = async (...events: SentEvent[]): Promise<EncounterView> => {
    view = await sendAll(desk.client, id, events)
    return view
  }
  const choose = (code: string): SentEvent => ({
    type: 'fit.chosen',
    needId: view.needList[0]?.id ?? 0,
    productId: shelf.get(code) ?? 0,
    amount: 10_000_000,
    premium: null,
    writtenChoice: '',
  })
  const refusalOf = (event: SentEvent) =>
    failureFrom(desk.client.encounter.send({ id, seq: view.seq, event }))
  const confirmed = (): SentEvent => answer(view.step, 'level-confirmed', 'yes')
  const levels = async () =>
    (await desk.client.encounter.face({ id, face: 'a-window' })).products.map((product) => product.level)

  const meet = async () => {
    id = (await desk.client.encounter.start({ ...walkIn, clientId })).id
    await send(
      sign('贺超文'),
      answer('greeting', 'purpose', '问产品'),
      completed('greeting'),
      need('投资'),
      completed('discovering'),
      { type: 'planning.skipped', reason: 'not-needed-now', note: '' },
    )
  }

  beforeEach(async () => {
    desk = await openTestDesk({ at: '2026-11-26T10:00:00+08:00' })
    shelf = addShelf(desk)
    clientId = addClient(desk, '贺超文')
    addAssessment(desk, clientId, 2, '2026-03-10')
  })

  it('needs no confirmation when it is the first one, or the same again', async () => {
    addAssessment(desk, clientId, 2, '2026-09-10')
    await meet()
    expect(view.assessment).toMatchObject({ level: 2, standing: 'valid' })
    await send(choose('LC2031'))
    expect(view.choices).toHaveLength(1)
  })

  it('opens no product and shows none of it until the client confirms it at the table', async () => {
    addAssessment(desk, clientId, 5, '2026-10-10')
    await meet()
    expect(view.assessment).toMatchObject({ level: 5, standing: 'unconfirmed' })
    expect(new Set(await levels())).toEqual(new Set([null]))
    for (const code of ['JJ000012', 'LC2031'])
      expect(await refusalOf(choose(code))).toMatchObject({ reasons: ['levelConfirmedAgain'] })
    await send(confirmed())
    expect(view.assessment).toMatchObject({ level: 5, standing: 'valid' })
    expect(await levels()).toContain(5)
    await send(choose('JJ000012'))
    expect(view.choices).toHaveLength(1)
  })

  it('is not confirmed by a newer book that only repeats it', async () => {
    addAssessment(desk, clientId, 5, '2026-10-10')
    addAssessment(desk, clientId, 5, '2026-11-10')
    await meet()
    expect(view.assessment?.standing).toBe('unconfirmed')
    await send(confirmed())
    addAssessment(desk, clientId, 5, '2026-11-20')
    expect((await desk.client.encounter.get({ id })).assessment?.standing).toBe('valid')
  })

  it('is not settled by a slip of the same level without the second word', async () => {
    addAssessment(desk, clientId, 5, '2026-10-10')
    await meet()
    const slip = (confirmedAgain: boolean): SentEvent => ({
      type: 'assessment.recorded',
      level: 5,
      date: '2026-11-26',
      serial: 'FX-1',
      channel: 'counter-slip',
      confirmedAgain,
    })
    expect(await refusalOf(slip(false))).toMatchObject({ reasons: ['levelConfirmedAgain'] })
    await send(slip(true))
    expect(view.assessment?.standing).toBe('valid')
  })

  it('counts no confirmation somebody else gave while the wrong file was open', async () => {
    addAssessment(desk, clientId, 5, '2026-10-10')
    await meet()
    await send(confirmed(), { type: 'meeting.moved', clientId: addClient(desk, '郝欣'), why: '看错了' })
    await send({ type: 'meeting.suspended' })
    await meet()
    expect(view.assessment?.standing).toBe('unconfirmed')
  })
})
