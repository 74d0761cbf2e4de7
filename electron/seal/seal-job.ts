import { randomBytes } from 'node:crypto'
import { JobRefused, type JobCall, type JobKind } from '../desk/job-kind.ts'
import { openDossier, type Opening } from './open-dossier.ts'
import { sealDossier, type SealCall } from './seal-dossier.ts'

type Done = { readonly clientId: number }

const sealCall = ({ db, vaultFolder, keys, now, session, audit }: JobCall): SealCall => ({
  db,
  vaultFolder,
  keys,
  now,
  audit,
  staffId: session.staffId,
  random: randomBytes,
})

/** It holds the write gate: nothing of the dossier may change between reading it and removing it. */
export const sealJob: JobKind<{ readonly proposalId: number }, Done> = {
  writes: true,
  run: (call, { proposalId }) => {
    const sealed = sealDossier(sealCall(call), proposalId)
    if (!sealed.ok) throw new JobRefused(sealed.failure)
    return sealed.value
  },
}

export const openJob: JobKind<Opening, Done> = {
  writes: true,
  run: (call, opening) => {
    const opened = openDossier(sealCall(call), opening)
    if (!opened.ok) throw new JobRefused(opened.failure)
    return opened.value
  },
}
