import type { FigureKind } from '../../../shared/figure/kinds.ts'
import type { Counted, Reach } from '../../../shared/figure/model.ts'
import type { Member, Relation } from '../../../shared/household/model.ts'
import type { StatementParts } from '../../../shared/statement/model.ts'

// Household H1: Mr Chen (1) and Ms Shen (2), a daughter of 8 and his parents; everything in yuan.

export const he = 1
export const she = 2

const member = (id: number, name: string, relation: Relation, birth: string): Member => ({
  id,
  clientId: id <= 2 ? id * 10 : null,
  name,
  relation,
  sex: relation === 'wife' || relation === 'daughter' || relation === 'mother' ? 'female' : 'male',
  birth,
  occupation: '',
  agreed: false,
  validFrom: '2020-01-01',
  validTo: null,
  seq: 1,
})

export const members: readonly Member[] = [
  member(1, '陈知远', 'head', '1986-03-12'),
  member(2, '沈若溪', 'wife', '1988-07-05'),
  member(3, '陈安禾', 'daughter', '2018'),
  member(4, '陈伯文', 'father', '1958'),
  member(5, '梁淑仪', 'mother', '1960'),
]

const both: Reach = { kind: 'named', members: [he, she] }

export const told = (
  kind: FigureKind,
  ownerId: number | null,
  yuan: number,
  more: Partial<Counted> = {},
): Counted => ({
  kind,
  ownerId,
  amount: yuan * 100,
  period: 'year',
  source: 'told',
  asOf: '2026-10-31',
  reach: both,
  widened: null,
  ...more,
})

const bank = { source: 'bank', reach: { kind: 'own' } } as const

export const bankFigures: readonly Counted[] = [
  told('time-deposit', he, 500_000, bank),
  told('bond', she, 200_000, bank),
  told('wealth', she, 600_000, bank),
]

export const toldFigures: readonly Counted[] = [
  told('salary', he, 35_000, { period: 'month', source: 'document' }),
  told('salary', she, 20_000, { period: 'month', source: 'document' }),
  told('rent-income', null, 48_000),
  told('investment-income', null, 52_000, { source: 'estimate' }),
  told('living', null, 304_000),
  told('loan-payment', null, 10_000, { period: 'month' }),
  told('premium', null, 36_000),
  told('cash', he, 20_000),
  told('demand', he, 100_000),
  told('demand', she, 80_000),
  told('money-fund', he, 100_000),
  told('fund', he, 350_000),
  told('stock', he, 150_000),
  told('metal', she, 50_000),
  told('home', null, 3_200_000),
  told('let-home', null, 1_500_000),
  told('car', he, 150_000),
  told('card', he, 30_000),
  told('home-loan', null, 1_200_000),
  told('let-home-loan', null, 570_000),
]

export const widenedBank = bankFigures.map((figure): Counted => ({ ...figure, widened: { kind: 'family' } }))

export const parts = (figures: readonly Counted[], readers: readonly number[]): StatementParts => ({
  client: { id: 10, name: '陈知远', sex: 'male', number: 'KH0001', phone: '138****6021' },
  members,
  documents: new Map([
    [he, '990***********0012'],
    [she, '990***********0026'],
  ]),
  figures,
  readers,
  asOf: '2026-11-25',
  reference: 'textbook',
})
