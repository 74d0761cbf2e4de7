import type { Figure, Reach } from '../../shared/figure/model.ts'
import type { Read, Write } from '../database/handle.ts'

type Row = Omit<Figure, 'reach'> & { readonly reach: string }

const columns = `id, owner_id AS ownerId, kind, amount, period, source, reach, place, as_of AS asOf,
  consent_id AS consentId, seq`

const toFigure = (row: Row): Figure => ({ ...row, reach: JSON.parse(row.reach) as Reach })

export const figuresOf = (db: Read, householdId: number): readonly Figure[] =>
  db
    .all<Row>(`SELECT ${columns} FROM figure WHERE household_id = ? AND removed = 0 ORDER BY id`, [
      householdId,
    ])
    .map(toFigure)

export const figureIn = (db: Read, householdId: number, id: number): Figure | undefined => {
  const row = db.one<Row>(
    `SELECT ${columns} FROM figure WHERE id = :id AND household_id = :householdId AND removed = 0`,
    {
      id,
      householdId,
    },
  )
  return row && toFigure(row)
}

export type By = { readonly staffId: number; readonly at: number; readonly encounterId: number | null }

const keepVersion = (db: Write, figure: Figure, removed: boolean, by: By): void => {
  db.run(
    `INSERT INTO figure_version(figure_id, seq, value, removed, encounter_id, staff_id, at)
     VALUES (:id, :seq, :value, :removed, :encounterId, :staffId, :at)`,
    { id: figure.id, seq: figure.seq, value: JSON.stringify(figure), removed: removed ? 1 : 0, ...by },
  )
}

const bound = (figure: Omit<Figure, 'id' | 'seq'>) => ({
  ownerId: figure.ownerId,
  kind: figure.kind,
  amount: figure.amount,
  period: figure.period,
  source: figure.source,
  reach: JSON.stringify(figure.reach),
  place: figure.place,
  asOf: figure.asOf,
  consentId: figure.consentId,
})

export const insertFigure = (
  db: Write,
  householdId: number,
  figure: Omit<Figure, 'id' | 'seq'>,
  by: By,
): Figure => {
  const { id } = db.run(
    `INSERT INTO figure(household_id, owner_id, kind, amount, period, source, reach, place, as_of, consent_id)
     VALUES (:householdId, :ownerId, :kind, :amount, :period, :source, :reach, :place, :asOf, :consentId)`,
    { householdId, ...bound(figure) },
  )
  const stored: Figure = { ...figure, id, seq: 1 }
  keepVersion(db, stored, false, by)
  return stored
}

/** Writes the next version; the caller has compared the number the window saw. */
export const updateFigure = (db: Write, figure: Figure, by: By): Figure => {
  const next: Figure = { ...figure, seq: figure.seq + 1 }
  db.run(
    `UPDATE figure SET owner_id = :ownerId, kind = :kind, amount = :amount, period = :period, source = :source,
       reach = :reach, place = :place, as_of = :asOf, consent_id = :consentId, seq = :seq WHERE id = :id`,
    { ...bound(next), id: next.id, seq: next.seq },
  )
  keepVersion(db, next, false, by)
  return next
}

/** Into the household its owner belongs to now. */
export const moveFigure = (db: Write, id: number, householdId: number): void => {
  db.run('UPDATE figure SET household_id = :householdId WHERE id = :id', { id, householdId })
}

export const removeFigure = (db: Write, figure: Figure, by: By): void => {
  db.run('UPDATE figure SET removed = 1, seq = seq + 1 WHERE id = ?', [figure.id])
  keepVersion(db, { ...figure, seq: figure.seq + 1 }, true, by)
}

type VersionRow = {
  readonly value: string
  readonly removed: number
  readonly at: number
  readonly by: string
}

export const versionsOf = (db: Read, id: number) =>
  db
    .all<VersionRow>(
      `SELECT v.value, v.removed, v.at, s.name AS by FROM figure_version AS v JOIN staff AS s ON s.id = v.staff_id
       WHERE v.figure_id = ? ORDER BY v.seq DESC`,
      [id],
    )
    .map((row) => ({
      ...(JSON.parse(row.value) as Figure),
      at: row.at,
      by: row.by,
      removed: row.removed === 1,
    }))
