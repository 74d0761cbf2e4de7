import type { Read } from '../database/handle.ts'

const day = 24 * 3_600_000

/**
 * Whether a person's passphrase came from other hands within a day: a login made, a reset, the card. Whoever gave it can
 * have signed in with it and changed it, so that here and now nobody can tell that it is his own. The chain says so; the
 * line is written before the door is changed.
 */
export const wasGivenLately = (db: Read, staffId: number, now: number): boolean =>
  db.one(
    `SELECT 1 FROM audit WHERE object = :object AND object NOT GLOB 'encounter:*' AND at > :since
     AND action IN ('login.added', 'passphrase.reset', 'card.used', 'session.unlocked-with-card') LIMIT 1`,
    { object: `staff:${staffId}`, since: now - day },
  ) !== undefined
