import type { Loan } from '../../shared/custody/loan.ts'
import type { Read, Write } from '../database/handle.ts'

export type LoanRow = Loan & {
  readonly id: number
  readonly staff: string
  readonly grantedBy: string
  readonly at: number
  readonly revokedBy: string
}

const select = `
  SELECT l.id, l.staff_id AS staffId, s.name AS staff, l.from_day AS fromDay, l.until_day AS untilDay,
    g.name AS grantedBy, l.at, coalesce(r.name, '') AS revokedBy, l.revoked_at AS revokedAt
  FROM loan AS l JOIN staff AS s ON s.id = l.staff_id JOIN staff AS g ON g.id = l.granted_by
    LEFT JOIN staff AS r ON r.id = l.revoked_by`

export const allLoans = (db: Read): readonly LoanRow[] =>
  db.all<LoanRow>(`${select} ORDER BY l.id DESC LIMIT 200`)

export const loansOf = (db: Read, staffId: number): readonly LoanRow[] =>
  db.all<LoanRow>(`${select} WHERE l.staff_id = ? ORDER BY l.id DESC`, [staffId])

export const loanById = (db: Read, id: number): LoanRow | undefined =>
  db.one<LoanRow>(`${select} WHERE l.id = ?`, [id])

type NewLoan = {
  readonly staffId: number
  readonly from: string
  readonly until: string
  readonly grantedBy: number
  readonly at: number
}

export const insertLoan = (db: Write, loan: NewLoan): number =>
  db.run(
    `INSERT INTO loan(staff_id, from_day, until_day, granted_by, at)
     VALUES (:staffId, :from, :until, :grantedBy, :at)`,
    loan,
  ).id

export const revokeLoan = (db: Write, end: { id: number; staffId: number; at: number }): void => {
  db.run('UPDATE loan SET revoked_by = :staffId, revoked_at = :at WHERE id = :id', end)
}
