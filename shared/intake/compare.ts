import type { ShelfProduct } from '../product/model.ts'
import type { BookRow } from './book-row.ts'

const plainFields = [
  'name',
  'sex',
  'documentKind',
  'documentNumber',
  'birthDate',
  'phone',
  'employer',
  'occupation',
  'owner',
  'level',
  'levelDate',
] as const

const amountFields = [
  'aum',
  'demand',
  'time',
  'wealth',
  'fund',
  'insurance',
  'bond',
  'metal',
  'loan',
] as const

/** Fields in which two readings of the same client differ. */
export const bookDifferences = (before: BookRow, after: BookRow): readonly string[] => [
  ...plainFields.filter((field) => before[field] !== after[field]),
  ...amountFields.filter((field) => before.amounts[field] !== after.amounts[field]),
]

const shelfFields = [
  'name',
  'kind',
  'level',
  'rate',
  'termDays',
  'minimum',
  'openFrom',
  'openTo',
  'audience',
] as const satisfies readonly (keyof ShelfProduct)[]

export const shelfDifferences = (before: ShelfProduct, after: ShelfProduct): readonly string[] =>
  shelfFields.filter((field) => before[field] !== after[field])
