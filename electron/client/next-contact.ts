import type { NextContact } from '../../shared/client/contract.ts'
import type { PlainDate } from '../../shared/plain-date.ts'
import type { Read } from '../database/handle.ts'

const nextMeeting = (db: Read, clientId: number, today: PlainDate): NextContact | undefined =>
  db.one(
    `SELECT 'meeting' AS kind, appointment_date AS date, appointment_time AS time, NULL AS channel FROM encounter
     WHERE client_id = :clientId AND step = 'scheduled' AND appointment_date >= :today
     ORDER BY appointment_date, appointment_time, id LIMIT 1`,
    { clientId, today },
  )

// Each meeting ends with a word on the next contact; the last word holds.
const lastWord = (db: Read, clientId: number): ({ kind: string } & Omit<NextContact, 'kind'>) | undefined =>
  db.one(
    `SELECT kind, date, time, channel FROM contact_plan WHERE client_id = ?
     ORDER BY at DESC, encounter_id DESC LIMIT 1`,
    [clientId],
  )

const plannedContact = (db: Read, clientId: number, today: PlainDate): NextContact | null => {
  const word = lastWord(db, clientId)
  if (word?.kind === 'left-to-client') return { ...word, kind: 'left-to-client' }
  if (word?.kind !== 'agreed' && word?.kind !== 'call-back') return null
  return word.date !== null && word.date >= today ? { ...word, kind: word.kind } : null
}

const sortKey = ({ date, time }: NextContact): string => `${date ?? '9999-12-31'} ${time}`

/** The agreed meeting or contact that comes first; null: nothing is agreed. */
export const nextContactOf = (db: Read, clientId: number, today: PlainDate): NextContact | null => {
  const meeting = nextMeeting(db, clientId, today)
  const planned = plannedContact(db, clientId, today)
  if (!meeting || !planned) return meeting ?? planned
  return sortKey(meeting) <= sortKey(planned) ? meeting : planned
}
