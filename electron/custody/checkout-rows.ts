import type { CheckoutState } from '../../shared/custody/checkout.ts'
import type { DossierState } from '../../shared/dossier/model.ts'
import type { Read, Write } from '../database/handle.ts'

export type CheckoutRow = {
  readonly id: number
  readonly clientId: number
  readonly name: string
  readonly dossierNumber: string | null
  readonly dossierState: DossierState | null
  readonly staffId: number
  readonly staff: string
  readonly purpose: string
  readonly dueAt: number
  readonly state: CheckoutState
  readonly askedAt: number
  readonly decidedBy: string
  readonly reason: string
}

const select = `
  SELECT k.id, k.client_id AS clientId, c.name, c.dossier_number AS dossierNumber, d.state AS dossierState,
    k.staff_id AS staffId, s.name AS staff, k.purpose, k.due_at AS dueAt, k.state, k.asked_at AS askedAt,
    coalesce(b.name, '') AS decidedBy, k.reason
  FROM checkout AS k JOIN client AS c ON c.id = k.client_id JOIN staff AS s ON s.id = k.staff_id
    LEFT JOIN dossier AS d ON d.client_id = k.client_id LEFT JOIN staff AS b ON b.id = k.decided_by`

export const checkoutById = (db: Read, id: number): CheckoutRow | undefined =>
  db.one<CheckoutRow>(`${select} WHERE k.id = ?`, [id])

export const openCheckouts = (db: Read): readonly CheckoutRow[] =>
  db.all<CheckoutRow>(`${select} WHERE k.state IN ('asked', 'approved', 'issued') ORDER BY k.id`)

export const checkoutsBy = (db: Read, staffId: number): readonly CheckoutRow[] =>
  db.all<CheckoutRow>(`${select} WHERE k.staff_id = ? ORDER BY k.id DESC LIMIT 50`, [staffId])

/** The request of this person for this client that is not settled yet. */
export const pendingCheckout = (
  db: Read,
  clientId: number,
  staffId: number,
): { readonly id: number; readonly state: CheckoutState; readonly dueAt: number } | undefined =>
  db.one(
    `SELECT id, state, due_at AS dueAt FROM checkout
     WHERE client_id = ? AND staff_id = ? AND state IN ('asked', 'approved', 'issued')`,
    [clientId, staffId],
  )

/** A dossier that comes back to its borrower before it was accepted keeps the day it is due. */
export const dueOfCheckout = (db: Read, clientId: number, staffId: number): number | null => {
  const pending = pendingCheckout(db, clientId, staffId)
  return pending?.state === 'issued' ? pending.dueAt : null
}

type NewCheckout = {
  readonly clientId: number
  readonly staffId: number
  readonly purpose: string
  readonly dueAt: number
  readonly at: number
}

export const insertCheckout = (db: Write, wanted: NewCheckout): number =>
  db.run(
    `INSERT INTO checkout(client_id, staff_id, purpose, due_at, state, asked_at)
     VALUES (:clientId, :staffId, :purpose, :dueAt, 'asked', :at)`,
    wanted,
  ).id

type Decided = {
  readonly id: number
  readonly state: CheckoutState
  readonly staffId: number
  readonly reason: string
  readonly at: number
}

export const decideCheckout = (db: Write, decided: Decided): void => {
  db.run(
    'UPDATE checkout SET state = :state, decided_by = :staffId, decided_at = :at, reason = :reason WHERE id = :id',
    decided,
  )
}

export const endCheckout = (db: Write, id: number): void => {
  db.run(`UPDATE checkout SET state = 'withdrawn' WHERE id = ?`, [id])
}

export const issueCheckout = (db: Write, issued: { id: number; staffId: number; at: number }): void => {
  db.run(`UPDATE checkout SET state = 'issued', issued_by = :staffId, issued_at = :at WHERE id = :id`, issued)
}

/** The borrower's dossier stands in the cabinet again. */
export const closeCheckout = (db: Write, back: { clientId: number; staffId: number; at: number }): void => {
  db.run(
    `UPDATE checkout SET state = 'returned', returned_at = :at
     WHERE client_id = :clientId AND staff_id = :staffId AND state = 'issued'`,
    back,
  )
}
