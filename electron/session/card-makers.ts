import type { Given } from '../../shared/procedure.ts'
import type { sessionContract } from '../../shared/session/contract.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { ReadCall } from '../desk/call.ts'
import { doorsWithKeys } from '../staff/keepers.ts'
import { holdsKey } from '../staff/turn-role.ts'
import { cardKeysKey } from './card-keys.ts'

/** A card holds every key, so its maker must hold them: by his own slot, or because he came in with the card just now. */
export const cardMakers = (call: ReadCall): Result<Given<typeof sessionContract.card>> => {
  const open = call.desk.open()
  if (!open) return fail({ code: 'locked' })
  const doors = doorsWithKeys(open)
  if (!doors.ok) return doors
  return ok({
    mayRenew: holdsKey(open.keys) || call.desk.shelf.has(cardKeysKey),
    makers: doors.value.filter(({ key }) => key === 'held').map(({ staff }) => staff.name),
  })
}
