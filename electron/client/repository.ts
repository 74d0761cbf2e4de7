import type { Client, ClientType } from '../../shared/client/model.ts'
import type { Read, Write } from '../database/handle.ts'
import { sameNameKey } from '../../shared/search/name-text.ts'
import { indexClient, reindexClient } from '../search/index-client.ts'

type Row = Omit<Client, 'idDoubtful' | 'typeConfirmed'> & {
  readonly idDoubtful: number
  readonly typeConfirmed: number
}

const columns = `id, number, dossier_number AS dossierNumber, name, sex, document_kind AS documentKind,
  document_number AS documentNumber, id_doubtful AS idDoubtful, birth_date AS birthDate, phone, employer, occupation,
  owner_id AS ownerId, next_owner_id AS nextOwnerId, band, aum, as_of AS asOf, type, type_confirmed AS typeConfirmed,
  seq`

const toClient = (row: Row): Client => ({
  ...row,
  idDoubtful: row.idDoubtful === 1,
  typeConfirmed: row.typeConfirmed === 1,
})

export const clientById = (db: Read, id: number): Client | undefined => {
  const row = db.one<Row>(`SELECT ${columns} FROM client WHERE id = ?`, [id])
  return row && toClient(row)
}

export const clientByNumber = (db: Read, number: string): Client | undefined => {
  const row = db.one<Row>(`SELECT ${columns} FROM client WHERE number = ?`, [number])
  return row && toClient(row)
}

/** Every client, one by one; break off or drain within the same tick. */
export function* eachClient(db: Read): IterableIterator<Client> {
  for (const row of db.each<Row>(`SELECT ${columns} FROM client ORDER BY id`)) yield toClient(row)
}

export type NewClient = Omit<Client, 'id' | 'seq' | 'nextOwnerId' | 'dossierNumber'> & {
  readonly dossierNumber?: string | null
  /** Why this type, for the first line of its history. */
  readonly typeReason: string
  readonly staffId: number
  readonly at: number
}

const bound = (client: NewClient | Client) => ({
  number: client.number,
  dossierNumber: client.dossierNumber ?? null,
  name: client.name,
  nameKey: sameNameKey(client.name),
  sex: client.sex,
  documentKind: client.documentKind,
  documentNumber: client.documentNumber,
  idDoubtful: client.idDoubtful ? 1 : 0,
  birthDate: client.birthDate,
  phone: client.phone,
  employer: client.employer,
  occupation: client.occupation,
  ownerId: client.ownerId,
  band: client.band,
  aum: client.aum,
  asOf: client.asOf,
})

/** The row, the first line of its type history and its entry in the search index. */
export const insertClient = (db: Write, client: NewClient): number => {
  const { id } = db.run(
    `INSERT INTO client(number, dossier_number, name, name_key, sex, document_kind, document_number, id_doubtful, birth_date,
       phone, employer, occupation, owner_id, band, aum, as_of, type, type_confirmed, created_at)
     VALUES (:number, :dossierNumber, :name, :nameKey, :sex, :documentKind, :documentNumber, :idDoubtful, :birthDate,
       :phone, :employer, :occupation, :ownerId, :band, :aum, :asOf, :type, :typeConfirmed, :at)`,
    { ...bound(client), type: client.type, typeConfirmed: client.typeConfirmed ? 1 : 0, at: client.at },
  )
  recordType(db, {
    ...client,
    clientId: id,
    previous: null,
    confirmed: client.typeConfirmed,
    reason: client.typeReason,
  })
  indexClient(db, { ...client, id, dossierNumber: client.dossierNumber ?? null })
  return id
}

/** Bank-owned fields only: what the manager wrote is never touched by an import (practice §8). */
export const updateFromBook = (db: Write, before: Client, client: Client): void => {
  db.run(
    `UPDATE client SET number = :number, dossier_number = :dossierNumber, name = :name, name_key = :nameKey, sex = :sex,
       document_kind = :documentKind, document_number = :documentNumber, id_doubtful = :idDoubtful,
       birth_date = :birthDate, phone = :phone, employer = :employer, occupation = :occupation, owner_id = :ownerId,
       next_owner_id = :nextOwnerId, band = :band, aum = :aum, as_of = :asOf, seq = seq + 1
     WHERE id = :id`,
    { ...bound(client), nextOwnerId: client.nextOwnerId, id: client.id },
  )
  reindexClient(db, before, client)
}

export type TypeChange = {
  readonly clientId: number
  readonly type: ClientType
  readonly previous: ClientType | null
  readonly confirmed: boolean
  readonly reason: string
  readonly staffId: number
  readonly at: number
}

const recordType = (db: Write, change: TypeChange): void => {
  db.run(
    `INSERT INTO client_type(client_id, type, previous, confirmed, reason, staff_id, at)
     VALUES (:clientId, :type, :previous, :confirmed, :reason, :staffId, :at)`,
    {
      clientId: change.clientId,
      type: change.type,
      previous: change.previous,
      confirmed: change.confirmed ? 1 : 0,
      reason: change.reason,
      staffId: change.staffId,
      at: change.at,
    },
  )
}

export const setType = (db: Write, change: TypeChange): void => {
  db.run('UPDATE client SET type = :type, type_confirmed = :confirmed, seq = seq + 1 WHERE id = :clientId', {
    type: change.type,
    confirmed: change.confirmed ? 1 : 0,
    clientId: change.clientId,
  })
  recordType(db, change)
}

export type TypeLine = Omit<TypeChange, 'confirmed'> & { readonly confirmed: number }

export const typesOf = (db: Read, clientId: number): readonly TypeLine[] =>
  db.all<TypeLine>(
    `SELECT client_id AS clientId, type, previous, confirmed, reason, staff_id AS staffId, at FROM client_type
     WHERE client_id = ? ORDER BY id DESC`,
    [clientId],
  )
