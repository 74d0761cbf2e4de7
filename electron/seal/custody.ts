import { insertMove } from '../custody/repository.ts'
import { dossierOf, insertDossier, moveDossier } from '../dossier/repository.ts'
import type { Write } from '../database/handle.ts'

export type SealMove = {
  readonly clientId: number
  readonly move: 'sealed' | 'unsealed' | 'emergency-opened'
  readonly state: 'sealed' | 'in-cabinet' | 'in-use'
  readonly by: number
  readonly other: number | null
  readonly at: number
  readonly note?: string
}

/** A line in the register, and where the dossier is now; after an emergency it is with whoever opened it. */
export const recordMove = (db: Write, move: SealMove): void => {
  const { clientId, state, by, at } = move
  if (!dossierOf(db, clientId)) insertDossier(db, { clientId, state, year: null, sequence: null, at })
  const place = dossierOf(db, clientId)?.place ?? ''
  moveDossier(db, { clientId, state, holderId: state === 'in-use' ? by : null, place, dueAt: null, at })
  const { move: name, other: otherId, note = '' } = move
  insertMove(db, { clientId, move: name, staffId: by, otherId, purpose: '', place, dueAt: null, note, at })
}
