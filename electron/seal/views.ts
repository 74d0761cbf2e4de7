import { maskName } from '../../shared/client/mask.ts'
import type { Client } from '../../shared/client/model.ts'
import { knowsWhySealed } from '../../shared/seal/rules.ts'
import type { SealedView, SealProposal } from '../../shared/seal/contract.ts'
import { clientById } from '../client/repository.ts'
import { staffNames } from '../client/staff-names.ts'
import type { Read } from '../database/handle.ts'
import type { Session } from '../session/session.ts'
import { proposalById, type Proposal } from './proposal.ts'
import { isSealed, type Stub } from './stub.ts'
import { countWaiting } from './waiting.ts'

type Names = ReadonlyMap<number, string>

/** The stub's name is masked for good; an open client's is masked here. */
const shownName = (db: Read, client: Client): string =>
  isSealed(db, client.id) ? client.name : maskName(client.name)

export const whoView = (db: Read, clientId: number, names: Names = staffNames(db)) => {
  const client = clientById(db, clientId)
  return {
    clientId,
    name: client ? shownName(db, client) : '',
    number: client?.number ?? null,
    dossierNumber: client?.dossierNumber ?? null,
    owner: names.get(client?.ownerId ?? 0) ?? '',
  }
}

type Viewer = Pick<Session, 'staffId' | 'rights'>

const whyView = (proposal: Proposal | undefined, viewer: Viewer): Pick<SealProposal, 'reason' | 'note'> =>
  proposal && knowsWhySealed(viewer, proposal.by)
    ? { reason: proposal.reason, note: proposal.note }
    : { reason: null, note: '' }

export const proposalView = (db: Read, proposal: Proposal, viewer: Viewer): SealProposal => {
  const names = staffNames(db)
  const { id, clientId, by, at } = proposal
  return {
    ...whoView(db, clientId, names),
    id,
    ...whyView(proposal, viewer),
    by: names.get(by) ?? '',
    at,
    isOwn: by === viewer.staffId,
  }
}

type Cabinet = { readonly place: string; readonly retainUntil: string | null }

export const sealedView = (db: Read, stub: Stub, viewer: Viewer, isMissing: boolean): SealedView => {
  const names = staffNames(db)
  const client = clientById(db, stub.clientId)
  const proposal = proposalById(db, stub.proposalId)
  const cabinet = db.one<Cabinet>(
    'SELECT place, retain_until AS retainUntil FROM dossier WHERE client_id = ?',
    [stub.clientId],
  )
  return {
    ...whoView(db, stub.clientId, names),
    place: cabinet?.place ?? '',
    retainUntil: cabinet?.retainUntil ?? null,
    aum: client?.aum ?? 0,
    asOf: client?.asOf ?? null,
    ...whyView(proposal, viewer),
    proposedBy: names.get(proposal?.by ?? 0) ?? '',
    sealedBy: names.get(stub.sealedBy) ?? '',
    sealedAt: stub.sealedAt,
    sha256: stub.sha256,
    auditSeq: stub.auditSeq,
    auditHead: stub.auditHead.slice(0, 8),
    waiting: countWaiting(db, stub.clientId),
    isMissing,
  }
}
