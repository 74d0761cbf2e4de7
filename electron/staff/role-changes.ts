import type { Role } from '../../shared/staff/rights.ts'
import type { Staff } from '../../shared/staff/contract.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import type { ActCall } from '../desk/call.ts'
import { grantRole } from '../vault/role-turn.ts'
import { doorOf, isLastAdmin, judgeNewRoles, openOf, personOf } from './judge.ts'
import { othersWithKey } from './keepers.ts'
import { allStaff, setRoles, staffById } from './repository.ts'
import { slotChange } from './slot-change.ts'
import { holdsKey, turnArchiveKey } from './turn-role.ts'

const keeps = (roles: readonly Role[]): boolean => roles.includes('archive-keeper')

const writeRoles = async (
  call: ActCall,
  id: number,
  roles: readonly Role[],
  actions: readonly string[],
  judge: () => Result<null> = () => ok(null),
): Promise<Result<Staff>> => {
  // Beside the row itself: whatever waited for the gate before this counts already.
  const written = await call.transact((tx): Result<null> => {
    const judged = judge()
    if (!judged.ok) return judged
    setRoles(tx.db, id, roles)
    for (const action of actions) tx.audit({ action, object: `staff:${id}` })
    for (const topic of ['staff', 'session', 'setup']) tx.notify(topic)
    return ok(null)
  })
  return written.ok ? personOf(call, id) : written
}

/**
 * Role and key are one act: the header first, then the row with all roles at once. A kill in between leaves the person
 * as before until the next unlock takes the key up and writes the row (docs/decisions/0011).
 */
const giveKey = async (
  call: ActCall,
  id: number,
  roles: readonly Role[],
  actions: readonly string[],
  judge: () => Result<null> = () => ok(null),
): Promise<Result<Staff>> => {
  const open = openOf(call)
  if (!open.ok) return open
  const person = personOf(call, id)
  if (!person.ok) return person
  const give = (): Result<null> => {
    const door = doorOf(open.value, person.value)
    if (!door.ok) return door
    const allowed = judge()
    const judged = allowed.ok ? judgeNewRoles(call, open.value, id, roles) : allowed
    if (!judged.ok) return judged
    const { slot } = door.value
    // Whoever chose a passphrase can open with it; a key only keepers have waits until it was changed.
    if (slot.temporary && keeps(call.session.roles)) return refuse('change-first')
    const granted = grantRole({ ...slotChange(call.desk, open.value), role: 'archive', slotId: slot.id })
    if (granted.ok) call.ports.step?.('staff-row')
    return granted
  }
  return writeRoles(call, id, roles, [...actions, 'key.granted'], give)
}

export const grantKey = async (call: ActCall, id: number): Promise<Result<Staff>> => {
  const person = personOf(call, id)
  if (!person.ok) return person
  return giveKey(call, id, [...new Set<Role>([...person.value.roles, 'archive-keeper'])], [])
}

/** A new key for the holders who stay; the role goes in the same transaction. */
export const revokeKey = async (call: ActCall, id: number): Promise<Result<Staff>> => {
  const open = openOf(call)
  if (!open.ok) return open
  const person = personOf(call, id)
  if (!person.ok) return person
  const door = doorOf(open.value, person.value)
  if (!door.ok) return door
  if (!holdsKey(open.value.keys)) return refuse('needs-archive-key')
  if (door.value.key !== 'none') {
    if (othersWithKey(open.value, id) === 0) return refuse('last-key')
    const turned = await turnArchiveKey(call.desk, [door.value.slot.id])
    if (!turned.ok) return turned
  }
  // Without a key there was nothing to change; the role alone goes.
  const left = staffById(call.db, id)?.roles ?? []
  if (!keeps(left)) return personOf(call, id)
  return writeRoles(
    call,
    id,
    left.filter((role) => role !== 'archive-keeper'),
    ['key.taken-away'],
  )
}

export const changeRoles = async (
  call: ActCall,
  input: { readonly id: number; readonly roles: readonly Role[] },
): Promise<Result<Staff>> => {
  const open = openOf(call)
  if (!open.ok) return open
  const person = personOf(call, input.id)
  if (!person.ok) return person
  const { id, roles: before, hasLogin } = person.value
  if (!hasLogin) return refuse('no-login')
  const roles = [...new Set(input.roles)]
  const judge = (): Result<null> => {
    if (!roles.includes('centre-head') && isLastAdmin(allStaff(call.db), id)) return refuse('last-admin')
    return keeps(roles) && !keeps(before) ? ok(null) : judgeNewRoles(call, open.value, id, roles, before)
  }
  const judged = judge()
  if (!judged.ok) return judged
  if (keeps(roles) && !keeps(before)) return giveKey(call, id, roles, ['staff.roles-changed'], judge)
  if (keeps(before) && !keeps(roles)) {
    const taken = await revokeKey(call, id)
    if (!taken.ok) return taken
  }
  return writeRoles(call, id, roles, ['staff.roles-changed'], judge)
}
