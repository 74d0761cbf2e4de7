import type { ClientType, Sex } from '../../shared/client/model.ts'
import { sameNameKey } from '../../shared/search/name-text.ts'
import type { PlainDate } from '../../shared/plain-date.ts'
import type { Read } from '../database/handle.ts'

export type FoundRow = {
  readonly id: number
  readonly name: string
  readonly sex: Sex
  readonly birthDate: PlainDate | null
  readonly number: string | null
  readonly dossierNumber: string | null
  readonly phone: string
  readonly owner: string
  readonly type: ClientType
}

const columns = `c.id, c.name, c.sex, c.birth_date AS birthDate, c.number, c.dossier_number AS dossierNumber, c.phone,
  coalesce(s.name, '') AS owner, c.type`

export const mostFound = 20

/** The best answers to a full-text query, in the order of their bands. */
export const findClients = (db: Read, match: string): readonly FoundRow[] =>
  db.all<FoundRow>(
    `SELECT ${columns}
     FROM (SELECT rowid AS r FROM client_search WHERE client_search MATCH :match ORDER BY rowid LIMIT :most) AS f
     JOIN client AS c ON c.id = f.r & 4294967295
     LEFT JOIN staff AS s ON s.id = c.owner_id
     ORDER BY f.r`,
    { match, most: mostFound },
  )

/** Everybody who bears the name, also when written with other dots and blanks; better bands first. */
export const bearersOf = (db: Read, name: string): readonly FoundRow[] =>
  db
    .all<FoundRow>(
      `SELECT ${columns}
       FROM (SELECT rowid AS r FROM client_search WHERE client_search MATCH :match ORDER BY rowid LIMIT 50) AS f
       JOIN client AS c ON c.id = f.r & 4294967295
       LEFT JOIN staff AS s ON s.id = c.owner_id
       ORDER BY f.r`,
      { match: `"${sameNameKey(name)}"` },
    )
    .filter((row) => sameNameKey(row.name) === sameNameKey(name))
