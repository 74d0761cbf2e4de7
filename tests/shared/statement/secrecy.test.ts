import fc from 'fast-check'
import { expect, test } from 'vitest'
import { figureKinds } from '../../../shared/figure/kinds.ts'
import type { Counted, Reach } from '../../../shared/figure/model.ts'
import { covers } from '../../../shared/figure/reach.ts'
import { greatestAmount } from '../../../shared/money.ts'
import { buildStatement } from '../../../shared/statement/model.ts'
import { statementHtml } from '../../../shared/statement/page.ts'
import type { StatementFrame } from '../../../shared/printout/model.ts'
import { parts } from './h1.ts'

const frame: StatementFrame = {
  bank: '禾川银行',
  branch: '云湖路支行',
  maker: '周敏',
  printedAt: '2026年11月25日 09:00',
  record: { number: 'BB-2026-000001', copy: 1, again: 0, duplicate: false, head: '00000000' },
  sample: false,
  sheets: ['client', 'bank'],
}

const memberIds = [1, 2, 3, 4, 5]
const named = fc
  .uniqueArray(fc.constantFrom(...memberIds), { minLength: 1 })
  .map((members): Reach => ({ kind: 'named', members }))
const reach = fc.oneof(named, fc.constant<Reach>({ kind: 'own' }), fc.constant<Reach>({ kind: 'family' }))
const figure: fc.Arbitrary<Counted> = fc.record({
  kind: fc.constantFrom(...figureKinds),
  ownerId: fc.constantFrom(1, 2, 4, null),
  amount: fc.integer({ min: 0, max: greatestAmount / 100 }),
  period: fc.constantFrom('month', 'year'),
  source: fc.constantFrom('bank', 'document', 'told', 'estimate'),
  asOf: fc.constantFrom('2026-09-30', '2026-10-31', '2026-11-20'),
  reach,
  widened: fc.option(named, { nil: null }),
})
const readers = fc.uniqueArray(fc.constantFrom(...memberIds), { minLength: 1 })

const printed = (figures: readonly Counted[], forWhom: readonly number[]): string => {
  const content = buildStatement(parts(figures, forWhom))
  return JSON.stringify(content) + statementHtml(content, frame)
}

test('FT-13: changing, adding or removing a figure outside the readers’ reach changes no byte of their paper', () => {
  let hidden = 0
  fc.assert(
    fc.property(
      fc.array(figure, { maxLength: 12 }),
      figure,
      figure,
      readers,
      (others, secret, changed, forWhom) => {
        const { amount, kind, source, period, asOf } = changed
        const later = { ...secret, amount, kind, source, period, asOf }
        fc.pre(!covers(secret, forWhom))
        hidden += 1
        const without = printed(others, forWhom)
        expect(printed([secret, ...others], forWhom)).toBe(without)
        expect(printed([...others, later], forWhom)).toBe(without)
      },
    ),
    { numRuns: 300 },
  )
  expect(hidden).toBeGreaterThan(100)
})

test('a figure inside their reach does change their paper', () => {
  fc.assert(
    fc.property(figure, readers, (seen, forWhom) => {
      fc.pre(covers(seen, forWhom) && seen.amount > 0)
      expect(printed([seen], forWhom)).not.toBe(printed([], forWhom))
    }),
  )
})

test('the paper is the same in whatever order the figures were told', () => {
  fc.assert(
    fc.property(fc.array(figure, { maxLength: 12 }), readers, (figures, forWhom) => {
      expect(printed([...figures].reverse(), forWhom)).toBe(printed(figures, forWhom))
    }),
    { numRuns: 100 },
  )
})

test('a name full of markup stays a name on paper, in its footer and in its charts', () => {
  const nasty = `<img src=x onerror=alert(1)>"'&</style><script>`
  const content = buildStatement(
    parts(
      [
        {
          kind: 'salary',
          ownerId: 1,
          amount: 100,
          period: 'year',
          source: 'told',
          asOf: '2026-11-01',
          reach: { kind: 'family' },
          widened: null,
        },
      ],
      [1],
    ),
  )
  const html = statementHtml(
    {
      ...content,
      client: { ...content.client, name: nasty },
      members: content.members.map((member) => ({ ...member, name: nasty, occupation: nasty })),
      readers: [nasty],
      income: { ...content.income, lines: content.income.lines.map((line) => ({ ...line, person: nasty })) },
    },
    { ...frame, maker: nasty, bank: nasty },
  )
  expect(html).not.toContain('<img')
  expect(html).not.toContain('<script')
  expect(html.match(/<\/style>/g)).toHaveLength(1)
})
