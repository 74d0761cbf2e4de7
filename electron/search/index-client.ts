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

const mostTurns = 8

/**
 * Every change leaves a small piece beside the index, and each keystroke looks into all of them; a day's pieces are joined
 * when it ends. Bounded, because somebody may be waiting for the door: what is left is joined next time.
 */
export const joinPieces = (db: Write): void => {
  for (let turn = 0; turn < mostTurns; turn += 1) {
    const before = changesSoFar(db)
    db.run("INSERT INTO client_search(client_search, rank) VALUES ('merge', 250)")
    // So says SQLite's manual: a turn that changed fewer than two rows found nothing to join.
    if (changesSoFar(db) - before < 2) return
  }
}

const changesSoFar = (db: Write): number => db.one<{ n: number }>('SELECT total_changes() AS n')?.n ?? 0
