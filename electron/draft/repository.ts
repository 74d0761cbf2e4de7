import type { Read, Write } from '../database/handle.ts'

export const draftsOf = (
  db: Read,
  staffId: number,
  place: string,
): { field: string; value: string; at: number }[] =>
  db.all('SELECT field, value, at FROM draft WHERE staff_id = ? AND place = ? ORDER BY field', [
    staffId,
    place,
  ])

export const putDraft = (
  db: Write,
  draft: { staffId: number; place: string; field: string; value: string; at: number },
): void => {
  db.run(
    `INSERT INTO draft(staff_id, place, field, value, at) VALUES (:staffId, :place, :field, :value, :at)
     ON CONFLICT(staff_id, place, field) DO UPDATE SET value = excluded.value, at = excluded.at`,
    draft,
  )
}

export const dropDraft = (db: Write, staffId: number, place: string, field: string): void => {
  db.run('DELETE FROM draft WHERE staff_id = ? AND place = ? AND field = ?', [staffId, place, field])
}

export const dropDrafts = (db: Write, staffId: number, place: string): void => {
  db.run('DELETE FROM draft WHERE staff_id = ? AND place = ?', [staffId, place])
}

export const lastPlace = (db: Read, staffId: number): { route: string; field: string } | undefined =>
  db.one('SELECT route, field FROM place WHERE staff_id = ?', [staffId])

export const putPlace = (
  db: Write,
  place: { staffId: number; route: string; field: string; at: number },
): void => {
  db.run(
    `INSERT INTO place(staff_id, route, field, at) VALUES (:staffId, :route, :field, :at)
     ON CONFLICT(staff_id) DO UPDATE SET route = excluded.route, field = excluded.field, at = excluded.at`,
    place,
  )
}
