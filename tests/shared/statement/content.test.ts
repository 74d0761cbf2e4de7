import { describe, expect, test } from 'vitest'
import { buildStatement } from '../../../shared/statement/model.ts'
import { formatRatio, formatTimes } from '../../../shared/money.ts'
import type { StatementContent } from '../../../shared/statement/content.ts'
import { investmentWithoutProperty } from '../../../shared/ratio/ratio.ts'
import { bankFigures, he, members, parts, she, told, toldFigures, widenedBank } from './h1.ts'

const yuan = (fen: number): number => fen / 100
const ratio = (content: StatementContent, key: string) => {
  const found = content.ratios.find((r) => r.key === key)
  if (!found) throw new Error(`no ratio ${key}`)
  return found
}
const shown = (content: StatementContent, key: string): string => {
  const { value, unit } = ratio(content, key)
  return value === null ? 'not available' : unit === 'months' ? formatTimes(value) : formatRatio(value)
}

describe('household H1, everything in sight', () => {
  const all = buildStatement(parts([...toldFigures, ...widenedBank], [he, she]))

  test('W01: assets, debts, net worth and surplus', () => {
    expect([all.assets.total, all.debts.total, all.netWorth, all.surplus].map(yuan)).toEqual([
      7_000_000, 1_800_000, 5_200_000, 300_000,
    ])
  })

  test.each([
    ['W02', 'surplus', '39.47%', 'fits'],
    ['W03', 'liquidity', '7.83', 'high'],
    ['W04', 'debt', '25.71%', 'fits'],
    ['W04', 'solvency', '74.29%', 'fits'],
    ['W05', 'quick-pay', '16.67%', 'low'],
    ['W06', 'debt-service', '15.79%', 'fits'],
    ['W07', 'investment', '64.42%', 'high'],
    ['W08', 'freedom', '21.74%', 'fits'],
    ['W09', 'premium', '4.74%', 'fits'],
    ['W09', 'consumption', '40.00%', 'fits'],
    ['W09', 'leverage', '17.01%', 'fits'],
  ])('%s: %s is %s and %s', (_, key, value, verdict) => {
    expect([shown(all, key), ratio(all, key).verdict]).toEqual([value, verdict])
  })

  test('W02: under the 60 % of the source text the same surplus is too low', () => {
    const strict = buildStatement({ ...parts(toldFigures, [he, she]), reference: 'source-text' })
    expect([shown(strict, 'surplus'), ratio(strict, 'surplus').verdict]).toEqual(['39.47%', 'low'])
  })

  test('W04: debt and solvency add up to exactly one', () => {
    expect((ratio(all, 'debt').value ?? 0) + (ratio(all, 'solvency').value ?? 0)).toBe(10_000)
  })

  test('W07: without property the investments are 35.58 % of net worth', () => {
    const financial = all.assets.groups.find((group) => group.group === 'financial')?.amount ?? 0
    expect(formatRatio(investmentWithoutProperty(financial, all.netWorth) ?? 0)).toBe('35.58%')
  })

  test('the day of the bank’s own books is shown, of those books only that the readers may see', () => {
    const later = bankFigures.map((figure, index) => ({
      ...figure,
      asOf: index === 0 ? '2026-11-20' : '2026-10-31',
    }))
    const dayFor = (readers: readonly number[]): string => buildStatement(parts(later, readers)).bankAsOf
    expect([dayFor([he]), dayFor([she]), dayFor([he, she])]).toEqual(['2026-11-20', '2026-10-31', ''])
  })

  test('shares of the three classes are those of the reference sheet', () => {
    expect(all.assets.groups.map((group) => group.share)).toEqual([43, 264, 693])
    expect([all.debts.share, all.netShare]).toEqual([257, 743])
  })
})

describe('a household with nothing to divide by', () => {
  test('W10: without income the ratios on income are not available, never infinite', () => {
    const content = buildStatement(parts([told('living', null, 1000)], [he]))
    expect(shown(content, 'surplus')).toBe('not available')
    for (const { value } of content.ratios) expect(value === null || Number.isInteger(value)).toBe(true)
  })

  test('debts above assets make ratios on net worth not available', () => {
    const content = buildStatement(parts([told('cash', he, 100), told('card', he, 900)], [he]))
    expect([
      content.netWorth / 100,
      shown(content, 'investment'),
      shown(content, 'debt'),
      shown(content, 'solvency'),
    ]).toEqual([-800, 'not available', '900.00%', '−800.00%'])
  })
})

describe('story S3: husband, wife and 800,000', () => {
  const secret = told('other-financial', he, 800_000, { reach: { kind: 'own' } })

  test('without consent the bank books stay out for both', () => {
    const content = buildStatement(parts([...toldFigures, ...bankFigures], [he, she]))
    expect([content.assets.total, content.debts.total, content.netWorth].map(yuan)).toEqual([
      5_700_000, 1_800_000, 3_900_000,
    ])
    expect(shown(content, 'debt')).toBe('31.58%')
  })

  test('with his secret his own sheet says 7,800,000 and 23.08 %', () => {
    const content = buildStatement(parts([...toldFigures, ...widenedBank, secret], [he]))
    expect([content.assets.total, content.netWorth].map(yuan)).toEqual([7_800_000, 6_000_000])
    expect(shown(content, 'debt')).toBe('23.08%')
  })

  test('her sheet and their common sheet know nothing of it', () => {
    for (const readers of [[she], [he, she]]) {
      const content = buildStatement(parts([...toldFigures, ...widenedBank, secret], readers))
      expect(content).toEqual(buildStatement(parts([...toldFigures, ...widenedBank], readers)))
      expect(yuan(content.assets.total)).toBe(7_000_000)
    }
  })
})

describe('memberships are dated', () => {
  test('after the divorce the next statement does not carry the old spouse', () => {
    const divorced = members.map((m) => (m.id === she ? { ...m, validTo: '2026-11-01' } : m))
    const content = buildStatement({ ...parts([...toldFigures, ...widenedBank], [he]), members: divorced })
    expect(content.members.map((line) => line.name)).not.toContain('沈若溪')
    expect(yuan(content.assets.total)).toBe(7_000_000 - 80_000 - 50_000 - 800_000)
    const before = buildStatement({ ...parts(toldFigures, [he]), members: divorced, asOf: '2026-10-31' })
    expect(before.members.map((line) => line.name)).toContain('沈若溪')
  })

  test('seen from the wife the sheet calls her 本人 and him the spouse', () => {
    const hers = parts(toldFigures, [she])
    const content = buildStatement({ ...hers, client: { ...hers.client, id: 20 } })
    expect(content.members.map((line) => line.relation)).toEqual([
      'spouse',
      'self',
      'daughter',
      'father',
      'mother',
    ])
  })
})
