import { fail, ok, type Result } from '../../shared/result.ts'
import { appendAudit } from '../audit/chain.ts'
import { rewrapSealed } from '../seal/rewrap.ts'
import type { Desk, OpenDesk } from '../desk/desk.ts'
import { beginTurn, endTurn, turnToEnd, type RoleTurn } from '../vault/role-turn.ts'
import type { VaultKeys } from '../vault/vault-keys.ts'
import { setRoles, staffOfSlots } from './repository.ts'
import { slotChange } from './slot-change.ts'

/**
 * The middle and the end of a rotation, in one turn of the write gate: nothing may be sealed for the old key between
 * the rows and the header. Whoever is left out loses the role in the same transaction that wraps the keys anew, so a
 * kill before it leaves him both, and after it neither; the next holder to unlock ends what was cut off.
 */
const end = (desk: Desk, open: OpenDesk, turn: RoleTurn): Promise<Result<null>> =>
  desk.gate.run(() => {
    const { db, auditKey, stamp } = open
    const now = desk.ports.clock.now()
    const say = (action: string, object: string): void =>
      void appendAudit(db, auditKey, stamp(now, { action, object }))
    desk.ports.step?.('sealed-keys-rewrapped')
    db.transact(() => {
      rewrapSealed(open.keys.vaultId, desk.ports.random)(db, turn)
      for (const { id, roles } of staffOfSlots(db, turn.leftOut)) {
        if (roles.includes('archive-keeper'))
          setRoles(
            db,
            id,
            roles.filter((role) => role !== 'archive-keeper'),
          )
        say('key.taken-away', `staff:${id}`)
      }
      for (const slotId of turn.unlisted) say('key.claim-refused', `slot:${slotId}`)
      say('key.changed', turn.role)
    })
    const ended = endTurn({ ...slotChange(desk, open), turn })
    if (!ended.ok) return ended
    desk.change({ keys: ended.value })
    desk.notices.tell({ kind: 'changed', topics: ['staff', 'session', 'setup'] })
    return ok(null)
  })

/** A new archive key for every holder but those named. */
export const turnArchiveKey = async (desk: Desk, without: readonly string[]): Promise<Result<null>> => {
  const open = desk.open()
  if (!open) return fail({ code: 'locked' })
  const begun = beginTurn({ ...slotChange(desk, open), role: 'archive', without })
  return begun.ok ? end(desk, open, begun.value) : begun
}

/** Ends a rotation that was cut off, where this session can. */
export const endCutTurn = async (desk: Desk): Promise<Result<null>> => {
  const open = desk.open()
  if (!open) return fail({ code: 'locked' })
  const found = turnToEnd({ ...slotChange(desk, open), role: 'archive' })
  if (!found.ok) return found
  return found.value ? end(desk, open, found.value) : ok(null)
}

export const holdsKey = (keys: VaultKeys): boolean => keys.rolePrivate.archive !== undefined
