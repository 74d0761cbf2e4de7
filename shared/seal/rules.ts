import { ok, refuse, type Result } from '../result.ts'
import type { Right } from '../staff/rights.ts'

type Proposed = {
  readonly state: 'waiting' | 'sealed' | 'withdrawn' | 'refused'
  readonly by: number
}

const stillWaits = ({ state }: Proposed): Result<null> =>
  state === 'waiting' ? ok(null) : refuse('seal.refusal.settled')

/** Proposed by one, done by another (practice 1, 9). */
export const maySeal = (proposal: Proposed, staffId: number): Result<null> => {
  const waits = stillWaits(proposal)
  if (!waits.ok) return waits
  return proposal.by === staffId ? refuse('seal.refusal.own') : ok(null)
}

export const mayWithdraw = (proposal: Proposed, staffId: number): Result<null> => {
  const waits = stillWaits(proposal)
  if (!waits.ok) return waits
  return proposal.by === staffId ? ok(null) : refuse('seal.refusal.not-own')
}

/** A keyed sum of the full name stays with the stub "so that the keeper finds it by name" (decisions 2): he alone does. */
export const findsSealedByName = (rights: readonly Right[]): boolean =>
  rights.includes('dossier.seal') || rights.includes('dossier.open')

type Viewer = { readonly staffId: number; readonly rights: readonly Right[] }

const dealsWithSeals: readonly Right[] = ['dossier.seal', 'dossier.open', 'dossier.emergency']

/**
 * Why a dossier is to be sealed or was: not among what stays outside (practice 1), and a client's wish for secrecy says
 * something of him. It is for whoever seals, opens or has to judge an emergency, and for the one who gave it.
 */
export const knowsWhySealed = ({ staffId, rights }: Viewer, proposedBy: number): boolean =>
  staffId === proposedBy || dealsWithSeals.some((right) => rights.includes(right))
