import type { TimelineLine } from '../../shared/client/contract.ts'
import type { Read } from '../database/handle.ts'
import type { Session } from '../session/session.ts'
import { typeLines } from './type-lines.ts'
import { changeLines } from './change-lines.ts'
import { ownerLines } from './owners.ts'
import { encounterLines } from '../encounter/timeline.ts'
import { consentLines } from '../consent/timeline.ts'
import { printLines } from '../printout/timeline.ts'

/** Who asks decides what is told: another's running meeting is nobody else's business. */
export type TimelineSource = (
  db: Read,
  clientId: number,
  session: Pick<Session, 'staffId' | 'rights'>,
) => readonly TimelineLine[]

/** Who has something to say about a client's past. One line per feature. */
export const timelineSources: readonly TimelineSource[] = [
  typeLines,
  changeLines,
  ownerLines,
  encounterLines,
  consentLines,
  printLines,
]

/** Newest first. */
export const timelineOf = (
  db: Read,
  clientId: number,
  session: Pick<Session, 'staffId' | 'rights'>,
): readonly TimelineLine[] =>
  timelineSources
    .flatMap((source) => source(db, clientId, session))
    .toSorted((a, b) => b.at - a.at || b.key.localeCompare(a.key))
