import { beforeAll, describe, expect, it } from 'vitest'
import { failureFrom, openTestDesk } from '../support/desk.ts'
import type { TestDesk } from '../support/desk.ts'
import {
  addAssessment,
  addClient,
  addShelf,
  answer,
  completed,
  dbOf,
  need,
  sendAll,
  sign,
  walkIn,
} from '../support/meeting.ts'
import type { EncounterView } from '../../shared/encounter/view.ts'
import type { SentEvent } from '../../shared/encounter/sent.ts'

const yuan = (n: number): number => n * 100

describe('four products, one wish for each that fits (story S4)', () => {
  let desk: TestDesk
  let shelf: ReadonlyMap<string, number>
  let id: number
  let view: EncounterView

  const product = (code: string): number => shelf.get(code) ?? 0
  const send = async (...events: SentEvent[]): Promise<EncounterView> => {
    view = await sendAll(desk.client, id, events)
    return view
  }
  const refusalOf = (event: SentEvent) =>
    failureFrom(desk.client.encounter.send({ id, seq: view.seq, event }))
  const choose = (code: string, needAt: number, amount: number): SentEvent => ({
    type: 'fit.chosen',
    needId: view.needList[needAt]?.id ?? 0,
    productId: product(code),
    amount,
    premium: null,
    writtenChoice: '',
  })
  const choiceOf = (code: string) => view.choices.find((choice) => choice.productId === product(code))
  const slip = (confirmedAgain: boolean): SentEvent => ({
    type: 'assessment.recorded',
    level: 3,
    date: '2026-11-25',
    serial: 'FX-1125-018',
    channel: 'counter-slip',
    confirmedAgain,
  })

  beforeAll(async () => {
    desk = await openTestDesk({ at: '2026-11-25T15:00:00+08:00' })
    shelf = addShelf(desk)
    const clientId = addClient(desk, '郝欣')
    addAssessment(desk, clientId, 4, '2025-09-14')
    id = (await desk.client.encounter.start({ ...walkIn, clientId })).id
    await send(
      sign('郝欣'),
      answer('greeting', 'purpose', '给外孙备一笔钱'),
      completed('greeting'),
      need('外孙十八个月后要用六十万', { amount: yuan(600_000), latest: '2028-05-25' }),
      need('一百万，比存款利息高一些', { amount: yuan(1_000_000) }),
      completed('discovering'),
      { type: 'planning.skipped', reason: 'not-needed-now', note: '' },
    )
  })

  it('knows the days of earlier assessments, so that the screen can warn of a third on one day', async () => {
    expect(view.assessmentDays).toEqual(['2025-09-14'])
  })

  it('says the assessment has expired, and nothing about another one', async () => {
    expect(view.assessment?.standing).toBe('expired')
    expect(await refusalOf(choose('LC2031', 0, yuan(600_000)))).toMatchObject({
      reasons: ['assessmentIsValid'],
    })
  })

  it('takes the new result of the bank only with her second confirmation', async () => {
    expect(await refusalOf(slip(false))).toMatchObject({ reasons: ['levelConfirmedAgain'] })
    await send(slip(true))
    expect(view.assessment).toMatchObject({ level: 3, serial: 'FX-1125-018', standing: 'valid' })
    expect(view.step).toBe('fitting')
  })

  it('lists 12 of 15 products on the face she sees', async () => {
    const face = await desk.client.encounter.face({ id, face: 'a-window' })
    const names = face.products.map((line) => line.name)
    expect(names).toHaveLength(12)
    for (const hidden of ['沪深三百指数增强A', '科创成长混合', '家族信托(单一资金)'])
      expect(names).not.toContain(hidden)
  })

  it('refuses the product above her level, names no other level, and keeps nothing but the audit line', async () => {
    const failure = await refusalOf(choose('JJ000012', 1, yuan(100_000)))
    expect(failure).toEqual({ code: 'refused', rule: 'productFits', params: {}, reasons: ['productFits'] })
    const after = await desk.client.encounter.get({ id })
    expect(after).toEqual(view)
    const refusals = dbOf(desk).all("SELECT 1 FROM audit WHERE action = 'fit.refused'")
    // The expired assessment before, and now the level.
    expect(refusals).toHaveLength(2)
  })

  it('raises exactly two declaration flags for the dividend policy', async () => {
    await send(choose('LC2031', 0, yuan(600_000)), choose('LC3012', 1, yuan(1_000_000)), {
      type: 'fit.chosen',
      needId: view.needList[1]?.id ?? 0,
      productId: product('BX0101'),
      amount: yuan(200_000),
      premium: {
        kind: 'yearly',
        years: 10,
        premium: yuan(200_000),
        familyIncome: yuan(760_000),
        budget: yuan(150_000),
      },
      writtenChoice: '',
    })
    expect(choiceOf('BX0101')).toMatchObject({
      flags: ['yearlyPremium', 'payingAge'],
      incomeShare: 2632,
      lastPayingAge: 77,
    })
  })

  it('makes two intents with explained items and recording numbers, and none of the policy', async () => {
    await send(completed('fitting'))
    const told = (code: string): SentEvent => ({
      type: 'explanation.given',
      choiceId: choiceOf(code)?.id ?? 0,
      items: choiceOf(code)?.items.map(({ item }) => item) ?? [],
    })
    const agreed = (code: string, amount: number, recordingNumber: string): SentEvent => ({
      type: 'intent.agreed',
      choiceId: choiceOf(code)?.id ?? 0,
      amount,
      recordingNumber,
      paperNumber: '',
    })
    expect(await refusalOf(completed('proposing'))).toMatchObject({ reasons: ['productExplained'] })
    await send(told('LC3012'), completed('proposing'))
    expect(await refusalOf(agreed('LC2031', yuan(600_000), 'SL-2'))).toMatchObject({
      reasons: ['choiceExplained'],
    })
    expect(await refusalOf(agreed('LC3012', yuan(1_000_000), ''))).toMatchObject({ reasons: ['papersGiven'] })
    await send(agreed('LC3012', yuan(1_000_000), 'SL-1'), { type: 'step.reopened', step: 'proposing' })
    await send(told('LC2031'), completed('proposing'), agreed('LC2031', yuan(600_000), 'SL-2'))
    expect(await refusalOf(completed('intending'))).toMatchObject({ reasons: ['everyChoiceDecided'] })
    await send(
      { type: 'intent.declined', choiceId: choiceOf('BX0101')?.id ?? 0, cause: 'think-over', note: '' },
      completed('intending'),
    )
    expect(view.intentList.map((intent) => [intent.productName, intent.amount])).toEqual([
      ['均衡增利三年持有', yuan(1_000_000)],
      ['稳健优享一年定开', yuan(600_000)],
    ])
  })

  it('does not end before the next contact is set', async () => {
    expect(await refusalOf({ type: 'farewell.given' })).toMatchObject({ reasons: ['nextContactAgreed'] })
    const closed = { type: 'contact.agreed', date: '2026-12-06', time: '10:00', channel: 'phone' } as const
    expect(await refusalOf(closed)).toMatchObject({
      params: { date: '2026-12-07' },
      reasons: ['contactDayOpen'],
    })
    await send({ ...closed, date: '2026-12-09' }, { type: 'farewell.given' })
    expect(view.contact).toMatchObject({ kind: 'agreed', date: '2026-12-09' })
    await send(answer('reviewing', 'lesson', '先问期限'), { type: 'review.written' })
    expect([view.step, view.endedAt !== null]).toEqual(['done', true])
  })
})
