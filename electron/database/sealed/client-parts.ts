import type { Part } from './part.ts'

/** The bank's figures, types, changes and owners; the client's own row is kept apart, since a stub of it stays. */
export const clientParts: readonly Part[] = [
  {
    table: 'client_position',
    take: `SELECT * FROM client_position WHERE client_id = :client ORDER BY client_id, as_of`,
    put: `INSERT INTO client_position(client_id, as_of, aum, demand, time, wealth, fund, insurance, bond, metal,
      loan)
      VALUES (:client_id, :as_of, :aum, :demand, :time, :wealth, :fund, :insurance, :bond, :metal, :loan)`,
    drop: `DELETE FROM client_position WHERE client_id = :client`,
  },
  {
    table: 'client_type',
    take: `SELECT * FROM client_type WHERE client_id = :client ORDER BY id`,
    put: `INSERT INTO client_type(id, client_id, type, previous, confirmed, reason, staff_id, at)
      VALUES (:id, :client_id, :type, :previous, :confirmed, :reason, :staff_id, :at)`,
    drop: `DELETE FROM client_type WHERE client_id = :client`,
  },
  {
    table: 'client_change',
    take: `SELECT * FROM client_change WHERE client_id = :client ORDER BY id`,
    put: `INSERT INTO client_change(id, client_id, field, before, after, as_of, at)
      VALUES (:id, :client_id, :field, :before, :after, :as_of, :at)`,
    drop: `DELETE FROM client_change WHERE client_id = :client`,
  },
  {
    table: 'client_owner',
    take: `SELECT * FROM client_owner WHERE client_id = :client ORDER BY id`,
    put: `INSERT INTO client_owner(id, client_id, owner_id, previous_id, staff_id, at)
      VALUES (:id, :client_id, :owner_id, :previous_id, :staff_id, :at)`,
    drop: `DELETE FROM client_owner WHERE client_id = :client`,
  },
]
