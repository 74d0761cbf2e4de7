import { findsSealedByName, mayWithdraw } from '../../shared/seal/rules.ts'
import type { sealContract } from '../../shared/seal/contract.ts'
import { fail, ok, refuse, type Result } from '../../shared/result.ts'
import type { ReadCall, WriteCall } from '../desk/call.ts'
import { carry } from '../custody/carry.ts'
import { dossierOf } from '../dossier/repository.ts'
import { staffNames } from '../client/staff-names.ts'
import { clientById } from '../client/repository.ts'
import type { Handlers } from '../desk/handlers-type.ts'
import type { OpenDesk } from '../desk/desk.ts'
import { previewForm, startForm } from '../printout/form.ts'
import { certificateOf } from './certificate.ts'
import { copiesBefore, lookAtTarget, noCopies, targetOf } from './copies.ts'
import { markSeen, unseenEmergencies } from './emergency.ts'
import { findStubs } from './find.ts'
import { nameHash } from './key.ts'
import { canBeClosed, mayBeSealed } from './may-be-sealed.ts'
import { openEmergency } from './open-emergency.ts'
import { insertProposal, lastProposal, proposalById, settleProposal, waitingProposals } from './proposal.ts'
import { startOpening, startSealing, tellPurged } from './start.ts'
import { insertPurge, waitingPurge } from './purge.ts'
import { allStubs, stubOf } from './stub.ts'
import { missingFiles } from './tidy.ts'
import { unwrapDossier } from './unwrap.ts'
import { proposalView, sealedView, whoView } from './views.ts'

const noProposal: Result<never> = fail({ code: 'not-found', what: 'seal-proposal' })

const withOpen = <T>(call: ReadCall, work: (open: OpenDesk) => T): Result<T> => {
  const open = call.desk.open()
  return open ? ok(work(open)) : fail({ code: 'locked' })
}

/** The same after a look at the second target, which may take seconds. */
const withLook = async <T>(
  call: Pick<ReadCall, 'desk'>,
  work: (open: OpenDesk) => Result<T>,
): Promise<Result<T>> => {
  const open = call.desk.open()
  if (!open) return fail({ code: 'locked' })
  await lookAtTarget(call.desk, open)
  return call.desk.open() === null ? fail({ code: 'locked' }) : work(open)
}

const settle = (
  call: WriteCall,
  id: number,
  state: 'withdrawn' | 'refused',
  why: string,
): Result<Record<string, never>> => {
  const proposal = proposalById(call.db, id)
  if (!proposal) return noProposal
  settleProposal(call.db, { id, state, by: call.session.staffId, at: call.now, why })
  call.audit({ action: `seal.${state}`, object: `client:${proposal.clientId}`, detail: why })
  call.notify('seal')
  return ok({})
}

export const sealHandlers: Handlers<typeof sealContract> = {
  of: (call, { clientId }) =>
    withOpen(call, ({ vaultFolder }) => {
      const proposal = lastProposal(call.db, clientId)
      const stub = stubOf(call.db, clientId)
      const isMissing = missingFiles(call.db, vaultFolder).includes(clientId)
      return {
        proposal: proposal?.state === 'waiting' ? proposalView(call.db, proposal, call.session) : null,
        sealed: stub ? sealedView(call.db, stub, call.session, isMissing) : null,
      }
    }),
  proposals: (call) =>
    ok(waitingProposals(call.db).map((proposal) => proposalView(call.db, proposal, call.session))),
  sealed: (call, { find }) =>
    withOpen(call, ({ vaultFolder, keys }) => {
      const missing = new Set(missingFiles(call.db, vaultFolder))
      const byName = findsSealedByName(call.session.rights)
      const stubs = findStubs(call.db, find, byName ? nameHash(keys.vmk, keys.vaultId, find) : null)
      return stubs.map((stub) => sealedView(call.db, stub, call.session, missing.has(stub.clientId)))
    }),
  olderCopies: (call) => withLook(call, (open) => ok(copiesBefore(call.desk, open, call.now))),
  copies: (call) =>
    withLook(call, (open) => {
      const last = allStubs(call.db)[0]?.sealedAt
      const waiting = waitingPurge(call.db)
      const names = staffNames(call.db)
      return ok({
        ...(last === undefined ? noCopies : copiesBefore(call.desk, open, last)),
        request: waiting && {
          id: waiting.id,
          by: names.get(waiting.by) ?? '',
          at: waiting.at,
          isOwn: waiting.by === call.session.staffId,
        },
      })
    }),
  askPurge: (call) => {
    if (waitingPurge(call.db)) return refuse('seal.refusal.purge-asked')
    const id = insertPurge(call.db, call.session.staffId, call.now)
    call.audit({ action: 'seal.purge-asked', object: `seal-purge:${id}` })
    call.notify('seal')
    return ok({ id })
  },
  purge: (call, { id }) => {
    const waiting = waitingPurge(call.db)
    if (waiting?.id !== id) return fail({ code: 'not-found', what: 'seal-purge' })
    if (waiting.by === call.session.staffId) return refuse('seal.refusal.purge-own')
    const open = call.desk.open()
    if (!open) return fail({ code: 'locked' })
    const target = targetOf(call.desk, open)
    return ok({ jobId: call.desk.jobs.start('seal.purge', { id, target }, () => tellPurged(call)) })
  },
  propose: (call, { clientId, reason, note }) => {
    if (!clientById(call.db, clientId)) return fail({ code: 'not-found', what: 'client' })
    const allowed = canBeClosed(call.db, clientId)
    if (!allowed.ok) return allowed
    if (lastProposal(call.db, clientId)?.state === 'waiting') return refuse('seal.refusal.waiting')
    // A dossier that is to be closed has a number and a line in the register from here on.
    if (!dossierOf(call.db, clientId)) {
      const opened = carry(call, { clientId, move: 'opened', holderId: null })
      if (!opened.ok) return opened
    }
    const id = insertProposal(call.db, { clientId, reason, note, by: call.session.staffId, at: call.now })
    call.audit({ action: 'seal.proposed', object: `client:${clientId}`, detail: `${reason} ${note}` })
    call.notify('seal')
    return ok({ id })
  },
  withdraw: (call, { id }) => {
    const proposal = proposalById(call.db, id)
    if (!proposal) return noProposal
    const allowed = mayWithdraw(proposal, call.session.staffId)
    return allowed.ok ? settle(call, id, 'withdrawn', '') : allowed
  },
  refuse: (call, { id, why }) => {
    const proposal = proposalById(call.db, id)
    if (!proposal) return noProposal
    return proposal.state === 'waiting' ? settle(call, id, 'refused', why) : refuse('seal.refusal.settled')
  },
  run: (call, { proposalId }) => {
    const proposal = proposalById(call.db, proposalId)
    if (!proposal) return noProposal
    const allowed = mayBeSealed(call.db, proposal, call.session.staffId)
    return allowed.ok ? ok({ jobId: startSealing(call, proposalId) }) : allowed
  },
  open: (call, { clientId, reason }) => {
    const open = call.desk.open()
    if (!open) return fail({ code: 'locked' })
    const { vaultId, rolePrivate } = open.keys
    const unwrapped = unwrapDossier(call.db, clientId, { vaultId, archivePrivate: rolePrivate.archive })
    if (!unwrapped.ok) return unwrapped
    return ok({ jobId: startOpening(call, { ...unwrapped.value, reason, emergency: null }) })
  },
  openEmergency: (call, input) => openEmergency(call, input),
  alarms: (call) =>
    withOpen(call, ({ vaultFolder }) => ({
      emergencies: call.session.rights.includes('dossier.open')
        ? unseenEmergencies(call.db, call.session.staffId).map(({ clientId, ...row }) => {
            const { name, number } = whoView(call.db, clientId)
            return { ...row, name, number }
          })
        : [],
      missing: missingFiles(call.db, vaultFolder).map((clientId) => whoView(call.db, clientId)),
    })),
  prepareCertificate: (call, { clientId }) =>
    withLook(call, () => {
      const content = certificateOf(call, clientId)
      return content.ok ? previewForm(call, 'seal-certificate', content.value) : content
    }),
  startCertificate: (call, { clientId, way, glyphsAccepted }) => {
    const content = certificateOf(call, clientId)
    if (!content.ok) return content
    const subject = stubOf(call.db, clientId)?.file ?? ''
    const form = { kind: 'seal-certificate', content: content.value, clientId, subject, way } as const
    return startForm(call, { ...form, glyphsAccepted })
  },
  acknowledge: (call, { id }) => {
    if (!markSeen(call.db, id, call.session.staffId, call.now))
      return fail({ code: 'not-found', what: 'seal-emergency' })
    call.audit({ action: 'seal.emergency-seen', object: `seal-emergency:${id}` })
    call.notify('seal')
    return ok({})
  },
}
