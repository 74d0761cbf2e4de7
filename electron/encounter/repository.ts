import type { Step } from '../../shared/encounter/step.ts'
import type { Present } from '../../shared/encounter/view.ts'
import type { Read, Write } from '../database/handle.ts'

export type EncounterRow = {
  readonly id: number
  readonly clientId: number
  readonly staffId: number
  readonly processVersion: number
  readonly step: Step
  readonly seq: number
  readonly suspendedAt: number | null
  readonly leftEarly: number
  readonly source: string
  readonly appointmentDate: string | null
  readonly appointmentTime: string
  readonly place: string
  readonly continuesId: number | null
  readonly createdAt: number
  readonly changedAt: number
  readonly endedAt: number | null
}

const columns = `id, client_id AS clientId, staff_id AS staffId, process_version AS processVersion, step, seq,
  suspended_at AS suspendedAt, left_early AS leftEarly, source, appointment_date AS appointmentDate,
  appointment_time AS appointmentTime, place, continues_id AS continuesId, created_at AS createdAt,
  changed_at AS changedAt, ended_at AS endedAt`

export const encounterById = (db: Read, id: number): EncounterRow | undefined =>
  db.one(`SELECT ${columns} FROM encounter WHERE id = ?`, [id])

/** One's own meetings that are not over; nobody else sees them (practice 9). */
export const openEncountersOf = (db: Read, staffId: number): readonly EncounterRow[] =>
  db.all(`SELECT ${columns} FROM encounter WHERE staff_id = ? AND ended_at IS NULL ORDER BY id DESC`, [
    staffId,
  ])

export const endedEncounters = (db: Read, staffId: number): readonly EncounterRow[] =>
  db.all(
    `SELECT ${columns} FROM encounter WHERE staff_id = ? AND ended_at IS NOT NULL ORDER BY id DESC LIMIT 100`,
    [staffId],
  )

export const encountersOfClient = (db: Read, clientId: number): readonly EncounterRow[] =>
  db.all(`SELECT ${columns} FROM encounter WHERE client_id = ? ORDER BY id DESC LIMIT 100`, [clientId])

/** The how-many-th meeting with this client. */
export const encounterNumber = (db: Read, row: Pick<EncounterRow, 'id' | 'clientId'>): number =>
  db.one<{ n: number }>('SELECT count(*) AS n FROM encounter WHERE client_id = ? AND id <= ?', [
    row.clientId,
    row.id,
  ])?.n ?? 1

export type NewEncounter = {
  readonly clientId: number
  readonly staffId: number
  readonly processVersion: number
  readonly source: string
  readonly date: string | null
  readonly time: string
  readonly place: string
  readonly continuesId: number | null
  readonly at: number
}

export const insertEncounter = (db: Write, encounter: NewEncounter): number =>
  db.run(
    `INSERT INTO encounter(client_id, staff_id, process_version, step, source, appointment_date, appointment_time,
       place, continues_id, created_at, changed_at)
     VALUES (:clientId, :staffId, :processVersion, 'scheduled', :source, :date, :time, :place, :continuesId, :at, :at)`,
    encounter,
  ).id

export const saveProgress = (
  db: Write,
  { endedAt, ...progress }: { id: number; step: Step; seq: number; at: number; endedAt: number | null },
): void => {
  db.run('UPDATE encounter SET step = :step, seq = :seq, changed_at = :at WHERE id = :id', progress)
  // Apart: naming this column writes the index of running meetings anew, which nearly every step leaves as it is.
  if (endedAt !== null)
    db.run('UPDATE encounter SET ended_at = :endedAt WHERE id = :id', { id: progress.id, endedAt })
}

export const setSuspended = (db: Write, id: number, at: number | null): void => {
  db.run('UPDATE encounter SET suspended_at = :at WHERE id = :id', { id, at })
}

export const setLeftEarly = (db: Write, id: number): void => {
  db.run('UPDATE encounter SET left_early = 1 WHERE id = ?', [id])
}

export const setPlace = (db: Write, id: number, place: string): void => {
  db.run('UPDATE encounter SET place = :place WHERE id = :id', { id, place })
}

export const presentOf = (db: Read, encounterId: number): readonly Present[] =>
  db.all(
    'SELECT member_id AS memberId, name, relation FROM encounter_present WHERE encounter_id = ? ORDER BY id',
    [encounterId],
  )

/** Household members at the table: what is said reaches these (practice 2). */
export const presentAt = (db: Read, encounterId: number): readonly number[] =>
  presentOf(db, encounterId).flatMap((person) => (person.memberId === null ? [] : [person.memberId]))

export const replacePresent = (db: Write, encounterId: number, people: readonly Present[]): void => {
  db.run('DELETE FROM encounter_present WHERE encounter_id = ?', [encounterId])
  for (const person of people)
    db.run(
      `INSERT INTO encounter_present(encounter_id, member_id, name, relation)
       VALUES (:encounterId, :memberId, :name, :relation)`,
      { encounterId, memberId: person.memberId, name: person.name, relation: person.relation },
    )
}
