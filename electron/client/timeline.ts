import type { TimelineLine } from '../../shared/client/contract.ts'
import type { Read } from '../database/handle.ts'
import { typeLines } from './type-lines.ts'
import { changeLines } from './change-lines.ts'
import { ownerLines } from './owners.ts'
import { encounterLines } from '../encounter/timeline.ts'
import { consentLines } from '../consent/timeline.ts'
import { printLines } from '../printout/timeline.ts'

export type TimelineSource = (db: Read, clientId: number) => readonly TimelineLine[]

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
export const timelineOf = (db: Read, clientId: number): readonly TimelineLine[] =>
  timelineSources
    .flatMap((source) => source(db, clientId))
    .toSorted((a, b) => b.at - a.at || b.key.localeCompare(a.key))
