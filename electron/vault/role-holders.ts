import { canonical } from './canonical.ts'
import { deriveKey, macOf, sameMac } from './derive.ts'
import type { Header, Holder, HolderList, KeyRole, Slot } from './header.ts'
import { publicHalf } from './key-pair.ts'

// A slot can say of itself that it holds a key, and whoever has a login can sign a header that says so. Who really was
// given a role's key stands in a list with a MAC only holders of that key can make.

const listMac = (
  vaultId: string,
  role: KeyRole,
  rolePrivate: Uint8Array,
  holders: readonly Holder[],
): string =>
  macOf(deriveKey(rolePrivate, vaultId, 'role-holders'), canonical({ vid: vaultId, role, holders }))

const publicOf = (rolePrivate: Uint8Array): string | undefined => publicHalf(rolePrivate)?.toString('base64')

const holderOf = ({ id, publicKey }: Pick<Slot, 'id' | 'publicKey'>): Holder => ({ id, publicKey })

const isSame =
  (slot: Pick<Slot, 'id' | 'publicKey'>) =>
  (holder: Holder): boolean =>
    holder.id === slot.id && holder.publicKey === slot.publicKey

/** Those to whom this private half was given, by its own word; nobody when the list is missing or not genuine. */
const holdersOf = (header: Header, role: KeyRole, rolePrivate: Uint8Array): readonly Holder[] => {
  const half = publicOf(rolePrivate)
  const list = header.holders?.[role]?.find((each) => each.public === half)
  return list && sameMac(list.mac, listMac(header.vid, role, rolePrivate, list.slots)) ? list.slots : []
}

/** Whether this slot, with the public key it has now, was given this private half. Only this lets a key be handed on. */
export const isListed = (header: Header, slot: Slot, role: KeyRole, rolePrivate: Uint8Array): boolean =>
  holdersOf(header, role, rolePrivate).some(isSame(slot))

const signed = (
  header: Pick<Header, 'vid'>,
  role: KeyRole,
  rolePrivate: Uint8Array,
  slots: readonly Pick<Slot, 'id' | 'publicKey'>[],
): HolderList => {
  const half = publicOf(rolePrivate)
  if (half === undefined) throw new Error('the role key is no P-256 key')
  const holders = slots.map(holderOf)
  return { public: half, slots: holders, mac: listMac(header.vid, role, rolePrivate, holders) }
}

/** The list of exactly these slots for this private half, in the place of an earlier one of the same key. */
export const withHolders = <Body extends Pick<Header, 'vid' | 'holders'>>(
  header: Body,
  role: KeyRole,
  rolePrivate: Uint8Array,
  slots: readonly Pick<Slot, 'id' | 'publicKey'>[],
): Body => {
  const list = signed(header, role, rolePrivate, slots)
  const others = (header.holders?.[role] ?? []).filter((each) => each.public !== list.public)
  return { ...header, holders: { ...header.holders, [role]: [...others, list] } }
}

/** One holder more; those who are not in the header any more as they were listed go. */
export const withHolder = (header: Header, role: KeyRole, rolePrivate: Uint8Array, slot: Slot): Header => {
  const stay = header.slots.filter((each) => each.id !== slot.id && isListed(header, each, role, rolePrivate))
  return withHolders(header, role, rolePrivate, [...stay, slot])
}

/** Lists of keys that are out of force say nothing any more. */
export const withoutOldLists = (header: Header, role: KeyRole): Header => {
  const lists = (header.holders?.[role] ?? []).filter((each) => each.public === header.roles[role])
  return { ...header, holders: { ...header.holders, [role]: lists } }
}
