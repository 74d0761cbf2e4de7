import { assessmentsOf } from '../assessment/repository.ts'
import type { Client } from '../../shared/client/model.ts'
import type { BookRow } from '../../shared/intake/book-row.ts'
import { bookDifferences } from '../../shared/intake/compare.ts'
import { currentPosition } from '../client/positions.ts'
import { clientByNumber } from '../client/repository.ts'
import type { Read } from '../database/handle.ts'

export type Comparing = {
  /** Staff id of a name in the file; null: nobody; undefined: not decided yet. */
  readonly ownerOf: (name: string) => number | null | undefined
  readonly ownerNames: ReadonlyMap<number, string>
  /** Fields the file has no column for: what is known stays. */
  readonly absent: ReadonlySet<string>
}

export type Comparison =
  | { readonly client: undefined }
  | {
      readonly client: Client
      readonly known: BookRow
      /** The row with the known values where the file has no column, and the owner by the name used here. */
      readonly row: BookRow
      readonly differences: readonly string[]
    }

const nothing = { aum: 0, demand: 0, time: 0, wealth: 0, fund: 0, insurance: 0, bond: 0, metal: 0, loan: 0 }

const amountsOf = (db: Read, clientId: number): BookRow['amounts'] => {
  const position = currentPosition(db, clientId)
  if (!position) return nothing
  const { asOf: _day, ...amounts } = position
  return amounts
}

// A level that the file repeats and we hold counts as the same, also when a newer one was recorded here since; a file
// without a level says nothing against ours.
const levelOf = (db: Read, clientId: number, row: BookRow): Pick<BookRow, 'level' | 'levelDate'> => {
  const { level, levelDate } = row
  if (level === null || levelDate === null) return { level, levelDate }
  const held = assessmentsOf(db, clientId)
  if (held.some((each) => each.level === level && each.date === levelDate)) return { level, levelDate }
  return { level: held[0]?.level ?? null, levelDate: held[0]?.date ?? null }
}

const knownAsRow = (db: Read, client: Client, row: BookRow, names: ReadonlyMap<number, string>): BookRow => ({
  number: client.number ?? '',
  name: client.name,
  sex: client.sex,
  documentKind: client.documentKind,
  documentNumber: client.documentNumber,
  idDoubtful: client.idDoubtful,
  birthDate: client.birthDate,
  phone: client.phone,
  employer: client.employer,
  occupation: client.occupation,
  owner: names.get(client.nextOwnerId ?? client.ownerId ?? 0) ?? '',
  amounts: amountsOf(db, client.id),
  ...levelOf(db, client.id, row),
})

const kept = (from: object, absent: ReadonlySet<string>): object =>
  Object.fromEntries(Object.entries(from).filter(([field]) => absent.has(field)))

const filledUp = (row: BookRow, known: BookRow, { ownerOf, ownerNames, absent }: Comparing): BookRow => {
  const id = ownerOf(row.owner)
  // A file that names no owner says nothing against the one we have.
  const named = id === undefined ? row.owner : (ownerNames.get(id ?? 0) ?? '')
  const owner = named === '' ? known.owner : named
  const amounts = { ...row.amounts, ...kept(known.amounts, absent) }
  return { ...row, owner, ...kept(known, absent), amounts }
}

/** A row of the file beside what is known of this client. */
export const compareRow = (db: Read, row: BookRow, comparing: Comparing): Comparison => {
  const client = clientByNumber(db, row.number)
  if (!client) return { client }
  const known = knownAsRow(db, client, row, comparing.ownerNames)
  const full = filledUp(row, known, comparing)
  return { client, known, row: full, differences: bookDifferences(known, full) }
}
