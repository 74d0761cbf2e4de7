import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { capitals } from '../../shared/capitals.ts'
import {
  divided,
  formatFen,
  formatRatio,
  formatShare,
  greatestAmount,
  parseAmount,
} from '../../shared/money.ts'

const read = (text: string): number | 'refused' => {
  const result = parseAmount(text)
  return result.ok ? result.value : 'refused'
}

describe('typed amounts', () => {
  test.each([
    ['¥1,200,000.00', 120_000_000],
    ['120万', 120_000_000],
    ['１２０万', 120_000_000],
    ['１，２００．５', 120_050],
    ['−350.20', -35_020],
    ['¥-5', -500],
    ['1.5亿元', 15_000_000_000],
    ['0.000001万', 1],
    ['1.50', 150],
    ['1.500', 150],
    [' 20 000 ', 2_000_000],
    ['-0', 0],
  ])('%s is %d fen', (text, fen) => {
    expect(read(text)).toBe(fen)
  })

  test.each([
    '',
    '万',
    '1,20,000',
    '1.234',
    '1e6',
    'abc',
    '--5',
    '1.2.3',
    '12万元整',
    '0.0000001万',
    '10000000000001',
  ])('"%s" is refused, not guessed', (text) => {
    expect(read(text)).toBe('refused')
  })

  test('an amount that is shown and typed again stays itself to the fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: -greatestAmount, max: greatestAmount }), (fen) => {
        expect(read(formatFen(fen))).toBe(fen)
      }),
    )
  })
})

describe('shown amounts', () => {
  test('amounts have two places, groups of three and a real minus', () => {
    expect([7_000_000_00, -5, 0, 100_000_000_000_000].map(formatFen)).toEqual([
      '7,000,000.00',
      '−0.05',
      '0.00',
      '1,000,000,000,000.00',
    ])
  })

  test('ratios are rounded half up in exact arithmetic', () => {
    expect(divided(1_800_000_00, 7_000_000_00, 10_000)).toBe(2571)
    expect(divided(1, 8, 100)).toBe(13)
    expect(divided(-1, 8, 100)).toBe(-13)
    expect(divided(greatestAmount - 1, greatestAmount, 10_000)).toBe(10_000)
    expect(divided(5, 0, 100)).toBeNull()
    expect([formatRatio(2571), formatRatio(5), formatShare(264), formatRatio(-3)]).toEqual([
      '25.71%',
      '0.05%',
      '26.4%',
      '−0.03%',
    ])
  })
})

describe('amounts in words', () => {
  test.each([
    [140950, '人民币壹仟肆佰零玖元伍角'],
    [600714, '人民币陆仟零柒元壹角肆分'],
    [1640902, '人民币壹万陆仟肆佰零玖元零贰分'],
    [32504, '人民币叁佰贰拾伍元零肆分'],
  ])('W61a: %d fen is %s', (fen, words) => {
    expect(capitals(fen)).toBe(words)
  })

  test.each([
    [168032, '人民币壹仟陆佰捌拾元叁角贰分'],
    [10700053, '人民币壹拾万柒仟元伍角叁分'],
  ])('W61b: the optional 零 is left out: %d fen is %s', (fen, words) => {
    expect(capitals(fen)).toBe(words)
  })

  test.each([
    [100050000, '人民币壹佰万零伍佰元整'],
    [1000000100, '人民币壹仟万零壹元整'],
    [10000000000, '人民币壹亿元整'],
    [0, '人民币零元整'],
    [5, '人民币伍分'],
    [1005, '人民币壹拾元零伍分'],
  ])('W61c: %d fen is %s', (fen, words) => {
    expect(capitals(fen)).toBe(words)
  })

  test('debts larger than assets, and very large amounts', () => {
    expect(capitals(-150)).toBe('人民币负壹元伍角')
    expect(capitals(100_000_000_000_000)).toBe('人民币壹万亿元整')
    expect(capitals(100_050_000_000_000)).toBe('人民币壹万零伍亿元整')
    expect(capitals(10_005_000_000)).toBe('人民币壹亿零伍万元整')
    expect(capitals(520_000_000)).toBe('人民币伍佰贰拾万元整')
  })
})
