import { ownerAt } from '../client/owners.ts'
import type { Read } from '../database/handle.ts'
import type { EncounterRow } from './repository.ts'

/**
 * 代接待: the colleague whose client was received, as it was when the meeting began. A later owner changes nothing of it,
 * and a meeting moved to a colleague's client becomes one (practice 3, 13).
 */
export const onBehalfOf = (
  db: Read,
  { clientId, staffId, createdAt }: Pick<EncounterRow, 'clientId' | 'staffId' | 'createdAt'>,
): number | null => {
  const owner = ownerAt(db, clientId, createdAt)
  return owner === staffId ? null : owner
}
