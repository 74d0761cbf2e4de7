import { fail, ok, refuse } from '../../shared/result.ts'
import type { staffContract } from '../../shared/staff/contract.ts'
import { judgeLeaving } from '../../shared/staff/duties.ts'
import type { Handlers } from '../desk/handlers-type.ts'
import { inHandsOf } from './in-hands.ts'
import { inTurn } from './in-turn.ts'
import { doorsWithKeys } from './keepers.ts'
import { withRefusal } from './role-refused.ts'
import { addLogin, addUser, dropLogin, resetLogin } from './logins.ts'
import { changeRoles, grantKey, revokeKey } from './role-changes.ts'
import { holdsKey } from './turn-role.ts'
import { allStaff, changeStaff, insertStaff, staffById, staffByName } from './repository.ts'

export const staffHandlers: Handlers<typeof staffContract> = {
  list: (call) => ok(allStaff(call.db)),
  add: (call, { name, post }) => {
    if (staffByName(call.db, name)) return fail({ code: 'conflict', what: 'staff.name' })
    const id = insertStaff(call.db, { name, post, roles: [], slotId: null, at: call.now })
    call.audit({ action: 'staff.added', object: `staff:${id}` })
    call.notify('staff')
    const added = staffById(call.db, id)
    return added ? ok(added) : fail({ code: 'not-found', what: 'staff' })
  },
  change: (call, { id, name, post, active }) => {
    const before = staffById(call.db, id)
    if (!before) return fail({ code: 'not-found', what: 'staff' })
    const sameName = staffByName(call.db, name)
    if (active && sameName && sameName.id !== id) return fail({ code: 'conflict', what: 'staff.name' })
    // Whoever is signed in can't close himself: somebody must stay able to open the vault.
    if (!active && id === call.session.staffId) return fail({ code: 'conflict', what: 'staff.self' })
    if (!active && before.hasLogin) return refuse('drop-login-first')
    // A login is not what ties clients to somebody: whoever owns or holds something gives it over first (practice §14).
    const leaving = before.active && !active ? judgeLeaving(inHandsOf(call.db, id)) : ok(null)
    if (!leaving.ok) return leaving
    changeStaff(call.db, { id, name, post, active })
    call.audit({ action: 'staff.changed', object: `staff:${id}` })
    call.notify('staff')
    return ok({ ...before, name, post, active })
  },
  logins: (call) => {
    const open = call.desk.open()
    if (!open) return fail({ code: 'locked' })
    const doors = doorsWithKeys(open)
    if (!doors.ok) return doors
    const logins = doors.value.map(({ slot, staff, key }) => ({
      staffId: staff.id,
      temporary: slot.temporary === true,
      key,
    }))
    return ok({ iHoldKey: holdsKey(open.keys), logins })
  },
  addUser: (call, input) =>
    inTurn(call, 'staff.manage', (now) => withRefusal(now, 'new', () => addUser(now, input))),
  addLogin: (call, input) =>
    inTurn(call, 'staff.manage', (now) => withRefusal(now, input.id, () => addLogin(now, input))),
  reset: (call, input) => inTurn(call, 'staff.manage', (now) => resetLogin(now, input)),
  setRoles: (call, input) =>
    inTurn(call, 'staff.manage', (now) => withRefusal(now, input.id, () => changeRoles(now, input))),
  dropLogin: (call, { id }) => inTurn(call, 'staff.manage', (now) => dropLogin(now, id)),
  grantKey: (call, { id }) =>
    inTurn(call, 'key.grant', (now) => withRefusal(now, id, () => grantKey(now, id))),
  revokeKey: (call, { id }) =>
    inTurn(call, 'key.grant', (now) => withRefusal(now, id, () => revokeKey(now, id))),
}
