import type { BookRow } from './book-row.ts'
import type { Taken } from './model.ts'

export type OwnerLine = { readonly name: string; readonly clients: number; readonly aum: number }

/** Names in the owner column with their clients and sums, in the order of their names; nobody ('') comes last. */
export const ownersOf = (kept: readonly Taken<BookRow>[]): readonly OwnerLine[] =>
  [...Map.groupBy(kept, ({ row }) => row.owner)]
    .map(([name, rows]) => ({
      name,
      clients: rows.length,
      aum: rows.reduce((sum, { row }) => sum + row.amounts.aum, 0),
    }))
    .toSorted((a, b) => Number(a.name === '') - Number(b.name === '') || b.clients - a.clients)
