import type { product as zh } from '../zh-CN/product.ts'
import type { Texts } from '../texts.ts'

export const product = {
  title: 'Product shelf',
  kind: {
    deposit: 'Deposit',
    treasury: 'Treasury bond',
    wealth: 'Wealth product',
    fund: 'Fund',
    insurance: 'Insurance',
    metal: 'Precious metal',
    trust: 'Trust',
    other: 'Other',
  },
  field: {
    code: 'Code',
    name: 'Product',
    kind: 'Kind',
    level: 'Risk level',
    rate: 'Rate or benchmark',
    term: 'Term',
    minimum: 'Smallest purchase (yuan)',
    open: 'On sale',
    state: 'State',
  },
  until: 'until {{day}}',
  openEnd: 'open end',
  state: {
    offered: 'on sale',
    closed: 'closed',
    coming: 'not yet open',
    'qualified-investor-not-established': 'qualified investor not established',
  },
  benchmarkNote: 'A benchmark is no promise of a return.',
  empty: 'The shelf is empty. Begin by importing the product shelf.',
  intake: 'Import product shelf',
} satisfies Texts<typeof zh>
