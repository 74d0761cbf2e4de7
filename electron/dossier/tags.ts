import type { DossierState, DossierTag } from '../../shared/dossier/model.ts'
import type { Read } from '../database/handle.ts'

type Row = { readonly clientId: number; readonly state: DossierState; readonly holder: string }

/** Where dossiers are that do not lie open for everybody, for one page of a list in one query. */
export const tagsOf = (db: Read, clientIds: readonly number[]): ReadonlyMap<number, DossierTag> =>
  new Map(
    db
      .all<Row>(
        `SELECT d.client_id AS clientId, d.state, coalesce(s.name, '') AS holder
         FROM json_each(:ids) AS j JOIN dossier AS d ON d.client_id = j.value LEFT JOIN staff AS s ON s.id = d.holder_id
         WHERE d.state <> 'in-use' OR d.holder_id IS NOT NULL`,
        { ids: JSON.stringify(clientIds) },
      )
      .map(({ clientId, ...tag }) => [clientId, tag] as const),
  )
