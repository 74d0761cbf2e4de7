import { fail, ok, type Result } from '../../shared/result.ts'
import type { Login, Staff } from '../../shared/staff/contract.ts'
import type { OpenDesk } from '../desk/desk.ts'
import { readHeaders } from '../vault/header-file.ts'
import { isGenuine } from '../vault/header.ts'
import type { Header, Slot } from '../vault/header.ts'
import { isListed } from '../vault/role-holders.ts'
import { hasTakenUp, holdsPresent, isHolder } from '../vault/role-keys.ts'
import { staffOfSlot } from './repository.ts'

export type Door = { readonly slot: Slot; readonly staff: Staff; readonly key: Login['key'] }

// Whoever holds the key can tell a claim from the truth; to everybody else the header is all there is.
const keyOf = (header: Header, slot: Slot, own: Buffer | undefined): Login['key'] => {
  if (own && !isListed(header, slot, 'archive', own)) return 'none'
  if (hasTakenUp(header, slot, 'archive')) return 'held'
  return isHolder(header, slot, 'archive') ? 'waiting' : 'none'
}

/** The doors with the people behind them. The rows say who somebody is, the header which keys he can come to. */
export const doorsWithKeys = (open: OpenDesk): Result<readonly Door[]> => {
  const header = readHeaders(open.vaultFolder).readable.find((copy) => isGenuine(copy, open.keys.vmk))
  if (!header) return fail({ code: 'damaged', part: 'header' })
  const own = holdsPresent(header, open.keys, 'archive') ? open.keys.rolePrivate.archive : undefined
  return ok(
    header.slots.flatMap((slot) => {
      const staff = slot.kind === 'passphrase' ? staffOfSlot(open.db, slot.id) : undefined
      return staff ? [{ slot, staff, key: keyOf(header, slot, own) }] : []
    }),
  )
}

export const isKeeper = ({ staff }: Door): boolean => staff.roles.includes('archive-keeper')

/** Keepers who have the key in their own hands, under a passphrase nobody else knows. */
export const settledKeepers = (doors: readonly Door[]): readonly Door[] =>
  doors.filter((door) => isKeeper(door) && door.key === 'held' && door.slot.temporary !== true)

/** How many others can come to the key without the recovery card. */
export const othersWithKey = (open: OpenDesk, staffId: number): number => {
  const doors = doorsWithKeys(open)
  return doors.ok ? doors.value.filter(({ key, staff }) => key !== 'none' && staff.id !== staffId).length : 0
}
