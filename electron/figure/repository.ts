import type { Figure, Reach } from '../../shared/figure/model.ts'
import { setConsentsOn } from '../consent/repository.ts'
import type { Read, Write } from '../database/handle.ts'

/** A figure as it is kept: what a page shows of its consents depends on whose page it is. */
export type Stored = Omit<Figure, 'consented'> & { readonly consents: readonly number[] }

type NewFigure = Omit<Stored, 'id' | 'seq' | 'consents'>

type Row = Omit<Stored, 'reach' | 'consents'> & { readonly reach: string; readonly consents: string }

const columns = `id, owner_id AS ownerId, kind, amount, period, source, reach, place, as_of AS asOf, seq,
  (SELECT json_group_array(l.consent_id) FROM consent_figure AS l WHERE l.figure_id = figure.id) AS consents`

const toFigure = (row: Row): Stored => ({
  ...row,
  reach: JSON.parse(row.reach) as Reach,
  consents: JSON.parse(row.consents) as number[],
})

export const figuresOf = (db: Read, householdId: number): readonly Stored[] =>
  db
    .all<Row>(`SELECT ${columns} FROM figure WHERE household_id = ? AND removed = 0 ORDER BY id`, [
      householdId,
    ])
    .map(toFigure)

export const figureIn = (db: Read, householdId: number, id: number): Stored | undefined => {
  const row = db.one<Row>(
    `SELECT ${columns} FROM figure WHERE id = :id AND household_id = :householdId AND removed = 0`,
    {
      id,
      householdId,
    },
  )
  return row && toFigure(row)
}

/** As it stands, or as it stood when it was taken out. */
export const figureEver = (db: Read, householdId: number, id: number): Stored | undefined => {
  const row = db.one<Row>(`SELECT ${columns} FROM figure WHERE id = :id AND household_id = :householdId`, {
    id,
    householdId,
  })
  return row && toFigure(row)
}

export type By = { readonly staffId: number; readonly at: number; readonly encounterId: number | null }

const keepVersion = (db: Write, figure: Stored, removed: boolean, by: By): void => {
  db.run(
    `INSERT INTO figure_version(figure_id, seq, value, removed, encounter_id, staff_id, at)
     VALUES (:id, :seq, :value, :removed, :encounterId, :staffId, :at)`,
    { id: figure.id, seq: figure.seq, value: JSON.stringify(figure), removed: removed ? 1 : 0, ...by },
  )
}

const bound = (figure: NewFigure) => ({
  ownerId: figure.ownerId,
  kind: figure.kind,
  amount: figure.amount,
  period: figure.period,
  source: figure.source,
  reach: JSON.stringify(figure.reach),
  place: figure.place,
  asOf: figure.asOf,
})

export const insertFigure = (db: Write, householdId: number, figure: NewFigure, by: By): Stored => {
  const { id } = db.run(
    `INSERT INTO figure(household_id, owner_id, kind, amount, period, source, reach, place, as_of)
     VALUES (:householdId, :ownerId, :kind, :amount, :period, :source, :reach, :place, :asOf)`,
    { householdId, ...bound(figure) },
  )
  const stored: Stored = { ...figure, consents: [], id, seq: 1 }
  keepVersion(db, stored, false, by)
  return stored
}

/** Writes the next version; the caller has compared the number the window saw. */
export const updateFigure = (db: Write, figure: Stored, by: By): Stored => {
  const next: Stored = { ...figure, seq: figure.seq + 1 }
  setConsentsOn(db, next.id, next.consents)
  db.run(
    `UPDATE figure SET owner_id = :ownerId, kind = :kind, amount = :amount, period = :period, source = :source,
       reach = :reach, place = :place, as_of = :asOf, seq = :seq WHERE id = :id`,
    { ...bound(next), id: next.id, seq: next.seq },
  )
  keepVersion(db, next, false, by)
  return next
}

/** Into the household its owner belongs to now. */
export const moveFigure = (db: Write, id: number, householdId: number): void => {
  db.run('UPDATE figure SET household_id = :householdId WHERE id = :id', { id, householdId })
}

export const removeFigure = (db: Write, figure: Stored, by: By): void => {
  db.run('UPDATE figure SET removed = 1, seq = seq + 1 WHERE id = ?', [figure.id])
  keepVersion(db, { ...figure, seq: figure.seq + 1 }, true, by)
}

type VersionRow = {
  readonly value: string
  readonly removed: number
  readonly at: number
  readonly by: string
}

type Kept = Omit<Stored, 'consents'> & {
  readonly consents?: readonly number[]
  readonly consentId?: number | null
}

// Versions are never rewritten: one from before several consents were possible names at most one.
export const readVersion = (text: string): Stored => {
  const {
    consentId = null,
    consents = consentId === null ? [] : [consentId],
    ...kept
  } = JSON.parse(text) as Kept
  return { ...kept, consents }
}

/** Every version with the reach and the consents it had. */
export const versionsOf = (db: Read, id: number) =>
  db
    .all<VersionRow>(
      `SELECT v.value, v.removed, v.at, s.name AS by FROM figure_version AS v JOIN staff AS s ON s.id = v.staff_id
       WHERE v.figure_id = ? ORDER BY v.seq DESC`,
      [id],
    )
    .map((row) => ({
      ...readVersion(row.value),
      at: row.at,
      by: row.by,
      removed: row.removed === 1,
    }))
