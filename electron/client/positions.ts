import type { Position } from '../../shared/client/model.ts'
import type { Read, Write } from '../database/handle.ts'

const columns = 'as_of AS asOf, aum, demand, time, wealth, fund, insurance, bond, metal, loan'

/** What the bank's own books said last, in fen. */
export const currentPosition = (db: Read, clientId: number): Position | undefined =>
  db.one<Position>(`SELECT ${columns} FROM client_position WHERE client_id = ? ORDER BY as_of DESC LIMIT 1`, [
    clientId,
  ])

/** One row per client and day; the same day from a corrected file replaces it. */
export const recordPosition = (db: Write, clientId: number, position: Position): void => {
  db.run(
    `INSERT INTO client_position(client_id, as_of, aum, demand, time, wealth, fund, insurance, bond, metal, loan)
     VALUES (:clientId, :asOf, :aum, :demand, :time, :wealth, :fund, :insurance, :bond, :metal, :loan)
     ON CONFLICT(client_id, as_of) DO UPDATE SET aum = excluded.aum, demand = excluded.demand, time = excluded.time,
       wealth = excluded.wealth, fund = excluded.fund, insurance = excluded.insurance, bond = excluded.bond,
       metal = excluded.metal, loan = excluded.loan`,
    { clientId, ...position },
  )
}
