import { isTurnedAway } from '../../shared/dossier/access.ts'
import type { Failure } from '../../shared/failure.ts'
import type { AuditEntry } from '../desk/audit-entry.ts'

/** The audit line of somebody who was not let into a dossier; null for every other failure. */
export const turnedAwayLine = (failure: Failure, path: string): AuditEntry | null =>
  failure.code === 'refused' && isTurnedAway(failure.rule)
    ? {
        action: 'dossier.refused',
        object: `client:${failure.params['clientId'] ?? 0}`,
        detail: `${path}:${failure.rule}`,
      }
    : null
