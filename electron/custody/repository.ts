import type { DossierState } from '../../shared/dossier/model.ts'
import type { Read, Write } from '../database/handle.ts'

export type NewMove = {
  readonly clientId: number
  readonly move: string
  readonly staffId: number
  /** The other hand: who gave what is accepted, who gets what is issued. */
  readonly otherId: number | null
  readonly purpose: string
  readonly place: string
  readonly dueAt: number | null
  readonly note: string
  readonly at: number
}

export const insertMove = (db: Write, move: NewMove): void => {
  db.run(
    `INSERT INTO custody(client_id, move, staff_id, other_id, purpose, place, due_at, note, at)
     VALUES (:clientId, :move, :staffId, :otherId, :purpose, :place, :dueAt, :note, :at)`,
    move,
  )
}

export type LineRow = {
  readonly clientId: number
  readonly name: string
  readonly clientNumber: string | null
  readonly dossierNumber: string | null
  readonly ownerId: number | null
  readonly state: DossierState | null
  readonly holderId: number | null
  readonly holder: string
  readonly place: string
  readonly dueAt: number | null
  readonly since: number | null
  readonly purpose: string
}

const select = `
  SELECT c.id AS clientId, c.name, c.number AS clientNumber, c.dossier_number AS dossierNumber, c.owner_id AS ownerId,
    d.state, d.holder_id AS holderId, coalesce(h.name, '') AS holder, coalesce(d.place, '') AS place,
    d.due_at AS dueAt, d.since,
    coalesce((SELECT purpose FROM custody WHERE client_id = c.id AND move IN ('issued', 'taken-out')
              ORDER BY id DESC LIMIT 1), '') AS purpose
  FROM client AS c LEFT JOIN dossier AS d ON d.client_id = c.id LEFT JOIN staff AS h ON h.id = d.holder_id`

export const lineOf = (db: Read, clientId: number): LineRow | undefined =>
  db.one<LineRow>(`${select} WHERE c.id = ?`, [clientId])

export const linesOf = (db: Read, clientIds: readonly number[]): readonly LineRow[] =>
  db.all<LineRow>(
    `${select} WHERE c.id IN (SELECT value FROM json_each(?)) ORDER BY c.dossier_number, c.id`,
    [JSON.stringify(clientIds)],
  )

/** What lies with the giver's slip and waits for the keeper, the oldest first. */
export const waitingLines = (db: Read): readonly LineRow[] =>
  db.all<LineRow>(`${select} WHERE d.state = 'handed-in' ORDER BY d.since, c.id`)

/** What somebody has out, the most overdue first. */
export const outLines = (db: Read): readonly LineRow[] =>
  db.all<LineRow>(
    `${select} WHERE d.state = 'in-use' AND d.holder_id IS NOT NULL ORDER BY coalesce(d.due_at, 0), c.id`,
  )

/** A manager's own clients in the cabinet. */
export const ownInCabinet = (db: Read, ownerId: number): readonly LineRow[] =>
  db.all<LineRow>(
    `${select} WHERE d.state = 'in-cabinet' AND c.owner_id = :ownerId
     ORDER BY d.since DESC, c.dossier_number LIMIT 500`,
    { ownerId },
  )

export const countByState = (db: Read): readonly { readonly state: DossierState; readonly count: number }[] =>
  db.all('SELECT state, count(*) AS count FROM dossier GROUP BY state')

/** Every place and how many stand there now; one whose dossiers are all out is still a place. */
export const placesUsed = (db: Read): readonly { readonly place: string; readonly count: number }[] =>
  db.all(
    `SELECT place, sum(state = 'in-cabinet') AS count FROM dossier WHERE place <> '' AND state <> 'sealed'
     GROUP BY place ORDER BY place`,
  )

const without = `
  SELECT c.id FROM client AS c LEFT JOIN dossier AS d ON d.client_id = c.id WHERE d.client_id IS NULL
    AND (:ownerId IS NULL OR c.owner_id = :ownerId) ORDER BY c.id LIMIT :most`

/** Clients for whom no dossier has been opened yet. */
export const withoutDossier = (db: Read, ownerId: number | null, most: number): readonly number[] =>
  db.all<{ id: number }>(without, { ownerId, most }).map(({ id }) => id)

export const countWithoutDossier = (db: Read): number =>
  db.one<{ n: number }>(
    'SELECT count(*) AS n FROM client AS c LEFT JOIN dossier AS d ON d.client_id = c.id WHERE d.client_id IS NULL',
  )?.n ?? 0

/** Whose clients these are; null among them for clients of nobody. */
export const ownersWithoutDossier = (db: Read): readonly (number | null)[] =>
  db
    .all<{ ownerId: number | null }>(
      `SELECT DISTINCT c.owner_id AS ownerId FROM client AS c LEFT JOIN dossier AS d ON d.client_id = c.id
       WHERE d.client_id IS NULL ORDER BY c.owner_id`,
    )
    .map(({ ownerId }) => ownerId)

/** The places of the last moves into the cabinet: what the keeper most likely types next. */
export const lastPlaceOf = (db: Read, clientId: number): string =>
  db.one<{ place: string }>(
    `SELECT place FROM custody WHERE client_id = ? AND place <> '' ORDER BY id DESC LIMIT 1`,
    [clientId],
  )?.place ?? ''

type Meeting = { readonly step: string }

/** The steps of this client's meetings that are neither over nor suspended. */
export const runningSteps = (db: Read, clientId: number): readonly string[] =>
  db
    .all<Meeting>(
      'SELECT step FROM encounter WHERE client_id = ? AND ended_at IS NULL AND suspended_at IS NULL',
      [clientId],
    )
    .map(({ step }) => step)
