import type { Read } from '../database/handle.ts'
import type { Session } from '../session/session.ts'

// Lists show the client book: who somebody is, whose he is, what the bank's books say, where his dossier is. What was
// found out or decided about him is in the dossier, and is left out while that one is shut for whoever asks (practice 1).

/** `mayOpenDossier` as a condition on the dossier `d` and the person `:staff`, for lists that can't ask line by line. */
export const isShut = `(d.state <> 'in-use' OR (d.holder_id IS NOT NULL AND d.holder_id <> :staff))`

/** Which of these clients' dossiers this person may not open now, for one page of a list in one query. */
export const shutFor = (
  db: Read,
  { staffId }: Pick<Session, 'staffId'>,
  clientIds: readonly number[],
): ReadonlySet<number> =>
  new Set(
    db
      .all<{ id: number }>(
        `SELECT d.client_id AS id FROM json_each(:ids) AS j JOIN dossier AS d ON d.client_id = j.value
         WHERE ${isShut}`,
        { ids: JSON.stringify([...new Set(clientIds)]), staff: staffId },
      )
      .map(({ id }) => id),
  )
