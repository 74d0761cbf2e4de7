import type { Staff } from '../../shared/staff/contract.ts'
import type { Role } from '../../shared/staff/rights.ts'
import type { Read, Write } from '../database/handle.ts'

type Row = { id: number; name: string; post: string; roles: string; slot_id: string | null; active: number }

const toStaff = (row: Row): Staff => ({
  id: row.id,
  name: row.name,
  post: row.post,
  roles: JSON.parse(row.roles) as Role[],
  hasLogin: row.slot_id !== null,
  active: row.active === 1,
})

export const allStaff = (db: Read): Staff[] =>
  db.all<Row>('SELECT id, name, post, roles, slot_id, active FROM staff ORDER BY id').map(toStaff)

export const staffById = (db: Read, id: number): Staff | undefined => {
  const row = db.one<Row>('SELECT id, name, post, roles, slot_id, active FROM staff WHERE id = ?', [id])
  return row && toStaff(row)
}

export const staffByName = (db: Read, name: string): Staff | undefined => {
  const row = db.one<Row>(
    'SELECT id, name, post, roles, slot_id, active FROM staff WHERE name = ? AND active = 1',
    [name],
  )
  return row && toStaff(row)
}

export const staffOfSlot = (db: Read, slotId: string): Staff | undefined => {
  const row = db.one<Row>('SELECT id, name, post, roles, slot_id, active FROM staff WHERE slot_id = ?', [
    slotId,
  ])
  return row && toStaff(row)
}

export const insertStaff = (
  db: Write,
  staff: { name: string; post: string; roles: readonly Role[]; slotId: string | null; at: number },
): number =>
  db.run('INSERT INTO staff(name, post, roles, slot_id, created_at) VALUES (?, ?, ?, ?, ?)', [
    staff.name,
    staff.post,
    JSON.stringify(staff.roles),
    staff.slotId,
    staff.at,
  ]).id

export const changeStaff = (
  db: Write,
  staff: { id: number; name: string; post: string; active: boolean },
): void => {
  db.run('UPDATE staff SET name = ?, post = ?, active = ? WHERE id = ?', [
    staff.name,
    staff.post,
    staff.active ? 1 : 0,
    staff.id,
  ])
}

export const setRoles = (db: Write, id: number, roles: readonly Role[]): void => {
  db.run('UPDATE staff SET roles = ? WHERE id = ?', [JSON.stringify(roles), id])
}

/** The door this person unlocks by, and what he may do behind it; null takes both away. */
export const setLogin = (db: Write, id: number, slotId: string | null, roles: readonly Role[]): void => {
  db.run('UPDATE staff SET slot_id = ?, roles = ? WHERE id = ?', [slotId, JSON.stringify(roles), id])
}

export const slotOfStaff = (db: Read, id: number): string | null =>
  db.one<{ slotId: string | null }>('SELECT slot_id AS slotId FROM staff WHERE id = ?', [id])?.slotId ?? null

/** Who may enter, by name: what the doors in the header should be. */
export const doorsOf = (db: Read): readonly { readonly slotId: string; readonly label: string }[] =>
  db.all('SELECT slot_id AS slotId, name AS label FROM staff WHERE slot_id IS NOT NULL AND active = 1')

export const staffOfSlots = (db: Read, slotIds: readonly string[]): readonly Staff[] =>
  slotIds.flatMap((slotId) => staffOfSlot(db, slotId) ?? [])
