import type { Read } from '../database/handle.ts'
import { allStubs, type Stub } from './stub.ts'

const byWords = `SELECT client_id AS clientId FROM sealed_dossier WHERE name_hash = :hash
  UNION SELECT s.client_id FROM sealed_dossier AS s JOIN client AS c ON c.id = s.client_id
  WHERE c.number = :words OR c.dossier_number = :words`

/**
 * By the client number or the dossier number, whole: nothing is guessed from a part. `hash` is that of a full name; null
 * for whoever doesn't find by name.
 */
export const findStubs = (db: Read, words: string, hash: string | null): readonly Stub[] => {
  const stubs = allStubs(db)
  if (words === '') return stubs
  const found = new Set(
    db.all<{ clientId: number }>(byWords, { words, hash }).map(({ clientId }) => clientId),
  )
  return stubs.filter(({ clientId }) => found.has(clientId))
}
