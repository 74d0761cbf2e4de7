import type { Read, Write } from '../database/handle.ts'

/** Who helped to open without a keeper, and with what. */
export type Emergency = { readonly secondId: number; readonly way: 'key' | 'card'; readonly reason: string }

export const recordEmergency = (
  db: Write,
  emergency: Emergency & { readonly clientId: number; readonly by: number; readonly at: number },
): void => {
  db.run(
    `INSERT INTO seal_emergency(client_id, opened_by, second_id, way, reason, at)
     VALUES (:clientId, :by, :secondId, :way, :reason, :at)`,
    { ...emergency },
  )
}

export type EmergencyRow = {
  readonly id: number
  readonly clientId: number
  readonly by: string
  readonly second: string
  readonly way: 'key' | 'card'
  readonly reason: string
  readonly at: number
}

/** What this keeper has not yet said to have seen. */
export const unseenEmergencies = (db: Read, staffId: number): readonly EmergencyRow[] =>
  db.all<EmergencyRow>(
    `SELECT e.id, e.client_id AS clientId, a.name AS "by", b.name AS second, e.way, e.reason, e.at
     FROM seal_emergency AS e JOIN staff AS a ON a.id = e.opened_by JOIN staff AS b ON b.id = e.second_id
     WHERE NOT EXISTS (SELECT 1 FROM seal_seen AS s WHERE s.emergency_id = e.id AND s.staff_id = ?)
     ORDER BY e.id`,
    [staffId],
  )

export const markSeen = (db: Write, id: number, staffId: number, at: number): boolean =>
  db.run(
    `INSERT INTO seal_seen(emergency_id, staff_id, at)
     SELECT id, :staffId, :at FROM seal_emergency WHERE id = :id
     ON CONFLICT(emergency_id, staff_id) DO NOTHING`,
    { id, staffId, at },
  ).changes === 1
