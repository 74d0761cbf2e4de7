import { fail, ok } from '../../shared/result.ts'
import type { staffContract } from '../../shared/staff/contract.ts'
import type { Handlers } from '../desk/handlers-type.ts'
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
    changeStaff(call.db, { id, name, post, active })
    call.audit({ action: 'staff.changed', object: `staff:${id}` })
    call.notify('staff')
    return ok({ ...before, name, post, active })
  },
}
