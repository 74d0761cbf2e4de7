import type { TimelineSource } from '../client/timeline.ts'
import { staffNames } from '../client/staff-names.ts'
import type { Read } from '../database/handle.ts'
import { movesFrom } from './move.ts'
import { onBehalfOf } from './on-behalf.ts'
import type { EncounterRow } from './repository.ts'
import { encountersOfClient } from './repository.ts'

const wordsOf = (db: Read, row: EncounterRow): readonly string[] => [
  ...(onBehalfOf(db, row) === null ? [] : ['encounter.list.onBehalf']),
  `encounter.step.${row.step}`,
  ...(row.suspendedAt === null ? [] : ['encounter.list.suspended']),
  ...(row.leftEarly === 1 ? ['encounter.list.leftEarly'] : []),
]

const isOpenTo = (row: EncounterRow, staffId: number): boolean =>
  row.endedAt !== null || row.staffId === staffId

/** Meetings on a client's timeline. Another manager's running meeting shows that it is, nothing more. */
export const encounterLines: TimelineSource = (db, clientId, { staffId, rights }) => {
  // Who leads no meetings reads what was; the page of a meeting is not his.
  const mayLead = rights.includes('encounter.lead')
  const names = staffNames(db)
  const meetings = encountersOfClient(db, clientId).map((row) => ({
    key: `encounter:${row.id}`,
    at: row.createdAt,
    title: 'encounter.title',
    params: {},
    words: isOpenTo(row, staffId) ? [...wordsOf(db, row)] : [],
    note: '',
    by: names.get(row.staffId) ?? '',
    route: mayLead && isOpenTo(row, staffId) ? `/encounter/${row.id}` : null,
  }))
  const moves = movesFrom(db, clientId).map((move) => ({
    key: `move:${move.id}`,
    at: move.confirmedAt,
    title: 'exit.moved',
    params: { number: move.number },
    words: [],
    note: '',
    by: names.get(move.confirmedBy) ?? '',
    route: null,
  }))
  return [...meetings, ...moves]
}
