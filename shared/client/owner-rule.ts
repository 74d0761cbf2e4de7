import { fail, ok, refuse, type Result } from '../result.ts'
import type { Staff } from '../staff/contract.ts'
import type { Right } from '../staff/rights.ts'
import type { Client } from './model.ts'

type Owned = Pick<Client, 'ownerId' | 'nextOwnerId'>
type Person = { readonly staffId: number; readonly rights: readonly Right[] }

/** A manager may take a client whom nobody has, or one handed to him; the first wins (practice, week one). */
export const mayTake = (client: Owned, person: Person): boolean =>
  person.rights.includes('encounter.lead') &&
  client.ownerId !== person.staffId &&
  (client.ownerId === null || client.nextOwnerId === person.staffId)

/** Exactly one owner: taken by himself when free, else given by the head of the centre (BH-06). */
export const mayBecomeOwner = (client: Owned, wanted: number | null, person: Person): Result<null> => {
  if (wanted === client.ownerId && client.nextOwnerId === null) return refuse('client.refusal.same-owner')
  if (person.rights.includes('staff.manage')) return ok(null)
  if (wanted !== person.staffId) return fail({ code: 'forbidden', right: 'staff.manage' })
  return mayTake(client, person) ? ok(null) : refuse('client.refusal.has-owner')
}

type Colleague = Pick<Staff, 'name' | 'active' | 'roles'>

/** Whoever works here and keeps no dossiers may own clients, with or without a login (practice §9, §14). */
export const mayOwn = ({ name, active, roles }: Colleague): Result<null> => {
  if (!active) return refuse('client.refusal.owner-left', { name })
  return roles.includes('archive-keeper') ? refuse('client.refusal.owner-keeper', { name }) : ok(null)
}
