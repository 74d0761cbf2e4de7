import type { SealReason } from '../../shared/seal/model.ts'
import type { Read, Write } from '../database/handle.ts'

export type Proposal = {
  readonly id: number
  readonly clientId: number
  readonly reason: SealReason
  readonly note: string
  readonly state: 'waiting' | 'sealed' | 'withdrawn' | 'refused'
  readonly by: number
  readonly at: number
  readonly decidedBy: number | null
  readonly decidedAt: number | null
  readonly why: string
}

const columns = `id, client_id AS clientId, reason, note, state, proposed_by AS "by", proposed_at AS at,
  decided_by AS decidedBy, decided_at AS decidedAt, why`

export const proposalById = (db: Read, id: number): Proposal | undefined =>
  db.one<Proposal>(`SELECT ${columns} FROM seal_proposal WHERE id = ?`, [id])

export const waitingProposals = (db: Read): readonly Proposal[] =>
  db.all<Proposal>(`SELECT ${columns} FROM seal_proposal WHERE state = 'waiting' ORDER BY id`)

/** The last word on sealing this client. */
export const lastProposal = (db: Read, clientId: number): Proposal | undefined =>
  db.one<Proposal>(`SELECT ${columns} FROM seal_proposal WHERE client_id = ? ORDER BY id DESC LIMIT 1`, [
    clientId,
  ])

export const insertProposal = (
  db: Write,
  proposal: Pick<Proposal, 'clientId' | 'reason' | 'note' | 'by' | 'at'>,
): number =>
  db.run(
    `INSERT INTO seal_proposal(client_id, reason, note, state, proposed_by, proposed_at)
     VALUES (:clientId, :reason, :note, 'waiting', :by, :at)`,
    { ...proposal },
  ).id

export const settleProposal = (
  db: Write,
  end: {
    readonly id: number
    readonly state: Exclude<Proposal['state'], 'waiting'>
    readonly by: number
    readonly at: number
    readonly why: string
  },
): void => {
  db.run(
    'UPDATE seal_proposal SET state = :state, decided_by = :by, decided_at = :at, why = :why WHERE id = :id',
    { ...end },
  )
}
