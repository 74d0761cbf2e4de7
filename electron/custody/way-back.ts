import { mayGoAway } from '../../shared/custody/way-back.ts'
import { ok, type Result } from '../../shared/result.ts'
import { rightsOf } from '../../shared/staff/rights.ts'
import type { ReadCall } from '../desk/call.ts'
import { allStaff } from '../staff/repository.ts'
import { ownersWithoutDossier } from './repository.ts'

// Asked before anything goes into the cabinet: is there somebody to take it in, and somebody to let it out again?

type Here = Pick<ReadCall, 'db' | 'session'>

/** Those who can sit down here today. */
const people = ({ db }: Here) => allStaff(db).filter(({ active, hasLogin }) => active && hasLogin)

const wayBack = (call: Here, giverId: number, wantedId: number | null): Result<null> => {
  const here = people(call)
  // A client of nobody, or of somebody who has left, is whoever's works with him now.
  const ownerId = here.some(({ id }) => id === wantedId) ? wantedId : giverId
  const others = (than: number | null) =>
    here.filter(({ id }) => id !== than).map(({ roles }) => rightsOf(roles))
  return mayGoAway({ thanGiver: others(giverId), thanOwner: others(ownerId) })
}

/** Handed in by this person, to be worked with again by the client's owner. */
export const mayBeGiven = (call: Here, client: { readonly ownerId: number | null }): Result<null> =>
  wayBack(call, call.session.staffId, client.ownerId)

/** Entered where it already stands: its owner must find a keeper who is not himself. */
export const mayBeBooked = (call: Here, ownerId: number | null): Result<null> => {
  const owners = ownerId === null ? ownersWithoutDossier(call.db) : [ownerId]
  for (const owner of owners) {
    const allowed = wayBack(call, owner ?? call.session.staffId, owner)
    if (!allowed.ok) return allowed
  }
  return ok(null)
}
