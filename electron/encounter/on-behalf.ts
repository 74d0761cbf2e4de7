import { ownerAt } from '../client/owners.ts'
import type { Read } from '../database/handle.ts'
import type { EncounterRow } from './repository.ts'
import { hereSince } from './steps.ts'

/**
 * 代接待: the colleague whose client was received, as it was when the client sat down; one who never came is judged by the
 * end, and one who is still awaited by today. A later owner changes nothing of it, and a meeting moved to a colleague's
 * client becomes one (practice 3, 13).
 */
export const onBehalfOf = (
  db: Read,
  { id, clientId, staffId, endedAt }: Pick<EncounterRow, 'id' | 'clientId' | 'staffId' | 'endedAt'>,
): number | null => {
  const owner = ownerAt(db, clientId, hereSince(db, id) ?? endedAt)
  return owner === staffId ? null : owner
}
