import type { DossierState } from '../../shared/dossier/model.ts'
import type { Read, Write } from '../database/handle.ts'

export type DossierRow = {
  readonly clientId: number
  readonly state: DossierState
  readonly holderId: number | null
  readonly place: string
  readonly dueAt: number | null
  readonly since: number
  readonly seq: number
}

export const dossierOf = (db: Read, clientId: number): DossierRow | undefined =>
  db.one<DossierRow>(
    `SELECT client_id AS clientId, state, holder_id AS holderId, place, due_at AS dueAt, since, seq
     FROM dossier WHERE client_id = ?`,
    [clientId],
  )

/** The next number of the year; nothing is left out, because it is taken inside the transaction that uses it. */
export const nextSequence = (db: Read, year: number): number =>
  db.one<{ next: number }>('SELECT coalesce(max(sequence), 0) + 1 AS next FROM dossier WHERE year = ?', [
    year,
  ])?.next ?? 1

type NewDossier = {
  readonly clientId: number
  readonly state: DossierState
  readonly year: number | null
  readonly sequence: number | null
  readonly at: number
}

export const insertDossier = (db: Write, dossier: NewDossier): void => {
  db.run(
    `INSERT INTO dossier(client_id, state, year, sequence, since, opened_at)
     VALUES (:clientId, :state, :year, :sequence, :at, :at)`,
    dossier,
  )
}

type Standing = Pick<DossierRow, 'clientId' | 'state' | 'holderId' | 'place' | 'dueAt'> & {
  readonly at: number
}

export const moveDossier = (db: Write, standing: Standing): void => {
  db.run(
    `UPDATE dossier SET state = :state, holder_id = :holderId, place = :place, due_at = :dueAt, since = :at, seq = seq + 1
     WHERE client_id = :clientId`,
    standing,
  )
}
