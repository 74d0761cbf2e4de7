import { beforeEach, describe, expect, it } from 'vitest'
import type { SentEvent } from '../../../shared/encounter/sent.ts'
import type { EncounterView } from '../../../shared/encounter/view.ts'
import { failureFrom, openTestDesk } from '../../support/desk.ts'
import type { TestDesk } from '../../support/desk.ts'
import { addAssessment, addClient, addShelf, answer, completed, dbOf } from '../../support/meeting.ts'
import { need, sendAll, sign, walkIn } from '../../support/meeting.ts'

const yuan = (n: number): number => n * 100

describe('the declaration of an insurance with uncertain benefit', () => {
  let desk: TestDesk
  let shelf: ReadonlyMap<string, number>
  let clientId: number
  let id: number
  let view: EncounterView

  const send = async (...events: SentEvent[]): Promise<EncounterView> => {
    view = await sendAll(desk.client, id, events)
    return view
  }
  const refusalOf = (event: SentEvent) =>
    failureFrom(desk.client.encounter.send({ id, seq: view.seq, event }))
  const policy = (amount: number, years = 10): SentEvent => ({
    type: 'fit.chosen',
    needId: view.needList[0]?.id ?? 0,
    productId: shelf.get('BX0101') ?? 0,
    amount,
    premium: {
      kind: 'yearly',
      years,
      premium: yuan(100_000),
      familyIncome: yuan(760_000),
      budget: yuan(150_000),
    },
    writtenChoice: '',
  })
  const told = (): SentEvent => ({
    type: 'explanation.given',
    choiceId: view.choices[0]?.id ?? 0,
    items: view.choices[0]?.items.map(({ item }) => item) ?? [],
  })
  const agreed = (amount: number): SentEvent => ({
    type: 'intent.agreed',
    choiceId: view.choices[0]?.id ?? 0,
    amount,
    recordingNumber: 'SL-1',
    paperNumber: '',
  })
  const chosen = async (years?: number) => {
    await send(policy(yuan(100_000), years), completed('fitting'))
    await send(told(), completed('proposing'))
  }

  beforeEach(async () => {
    desk = await openTestDesk({ at: '2026-11-26T10:00:00+08:00' })
    shelf = addShelf(desk)
    clientId = addClient(desk, '贺超文')
    addAssessment(desk, clientId, 3, '2026-05-14')
    id = (await desk.client.encounter.start({ ...walkIn, clientId })).id
    await send(
      sign('贺超文'),
      answer('greeting', 'purpose', '问保险'),
      completed('greeting'),
      need('给家里留一份'),
      completed('discovering'),
      { type: 'planning.skipped', reason: 'not-needed-now', note: '' },
    )
  })

  it('is computed from the premium that is paid: no other amount is chosen or agreed', async () => {
    expect(await refusalOf(policy(yuan(5_000_000)))).toMatchObject({ reasons: ['amountIsPremium'] })
    await chosen()
    expect(view.choices[0]?.flags).toEqual([])
    expect(await refusalOf(agreed(yuan(5_000_000)))).toMatchObject({ reasons: ['amountIsPremium'] })
    await send(agreed(yuan(100_000)))
    expect(view.intentList.map((intent) => intent.amount)).toEqual([yuan(100_000)])
  })

  it('cannot be told for a client of unknown age, so the product is not chosen', async () => {
    dbOf(desk).run('UPDATE client SET birth_date = NULL WHERE id = ?', [clientId])
    expect(await refusalOf(policy(yuan(100_000)))).toMatchObject({ reasons: ['ageIsKnown'] })
  })

  it('goes by the age on the day of the intent: a meeting taken up after a birthday asks for the paper', async () => {
    dbOf(desk).run("UPDATE client SET birth_date = '1998-11-28' WHERE id = ?", [clientId])
    await chosen(47)
    expect(view.choices[0]).toMatchObject({ flags: [], lastPayingAge: 74 })
    desk.clock.set('2026-11-30T10:00:00+08:00')
    view = await desk.client.encounter.get({ id })
    expect(view.choices[0]).toMatchObject({ flags: ['payingAge'], lastPayingAge: 75 })
    expect(await refusalOf(agreed(yuan(100_000)))).toMatchObject({ reasons: ['papersGiven'] })
  })
})
