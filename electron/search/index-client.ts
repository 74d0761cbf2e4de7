import type { Client } from '../../shared/client/model.ts'
import { tokensOf } from '../../shared/search/tokens.ts'
import type { Write } from '../database/handle.ts'

/** Answers come in the order of rowids: better bands first, then by id. */
export const rowidOf = (client: Pick<Client, 'id' | 'band'>): number =>
  client.band * 4_294_967_296 + client.id

export type Indexed = Pick<
  Client,
  'id' | 'band' | 'name' | 'phone' | 'documentNumber' | 'number' | 'dossierNumber'
>

export const indexClient = (db: Write, client: Indexed): void => {
  db.run('INSERT INTO client_search(rowid, t) VALUES (?, ?)', [BigInt(rowidOf(client)), tokensOf(client)])
}

export const unindexClient = (db: Write, client: Pick<Client, 'id' | 'band'>): void => {
  db.run('DELETE FROM client_search WHERE rowid = ?', [BigInt(rowidOf(client))])
}

/** A changed name, number, phone or band: the old entry goes, the new one comes, in the caller's transaction. */
export const reindexClient = (db: Write, before: Indexed, after: Indexed): void => {
  if (rowidOf(before) === rowidOf(after) && tokensOf(before) === tokensOf(after)) return
  unindexClient(db, before)
  indexClient(db, after)
}

/** Deleted words stay readable in a contentless index until it is optimised (decisions 25). */
export const optimizeIndex = (db: Write): void => {
  db.run("INSERT INTO client_search(client_search) VALUES ('optimize')")
}
