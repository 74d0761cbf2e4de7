import { rightsOf } from '../../shared/staff/rights.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Desk, OpenDesk } from '../desk/desk.ts'
import { staffById } from '../staff/repository.ts'

const locked = (): Result<never> => fail({ code: 'locked' })

/**
 * The session as the staff rows have it at this call: whoever lost his login is out, changed roles count at once. One
 * row by its number, read again for every call.
 */
export const standingOf = (desk: Desk): Result<OpenDesk> => {
  const open = desk.open()
  if (!open) return locked()
  const { session } = open
  const staff = staffById(open.db, session.staffId)
  if (!staff || !staff.active || !staff.hasLogin) {
    // The answer goes first: the process that gives it is about to end.
    setTimeout(() => void desk.lock(), 0)
    return locked()
  }
  const { name, roles } = staff
  if (name === session.name && roles.join() === session.roles.join()) return ok(open)
  const next = { ...open, session: { ...session, name, roles, rights: rightsOf(roles) } }
  desk.change({ session: next.session })
  return ok(next)
}
