import { fewestKeepers, judgeRoles } from '../../shared/staff/duties.ts'
import { appendAudit } from '../audit/chain.ts'
import { failureOfStorage } from '../database/sqlite-failure.ts'
import type { AuditEntry } from '../desk/audit-entry.ts'
import type { Desk, OpenDesk } from '../desk/desk.ts'
import { logBug } from '../desk/log-bug.ts'
import { framesOf } from '../log/log.ts'
import { inHandsOf } from '../staff/in-hands.ts'
import { doorsWithKeys, isKeeper, settledKeepers } from '../staff/keepers.ts'
import { doorsOf, setRoles } from '../staff/repository.ts'
import { endCutTurn, holdsKey, turnArchiveKey } from '../staff/turn-role.ts'
import { slotChange } from '../staff/slot-change.ts'
import { alignDoors } from '../vault/align-doors.ts'
import { listSelf } from '../vault/role-turn.ts'
import { spoil } from './trouble.ts'

const writeDown = (
  desk: Desk,
  open: OpenDesk,
  entries: readonly AuditEntry[],
  work: () => void = () => undefined,
): Promise<void> =>
  desk.gate.run(() =>
    open.db.transact(() => {
      work()
      for (const entry of entries)
        appendAudit(open.db, open.auditKey, open.stamp(desk.ports.clock.now(), entry))
    }),
  )

// An addition or a removal that was cut off: the rows are right, the header follows them.
const alignHeader = async (desk: Desk, open: OpenDesk): Promise<void> => {
  const gone = alignDoors(open.vaultFolder, open.keys, doorsOf(open.db), desk.ports.step)
  if (!gone.ok || gone.value.length === 0) return
  await writeDown(
    desk,
    open,
    gone.value.map((slotId) => ({ action: 'login.cleared', object: `slot:${slotId}` })),
  )
}

const listKeeper = async (desk: Desk, open: OpenDesk): Promise<void> => {
  const listed = listSelf(slotChange(desk, open))
  if (!listed.ok || listed.value.length === 0) return
  await writeDown(desk, open, [{ action: 'key.list-mended', object: `staff:${open.session.staffId}` }])
}

// A key that was given and taken up while its row was not written any more: only a holder could have given it.
const takeUpRole = async (desk: Desk, open: OpenDesk): Promise<void> => {
  const { staffId, roles } = open.session
  const next = [...roles, 'archive-keeper' as const]
  const { clients } = inHandsOf(open.db, staffId)
  if (roles.includes('archive-keeper') || !judgeRoles({ roles: next, clients }).ok) return
  const entry = { action: 'key.granted', object: `staff:${staffId}` }
  await writeDown(desk, open, [entry], () => setRoles(open.db, staffId, next))
}

/**
 * The first person holds the archive key only until two keepers have it in their own hands. Leaving her copy out of a
 * header would leave it in every older one; so the key itself is changed, and what she had opens nothing any more.
 */
const leaveFirstOut = async (desk: Desk, open: OpenDesk): Promise<void> => {
  const doors = doorsWithKeys(open)
  if (!doors.ok || settledKeepers(doors.value).length < fewestKeepers) return
  const others = doors.value.filter((door) => door.key !== 'none' && !isKeeper(door))
  if (others.length === 0) return
  await turnArchiveKey(
    desk,
    others.map(({ slot }) => slot.id),
  )
}

const settleNow = async (desk: Desk): Promise<void> => {
  const open = desk.open()
  if (!open || open.session.mustChange || open.session.book === 'sample') return
  await alignHeader(desk, open)
  if (!holdsKey(open.keys)) return
  await listKeeper(desk, open)
  await endCutTurn(desk)
  const after = desk.open()
  if (!after || !holdsKey(after.keys)) return
  await takeUpRole(desk, after)
  await leaveFirstOut(desk, after)
}

/** What a kill left half done between header and rows is brought to its end, and keys to the hands they belong in. */
const settleKeys = (desk: Desk): Promise<void> => desk.peopleGate.run(() => settleNow(desk))

/**
 * The same for somebody who is in already: he stays in, and what could not be settled waits for the next time. Nobody is
 * kept from what is still there, and no call is answered as if it had failed.
 */
export const settleWhatCan = async (desk: Desk): Promise<void> => {
  try {
    await settleKeys(desk)
  } catch (error) {
    const failure = failureOfStorage(error)
    if (failure?.code === 'damaged') spoil(desk)
    if (!failure) logBug(desk.ports, 'session.settle', framesOf(error))
  }
}
