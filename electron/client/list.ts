import type { ClientType, Sex } from '../../shared/client/model.ts'
import type { OwnerCount, OwnerFilter } from '../../shared/client/contract.ts'
import type { PlainDate } from '../../shared/plain-date.ts'
import type { Read } from '../database/handle.ts'
import { isShut } from '../dossier/shut.ts'

export const pageSize = 50

export type Cursor = { readonly aum: number; readonly id: number }

export type ListRow = {
  readonly id: number
  readonly number: string | null
  readonly name: string
  readonly sex: Sex
  readonly birthDate: PlainDate | null
  readonly type: ClientType
  readonly typeConfirmed: number
  readonly ownerId: number | null
  readonly nextOwnerId: number | null
  readonly aum: number
  readonly asOf: PlainDate | null
  readonly level: number | null
  readonly levelDate: PlainDate | null
}

const columns = `c.id, c.number, c.name, c.sex, c.birth_date AS birthDate, c.type, c.type_confirmed AS typeConfirmed,
  c.owner_id AS ownerId, c.next_owner_id AS nextOwnerId, c.aum, c.as_of AS asOf,
  (SELECT level FROM assessment WHERE client_id = c.id ORDER BY date DESC, id DESC LIMIT 1) AS level,
  (SELECT date FROM assessment WHERE client_id = c.id ORDER BY date DESC, id DESC LIMIT 1) AS levelDate`

// All columns in one direction: the row value walks the index, a page deep down costs what the first one costs.
const after = '(c.aum, c.id) < (:aum, :id)'
const order = 'ORDER BY c.aum DESC, c.id DESC LIMIT :most'
// Whose dossier is shut stands in the whole list, never in one by type: being in it would tell the type.
const isOpen = `NOT EXISTS (SELECT 1 FROM dossier AS d WHERE d.client_id = c.id AND ${isShut})`
const from = `SELECT ${columns} FROM client AS c`

const queries = {
  all: `${from} WHERE ${after} ${order}`,
  type: `${from} WHERE c.type = :type AND ${isOpen} AND ${after} ${order}`,
  owner: `${from} WHERE c.owner_id IS :owner AND ${after} ${order}`,
  both: `${from} WHERE c.owner_id IS :owner AND c.type = :type AND ${isOpen} AND ${after} ${order}`,
} as const

const top: Cursor = { aum: Number.MAX_SAFE_INTEGER, id: 0 }

export type Wanted = {
  readonly owner: OwnerFilter
  readonly type: ClientType | 'all'
  readonly after: Cursor | null
}

/** One page of clients, the wealthiest first; one row more than a page tells that there is another. */
export const clientList = (db: Read, staff: number, wanted: Wanted): readonly ListRow[] => {
  const base = { ...(wanted.after ?? top), most: pageSize + 1 }
  const owner = wanted.owner === 'none' ? null : wanted.owner
  if (owner === 'all' && wanted.type === 'all') return db.all<ListRow>(queries.all, base)
  if (wanted.type === 'all') return db.all<ListRow>(queries.owner, { ...base, owner })
  const typed = { ...base, staff, type: wanted.type }
  if (owner === 'all') return db.all<ListRow>(queries.type, typed)
  return db.all<ListRow>(queries.both, { ...typed, owner })
}

/** The day of the newest figures; clients with older ones are shown grey and are in no sum. */
export const newestDay = (db: Read): PlainDate | null =>
  db.one<{ day: PlainDate | null }>('SELECT max(as_of) AS day FROM client')?.day ?? null

/** Clients and sums per owner, added up inside one index; those without owner come last. */
export const ownerCounts = (db: Read): OwnerCount[] =>
  db.all<OwnerCount>(
    `SELECT o.ownerId, coalesce(s.name, '') AS owner, o.clients, o.aum
     FROM (SELECT owner_id AS ownerId, count(*) AS clients,
             coalesce(sum(CASE WHEN as_of = (SELECT max(as_of) FROM client) THEN aum END), 0) AS aum
           FROM client INDEXED BY client_sums GROUP BY owner_id) AS o
     LEFT JOIN staff AS s ON s.id = o.ownerId
     ORDER BY o.ownerId IS NULL, o.ownerId`,
  )
