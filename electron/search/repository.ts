import type { Sex } from '../../shared/client/model.ts'
import type { PlainDate } from '../../shared/plain-date.ts'
import type { Read } from '../database/handle.ts'

export type FoundRow = {
  readonly id: number
  readonly name: string
  readonly nameKey: string
  readonly sex: Sex
  readonly birthDate: PlainDate | null
  readonly number: string | null
  readonly dossierNumber: string | null
  readonly phone: string
  readonly owner: string
}

const columns = `c.id, c.name, c.name_key AS nameKey, c.sex, c.birth_date AS birthDate, c.number,
  c.dossier_number AS dossierNumber, c.phone, coalesce(s.name, '') AS owner`

const mostNamesakes = 50

/** The best answers to a full-text query, in the order of their bands. */
export const findClients = (db: Read, match: string, most: number): readonly FoundRow[] =>
  db.all<FoundRow>(
    `SELECT ${columns}
     FROM (SELECT rowid AS r FROM client_search WHERE client_search MATCH :match ORDER BY rowid LIMIT :most) AS f
     JOIN client AS c ON c.id = f.r & 4294967295
     LEFT JOIN staff AS s ON s.id = c.owner_id
     ORDER BY f.r`,
    { match, most },
  )

/** Which of these names somebody else bears too, in one query for a whole page of answers. */
export const sharedNames = (db: Read, keys: readonly string[]): ReadonlySet<string> =>
  new Set(
    db
      .all<{ key: string }>(
        `SELECT k.value AS key FROM json_each(:keys) AS k
         WHERE (SELECT count(*) FROM (SELECT 1 FROM client WHERE name_key = k.value LIMIT 2)) > 1`,
        { keys: JSON.stringify(keys) },
      )
      .map(({ key }) => key),
  )

/** Sealed ones whose full name this is, by its keyed sum. */
export const sealedBearersOf = (db: Read, hash: string): readonly FoundRow[] =>
  db.all<FoundRow>(
    `SELECT ${columns} FROM sealed_dossier AS d JOIN client AS c ON c.id = d.client_id
     LEFT JOIN staff AS s ON s.id = c.owner_id WHERE d.name_hash = :hash ORDER BY c.id LIMIT :most`,
    { hash, most: mostNamesakes },
  )

/** Everybody who bears the name, also when written with other dots and blanks; better bands first. */
export const bearersOf = (db: Read, nameKey: string, most = mostNamesakes): readonly FoundRow[] =>
  db.all<FoundRow>(
    `SELECT ${columns} FROM client AS c LEFT JOIN staff AS s ON s.id = c.owner_id
     WHERE c.name_key = :nameKey ORDER BY c.band, c.id LIMIT :most`,
    { nameKey, most },
  )
