import { mayOpenDossier } from '../../shared/dossier/access.ts'
import { ok, type Result } from '../../shared/result.ts'
import { clientById } from '../client/repository.ts'
import { staffNames } from '../client/staff-names.ts'
import type { Read } from '../database/handle.ts'
import { clockAt, plainDateAt } from '../desk/zone.ts'
import type { Session } from '../session/session.ts'
import { memberById } from '../household/repository.ts'
import { currentPolicy } from '../setting/repository.ts'
import { dossierOf, type DossierRow } from './repository.ts'

// The one question before anything in a dossier is shown or written. The router writes every refusal down.

const named = (db: Read, { clientId, holderId, since }: DossierRow) => {
  const { zone } = currentPolicy(db)
  return {
    clientId,
    number: clientById(db, clientId)?.dossierNumber ?? '',
    since: `${plainDateAt(since, zone)} ${clockAt(since, zone)}`,
    holder: staffNames(db).get(holderId ?? 0) ?? '',
  }
}

const nobody = { clientId: 0, number: '', since: '', holder: '' }

/** Whether this person may open what is in the client's dossier now. */
export const mayOpen = (db: Read, session: Pick<Session, 'staffId'>, clientId: number): Result<null> => {
  const row = dossierOf(db, clientId)
  const plain = mayOpenDossier(row ?? null, session.staffId, nobody)
  // Words are looked up only for a refusal: the open way is one row by its key.
  return plain.ok || !row ? plain : mayOpenDossier(row, session.staffId, named(db, row))
}

/** Several dossiers at once, such as the family's on one sheet: the first refusal counts. */
export const mayOpenAll = (
  db: Read,
  session: Pick<Session, 'staffId'>,
  clientIds: readonly number[],
): Result<null> => {
  for (const clientId of clientIds) {
    const allowed = mayOpen(db, session, clientId)
    if (!allowed.ok) return allowed
  }
  return ok(null)
}

/**
 * What one of the family owns, agreed to or is a member by lies in his own dossier when he is a client: it is written
 * from nobody else's page while that one is shut. What people who are nobody's client told lies where it was told.
 */
export const mayOpenOf = (
  db: Read,
  session: Pick<Session, 'staffId'>,
  memberId: number | null,
): Result<null> => {
  const clientId = memberId === null ? null : (memberById(db, memberId)?.clientId ?? null)
  return clientId === null ? ok(null) : mayOpen(db, session, clientId)
}
