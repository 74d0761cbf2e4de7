import { judgeRoles } from '../../shared/staff/duties.ts'
import type { Role } from '../../shared/staff/rights.ts'
import type { Staff } from '../../shared/staff/contract.ts'
import { fail, ok, refuse, type Result } from '../../shared/result.ts'
import type { ActCall } from '../desk/call.ts'
import type { OpenDesk } from '../desk/desk.ts'
import { inHandsOf } from './in-hands.ts'
import { doorsWithKeys, type Door } from './keepers.ts'
import { staffById } from './repository.ts'
import { holdsKey } from './turn-role.ts'

export const openOf = (call: ActCall): Result<OpenDesk> => {
  const open = call.desk.open()
  return open ? ok(open) : fail({ code: 'locked' })
}

export const personOf = (call: ActCall, id: number): Result<Staff> => {
  const staff = staffById(call.db, id)
  return staff ? ok(staff) : fail({ code: 'not-found', what: 'staff' })
}

export const doorOf = (open: OpenDesk, staff: Staff): Result<Door> => {
  const doors = doorsWithKeys(open)
  if (!doors.ok) return doors
  const door = doors.value.find((each) => each.staff.id === staff.id)
  return door ? ok(door) : refuse('no-login')
}

/** Somebody must always be able to give logins: the last one who can keeps both role and login (vault check K05). */
export const isLastAdmin = (staff: readonly Staff[], id: number): boolean => {
  const admins = staff.filter((each) => each.active && each.hasLogin && each.roles.includes('centre-head'))
  return admins.length === 1 && admins[0]?.id === id
}

// Whoever holds the key gives the keeper's role with it; to everybody else it is out of reach.
export const judgeNewRoles = (
  call: ActCall,
  open: OpenDesk,
  id: number | null,
  roles: readonly Role[],
  before: readonly Role[] = [],
): Result<null> => {
  const clients = id === null ? 0 : inHandsOf(call.db, id).clients
  const judged = judgeRoles({ roles, clients })
  if (!judged.ok) return judged
  const isNew = roles.includes('archive-keeper') && !before.includes('archive-keeper')
  return isNew && !holdsKey(open.keys) ? refuse('needs-archive-key') : ok(null)
}
