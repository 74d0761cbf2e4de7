import { ok, refuse, type Result } from '../result.ts'
import type { DossierState } from './model.ts'

export type Standing = {
  readonly state: DossierState
  readonly holderId: number | null
}

/** What a refusal names: whose dossier, its number, since when it is where it is, and who has it. */
export type Named = {
  readonly clientId: number
  readonly number: string
  readonly since: string
  readonly holder: string
}

/**
 * Who may open what is in a dossier (practice 1). One that was never handed in lies open for whoever may see clients;
 * one that somebody has out is his alone; in the cabinet it is nobody's until it was taken out.
 */
export const mayOpenDossier = (standing: Standing | null, staffId: number, named: Named): Result<null> => {
  if (standing === null) return ok(null)
  switch (standing.state) {
    case 'in-use':
      return standing.holderId === null || standing.holderId === staffId
        ? ok(null)
        : refuse('dossier.refusal.held', named)
    case 'handed-in':
      return refuse('dossier.refusal.handed-in', named)
    case 'in-cabinet':
      return refuse('dossier.refusal.in-cabinet', named)
    case 'sealed':
      return refuse('dossier.refusal.sealed', named)
  }
}

const openings: readonly string[] = [
  'dossier.refusal.held',
  'dossier.refusal.handed-in',
  'dossier.refusal.in-cabinet',
  'dossier.refusal.sealed',
]

/** Whether a refusal means that somebody was turned away from a dossier: each of them is written down. */
export const isTurnedAway = (rule: string): boolean => openings.includes(rule)
