import { beforeAll, describe, expect, test } from 'vitest'
import { formatRatio, formatTimes } from '../../shared/money.ts'
import type { StatementContent } from '../../shared/statement/content.ts'
import { failureFrom, openTestDesk, type TestDesk } from '../support/desk.ts'
import { openSampleHousehold } from '../support/sample.ts'

// Story S3 through the desk: husband, wife and 800,000.

let test3: TestDesk
let home: Awaited<ReturnType<typeof openSampleHousehold>>

beforeAll(async () => {
  test3 = await openTestDesk({ at: '2026-11-25T09:00:00+08:00', closed: true })
  home = await openSampleHousehold(test3)
})

const yuan = (fen: number): number => fen / 100
const sums = (content: StatementContent): readonly number[] =>
  [content.assets.total, content.debts.total, content.netWorth].map(yuan)
const ratio = (content: StatementContent, key: string): string => {
  const found = content.ratios.find((one) => one.key === key)
  if (!found || found.value === null) return 'not available'
  return found.unit === 'months' ? formatTimes(found.value) : formatRatio(found.value)
}

const view = (clientId: number, readers: readonly number[]) =>
  test3.client.statement.view({ clientId, readers: [...readers] })

const printedHtml = async (clientId: number, readers: readonly number[]): Promise<string> => {
  const { job } = await test3.client.printout.prepare({ clientId, readers: [...readers] })
  return (await test3.client.printout.page({ job })).html
}

describe('Wednesday, both at the desk', () => {
  test('the sample book holds twelve households and this one is split as told', () => {
    expect(home.household?.members.map((member) => member.relation)).toEqual([
      'head',
      'wife',
      'daughter',
      'father',
      'mother',
    ])
  })

  test('without consent the bank’s own books stay out of their common statement', async () => {
    const content = await view(home.chen, [home.he, home.she])
    expect(sums(content)).toEqual([5_700_000, 1_800_000, 3_900_000])
    expect(ratio(content, 'debt')).toBe('31.58%')
    expect(await printedHtml(home.chen, [home.he, home.she])).toContain('按在场人员可见口径')
  })

  test('both sign; the same print now holds everything', async () => {
    for (const [clientId, memberId, paper] of [
      [home.chen, home.he, 'F40-0001'],
      [home.shen, home.she, 'F40-0002'],
    ] as const)
      await test3.client.consent.record({
        clientId,
        memberId,
        reach: { kind: 'named', members: [home.he, home.she] },
        bank: true,
        figureIds: [],
        paper,
        signedOn: '2026-11-25',
      })
    const content = await view(home.chen, [home.he, home.she])
    expect(sums(content)).toEqual([7_000_000, 1_800_000, 5_200_000])
    expect([ratio(content, 'debt'), ratio(content, 'surplus'), ratio(content, 'liquidity')]).toEqual([
      '25.71%',
      '39.47%',
      '7.83',
    ])
    expect(content.ratios.find((one) => one.key === 'surplus')?.verdict).toBe('fits')
  })

  test('alone he tells of 800,000, only for him: his own sheet says 7,800,000', async () => {
    await test3.client.figure.put({
      clientId: home.chen,
      kind: 'other-financial',
      ownerId: home.he,
      amount: 80_000_000,
      period: 'year',
      source: 'told',
      reach: { kind: 'own' },
      place: '城东银行',
      asOf: '2026-11-25',
    })
    const content = await view(home.chen, [home.he])
    expect(sums(content)).toEqual([7_800_000, 1_800_000, 6_000_000])
    expect(ratio(content, 'debt')).toBe('23.08%')
  })
})

describe('a meeting with both of them', () => {
  test('what is said there starts with the reach of those present, and no wider', async () => {
    const desk = await openTestDesk({ at: '2026-11-25T09:00:00+08:00', closed: true })
    const { chen, he, she } = await openSampleHousehold(desk)
    const encounter = await desk.client.encounter.start({
      clientId: chen,
      source: 'walk-in',
      appointment: null,
      present: [{ memberId: she, name: '沈若溪', relation: 'wife' }],
      continues: null,
    })
    const { startReach } = await desk.client.figure.list({ clientId: chen, encounterId: encounter.id })
    expect(startReach).toEqual({ kind: 'named', members: [he, she] })
    const said = (reach: typeof startReach) =>
      desk.client.figure.put({
        clientId: chen,
        encounterId: encounter.id,
        kind: 'collection',
        ownerId: she,
        amount: 30_000_00,
        period: 'year',
        source: 'told',
        reach,
        place: '',
        asOf: '2026-11-25',
      })
    expect(await failureFrom(said({ kind: 'family' }))).toMatchObject({
      rule: 'figure.refusal.reach-needs-consent',
    })
    await said(startReach)
    const content = await desk.client.statement.view({ clientId: chen, readers: [he, she] })
    expect(yuan(content.assets.total)).toBe(5_730_000)
    await desk.lock()
  })
})

describe('Friday, she comes alone', () => {
  const everythingShown = async (): Promise<string> => {
    const pages: unknown[] = [
      await test3.client.figure.list({ clientId: home.shen }),
      await test3.client.household.get({ clientId: home.shen }),
      await test3.client.consent.list({ clientId: home.shen }),
    ]
    for (const [clientId, readers] of [
      [home.shen, [home.she]],
      [home.shen, [home.he, home.she]],
      [home.chen, [home.he, home.she]],
    ] as const)
      pages.push(await view(clientId, readers), await printedHtml(clientId, readers))
    return JSON.stringify(pages)
  }

  test('neither the figure nor any number computed from it is on anything of hers', async () => {
    const shown = await everythingShown()
    const traces = [
      /(?<![\d,])800,000(?![\d,])/,
      /(?<!\d)80000000(?!\d)/,
      /城东银行/,
      /7,800,000/,
      /780000000/,
      /(?<![\d,])6,000,000\.00/,
      /23\.08%/,
    ]
    expect(traces.filter((trace) => trace.test(shown))).toEqual([])
  })

  test('changing it to 900,000 changes no byte of what she gets', async () => {
    const before = await everythingShown()
    const { figures } = await test3.client.figure.list({ clientId: home.chen })
    const secret = figures.find((figure) => figure.place === '城东银行')
    if (!secret) throw new Error('his own page must show it')
    const { consented: _, ...wanted } = secret
    await test3.client.figure.put({ clientId: home.chen, ...wanted, amount: 90_000_000 })
    expect((await everythingShown()) === before).toBe(true)
    expect(sums(await view(home.chen, [home.he]))[0]).toBe(7_900_000)
  })

  test('his figure cannot be asked for through her page', async () => {
    const { figures } = await test3.client.figure.list({ clientId: home.chen })
    const secret = figures.find((figure) => figure.place === '城东银行')
    const refusal = await failureFrom(
      test3.client.figure.history({ clientId: home.shen, id: secret?.id ?? 0 }),
    )
    expect(refusal.code).toBe('not-found')
  })

  test('withdrawing his consent takes his deposit off the common sheet at once', async () => {
    const consents = await test3.client.consent.list({ clientId: home.chen })
    const his = consents.find((consent) => consent.memberId === home.he)
    await test3.client.consent.withdraw({ clientId: home.chen, id: his?.id ?? 0 })
    expect(sums(await view(home.chen, [home.he, home.she]))[0]).toBe(6_500_000)
  })
})
