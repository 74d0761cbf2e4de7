import { ok, type Result } from '../../shared/result.ts'
import type { Read } from '../database/handle.ts'
import type { Session } from '../session/session.ts'
import { mayOpen, mayOpenOf } from './access.ts'

// Closed unless named: every procedure that is asked about a client is asked first whether his dossier lies open for
// this person. A new one is behind this door from its first day. One that names a member of the family is asked about
// that member's dossier too. Meetings, printed sheets, figures and consents already kept name nobody in what they are
// asked; their handlers ask by themselves.

/** What moves dossiers or says where they are, and what stands outside them (practice 1). */
const free: readonly RegExp[] = [/^custody\./, /^seal\./, /^client\.setOwner$/]

const isNumber = (value: unknown): value is number => typeof value === 'number'

/** The clients whose dossiers this call would open. */
export const dossiersIn = (path: string, input: unknown): readonly number[] => {
  if (typeof input !== 'object' || input === null || free.some((door) => door.test(path))) return []
  const asked: { clientId?: unknown; otherClientId?: unknown; id?: unknown } = input
  const own = path.startsWith('client.') ? asked.id : undefined
  return [asked.clientId, asked.otherClientId, own].filter(isNumber)
}

/** The members this call would write for. In a figure an owner is a member; elsewhere he is one of the staff. */
export const membersIn = (path: string, input: unknown): readonly number[] => {
  if (typeof input !== 'object' || input === null) return []
  const asked: { memberId?: unknown; ownerId?: unknown } = input
  return [asked.memberId, path.startsWith('figure.') ? asked.ownerId : undefined].filter(isNumber)
}

export const mayPass = (
  db: Read,
  session: Pick<Session, 'staffId'>,
  path: string,
  input: unknown,
): Result<null> => {
  for (const clientId of dossiersIn(path, input)) {
    const allowed = mayOpen(db, session, clientId)
    if (!allowed.ok) return allowed
  }
  for (const memberId of membersIn(path, input)) {
    const allowed = mayOpenOf(db, session, memberId)
    if (!allowed.ok) return allowed
  }
  return ok(null)
}
