import type { Read, Write } from '../database/handle.ts'

/** What stays of a sealed dossier beside the bare client row. */
export type Stub = {
  readonly clientId: number
  /** Name of its file in `sealed/`, without the ending. */
  readonly file: string
  readonly sha256: string
  readonly bytes: number
  readonly wrapped: Buffer
  readonly nameHash: string
  readonly proposalId: number
  readonly sealedBy: number
  readonly sealedAt: number
  readonly auditSeq: number
  readonly auditHead: string
}

const columns = `client_id AS clientId, file, sha256, bytes, wrapped, name_hash AS nameHash, proposal_id AS proposalId,
  sealed_by AS sealedBy, sealed_at AS sealedAt, audit_seq AS auditSeq, audit_head AS auditHead`

export const stubOf = (db: Read, clientId: number): Stub | undefined =>
  db.one<Stub>(`SELECT ${columns} FROM sealed_dossier WHERE client_id = ?`, [clientId])

export const allStubs = (db: Read): readonly Stub[] =>
  db.all<Stub>(`SELECT ${columns} FROM sealed_dossier ORDER BY sealed_at DESC, client_id DESC`)

export const isSealed = (db: Read, clientId: number): boolean =>
  db.one('SELECT 1 AS sealed FROM sealed_dossier WHERE client_id = ?', [clientId]) !== undefined

export const insertStub = (db: Write, stub: Stub): void => {
  db.run(
    `INSERT INTO sealed_dossier(client_id, file, sha256, bytes, wrapped, name_hash, proposal_id, sealed_by, sealed_at,
       audit_seq, audit_head)
     VALUES (:clientId, :file, :sha256, :bytes, :wrapped, :nameHash, :proposalId, :sealedBy, :sealedAt, :auditSeq,
       :auditHead)`,
    { ...stub },
  )
}

/** The rows that waited go first: they refer to the stub. */
export const removeStub = (db: Write, clientId: number): void => {
  db.run('DELETE FROM sealed_row WHERE client_id = ?', [clientId])
  db.run('DELETE FROM sealed_dossier WHERE client_id = ?', [clientId])
}
