import { judgeLeaving } from '../../shared/staff/duties.ts'
import type { Role } from '../../shared/staff/rights.ts'
import type { Staff } from '../../shared/staff/contract.ts'
import { fail, ok, refuse, type Result } from '../../shared/result.ts'
import type { ActCall, WriteCall } from '../desk/call.ts'
import type { OpenDesk } from '../desk/desk.ts'
import { attemptsOf } from '../session/folders.ts'
import { closeQuickDoor } from '../session/quick.ts'
import { forgetAttempts } from '../vault/attempts.ts'
import { addPassphraseSlot, removeSlot, resetPassphrase } from '../vault/change-slots.ts'
import { proposePassphrase } from '../vault/first-passphrase.ts'
import { grantRole } from '../vault/role-turn.ts'
import { inHandsOf } from './in-hands.ts'
import { doorOf, isLastAdmin, judgeNewRoles, openOf, personOf } from './judge.ts'
import { othersWithKey } from './keepers.ts'
import { allStaff, insertStaff, setLogin, slotOfStaff, staffById, staffByName } from './repository.ts'
import { slotChange } from './slot-change.ts'
import { holdsKey } from './turn-role.ts'

type Wanted = { readonly roles: readonly Role[]; readonly passphrase: string | null }
export type Admitted = { staff: Staff; passphrase: string }

type Admission = Wanted & {
  readonly label: string
  /** Asked before anything is done and once more beside the row: deriving the door's key takes a while. */
  readonly judge: () => Result<null>
  readonly write: (tx: WriteCall, slotId: string) => number
}

// The door first, with its key; then the row that belongs to it. A door without a row is refused and cleared away.
const admit = async (call: ActCall, open: OpenDesk, wanted: Admission): Promise<Result<Admitted>> => {
  const { label, judge, write } = wanted
  const judged = judge()
  if (!judged.ok) return judged
  const passphrase = wanted.passphrase ?? proposePassphrase(call.ports.random)
  const change = slotChange(call.desk, open)
  const added = await addPassphraseSlot({ ...change, label, passphrase, temporary: true })
  if (!added.ok) return added
  const { slotId } = added.value
  const isKeeper = wanted.roles.includes('archive-keeper')
  const granted = isKeeper ? grantRole({ ...change, role: 'archive', slotId }) : ok(null)
  if (!granted.ok) return granted
  call.ports.step?.('staff-row')
  const id = await call.transact((tx): Result<number> => {
    const still = judge()
    if (!still.ok) return still
    const staffId = write(tx, slotId)
    tx.audit({ action: 'login.added', object: `staff:${staffId}` })
    if (isKeeper) tx.audit({ action: 'key.granted', object: `staff:${staffId}` })
    tx.notify('staff')
    tx.notify('setup')
    return ok(staffId)
  })
  if (!id.ok) {
    removeSlot({ ...change, slotId })
    return id
  }
  const staff = staffById(call.db, id.value)
  return staff ? ok({ staff, passphrase }) : fail({ code: 'not-found', what: 'staff' })
}

export const addUser = async (
  call: ActCall,
  input: Wanted & { readonly name: string; readonly post: string },
): Promise<Result<Admitted>> => {
  const open = openOf(call)
  if (!open.ok) return open
  const { name, post, roles } = input
  return admit(call, open.value, {
    ...input,
    label: name,
    judge: () =>
      staffByName(call.db, name)
        ? fail({ code: 'conflict', what: 'staff.name' })
        : judgeNewRoles(call, open.value, null, roles),
    write: (tx, slotId) => insertStaff(tx.db, { name, post, roles, slotId, at: tx.now }),
  })
}

export const addLogin = async (
  call: ActCall,
  input: Wanted & { readonly id: number },
): Promise<Result<Admitted>> => {
  const open = openOf(call)
  if (!open.ok) return open
  const person = personOf(call, input.id)
  if (!person.ok) return person
  const { id, name } = person.value
  const judge = (): Result<null> => {
    const now = personOf(call, id)
    if (!now.ok) return now
    if (now.value.hasLogin) return refuse('has-login')
    return now.value.active ? judgeNewRoles(call, open.value, id, input.roles) : refuse('has-left')
  }
  const write = (tx: WriteCall, slotId: string): number => {
    setLogin(tx.db, id, slotId, input.roles)
    return id
  }
  return admit(call, open.value, { ...input, label: name, judge, write })
}

/** A temporary passphrase. It is written down before it is done: a line too many is better than one too few. */
export const resetLogin = async (
  call: ActCall,
  input: { readonly id: number; readonly passphrase: string | null },
): Promise<Result<Admitted & { lostKey: boolean }>> => {
  const open = openOf(call)
  if (!open.ok) return open
  const person = personOf(call, input.id)
  if (!person.ok) return person
  const staff = person.value
  if (staff.id === call.session.staffId) return refuse('reset-self')
  const door = doorOf(open.value, staff)
  if (!door.ok) return door
  const holds = door.value.key !== 'none'
  const judge = (): Result<null> =>
    holds && othersWithKey(open.value, staff.id) === 0 ? refuse('last-key') : ok(null)
  const judged = judge()
  if (!judged.ok) return judged
  const passphrase = input.passphrase ?? proposePassphrase(call.ports.random)
  await call.transact((tx) => tx.audit({ action: 'passphrase.reset', object: `staff:${staff.id}` }))
  const { id: slotId } = door.value.slot
  const reset = await resetPassphrase({
    ...slotChange(call.desk, open.value),
    slotId,
    next: passphrase,
    temporary: true,
    judge,
  })
  if (!reset.ok) return reset
  await closeQuickDoor(call, slotId)
  forgetAttempts(attemptsOf(call.ports.dataFolder), slotId, call.now)
  call.desk.notices.tell({ kind: 'changed', topics: ['staff', 'setup'] })
  return ok({ staff, passphrase, lostKey: holds && !holdsKey(open.value.keys) })
}

/** The row first: from then on the door is refused. What is left of it in the header goes with it or at the next start. */
export const dropLogin = async (call: ActCall, id: number): Promise<Result<Staff>> => {
  const open = openOf(call)
  if (!open.ok) return open
  const person = personOf(call, id)
  if (!person.ok) return person
  const slotId = slotOfStaff(call.db, id)
  if (slotId === null) return refuse('no-login')
  call.ports.step?.('staff-row')
  const dropped = await call.transact((tx): Result<null> => {
    if (isLastAdmin(allStaff(call.db), id)) return refuse('last-admin')
    const leaving = judgeLeaving(inHandsOf(call.db, id))
    if (!leaving.ok) return leaving
    const door = doorOf(open.value, person.value)
    if (door.ok && door.value.key !== 'none') return refuse('still-holds-key')
    setLogin(tx.db, id, null, [])
    tx.audit({ action: 'login.taken-away', object: `staff:${id}` })
    for (const topic of ['staff', 'setup']) tx.notify(topic)
    return ok(null)
  })
  if (!dropped.ok) return dropped
  await closeQuickDoor(call, slotId)
  // One's own door stays until the lock: this session still has to end in good order.
  if (id !== call.session.staffId) removeSlot({ ...slotChange(call.desk, open.value), slotId })
  return personOf(call, id)
}
