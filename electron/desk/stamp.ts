import type { Stamped } from '../audit/chain.ts'
import type { AuditEntry } from './audit-entry.ts'
import type { Session } from '../session/session.ts'

export type Stamp = (at: number, entry: AuditEntry) => Stamped

/** Puts beside an audit entry everything the chain stores: who, through which door, in which run of the desk. */
export const stampFor =
  (session: Session, boot: string, monotonic: () => number, channel: 'window' | 'cli' = 'window'): Stamp =>
  (at, entry) => ({
    ...entry,
    at,
    boot,
    mono: Math.round(monotonic()),
    slotId: session.slotId,
    staffId: session.staffId,
    channel,
  })
