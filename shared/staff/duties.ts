import { ok, refuse, type Result } from '../result.ts'
import type { Role } from './rights.ts'

/**
 * Duties one person can't have together (practice §9): whoever keeps the dossiers must not be the one who works with
 * them or decides about them. A supervisor may be the keeper's deputy.
 */
const excludedByKeeping = ['wealth-manager', 'lobby-manager', 'centre-head'] as const

export type RoleFacts = {
  readonly roles: readonly Role[]
  /** Clients this person owns, or is about to. */
  readonly clients: number
}

/** The reasons why these roles can't be on one person; none: they can. */
export const dutiesThatExclude = ({ roles, clients }: RoleFacts): readonly string[] => {
  if (!roles.includes('archive-keeper')) return []
  const excluded = excludedByKeeping
    .filter((role) => roles.includes(role))
    .map((role) => `keeper-and-${role}`)
  return clients > 0 ? [...excluded, 'keeper-owns-clients'] : excluded
}

export const judgeRoles = (facts: RoleFacts): Result<null> => {
  const reasons = dutiesThatExclude(facts)
  return reasons.length === 0 ? ok(null) : refuse('duties-exclude', { clients: facts.clients }, reasons)
}

/** What a person still has in hands; each must be given over before a login is taken away or somebody leaves (practice §14). */
export type InHands = {
  readonly dossiers: number
  readonly meetings: number
  readonly clients: number
  /** Moves to the right client this person asked for, that nobody has confirmed or declined. */
  readonly moves: number
}

const inHandsOrder = ['dossiers', 'meetings', 'clients', 'moves'] as const

export const judgeLeaving = (held: InHands): Result<null> => {
  const reasons = inHandsOrder.filter((what) => held[what] > 0).map((what) => `still-${what}`)
  return reasons.length === 0 ? ok(null) : refuse('still-in-hands', { ...held }, reasons)
}

/** A role key with fewer holders is one accident away from being lost: a red line until there are two (practice §9). */
export const fewestKeepers = 2
