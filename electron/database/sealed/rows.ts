import type { Param, Read, Write } from '../handle.ts'
import { clientParts } from './client-parts.ts'
import { familyParts } from './family-parts.ts'
import { linkParts } from './link-parts.ts'
import { meetingParts } from './meeting-parts.ts'
import { paperParts } from './paper-parts.ts'
import { identityPart } from './identity-part.ts'
import type { Part } from './part.ts'

/**
 * Everything a sealing takes away, parents first. One line per table; a table that is not here is in `stays`. Each part is
 * written out although many look alike: SQL is a constant (0002), and a reader holds a part against its table's schema.
 */
export const parts: readonly Part[] = [
  identityPart,
  ...clientParts,
  ...familyParts,
  ...meetingParts,
  ...linkParts,
  ...paperParts,
]

export type Row = Readonly<Record<string, Param>>
export type TakenTable = { readonly table: string; readonly rows: readonly Row[] }

export const takeRows = (db: Read, client: number): readonly TakenTable[] =>
  parts.map(({ table, take }) => ({ table, rows: db.all<Row>(take, { client }) }))

/** Children first; call inside the transaction that writes the stub. */
export const dropRows = (db: Write, client: number): void => {
  for (const { drop } of parts.toReversed()) db.run(drop, { client })
}

/** Puts every row back with the keys it had; false when one of them has no place to go back to. */
export const putRows = (db: Write, taken: readonly TakenTable[]): boolean => {
  const known = new Map(parts.map((part) => [part.table, part.put]))
  for (const { table, rows } of taken) {
    const put = known.get(table)
    if (put === undefined) return false
    for (const row of rows) if (db.run(put, row).changes !== 1) return false
  }
  return true
}
