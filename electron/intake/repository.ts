import type { IntakeKind } from '../../shared/intake/model.ts'
import type { PlainDate } from '../../shared/plain-date.ts'
import type { Read, Write } from '../database/handle.ts'

export type IntakeRow = {
  readonly kind: IntakeKind
  readonly fileName: string
  readonly sha256: string
  readonly asOf: PlainDate
  readonly counts: string
  readonly staffId: number
  readonly at: number
}

/** The newest file of a kind that changed something. */
export const newestIntake = (db: Read, kind: IntakeKind): IntakeRow | undefined =>
  db.one<IntakeRow>(
    `SELECT kind, file_name AS fileName, sha256, as_of AS asOf, counts, staff_id AS staffId, at FROM intake
     WHERE kind = ? ORDER BY as_of DESC, id DESC LIMIT 1`,
    [kind],
  )

export const recordIntake = (db: Write, intake: IntakeRow): number =>
  db.run(
    `INSERT INTO intake(kind, file_name, sha256, as_of, counts, staff_id, at)
     VALUES (:kind, :fileName, :sha256, :asOf, :counts, :staffId, :at)`,
    { ...intake },
  ).id
