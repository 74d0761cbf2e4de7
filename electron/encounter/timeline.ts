import type { TimelineSource } from '../client/timeline.ts'
import { staffNames } from '../client/staff-names.ts'
import { movesFrom } from './move.ts'
import { encountersOfClient } from './repository.ts'

/** Meetings on a client's timeline. Another manager's running meeting shows that it is, nothing more. */
export const encounterLines: TimelineSource = (db, clientId) => {
  const names = staffNames(db)
  const meetings = encountersOfClient(db, clientId).map((row) => ({
    key: `encounter:${row.id}`,
    at: row.createdAt,
    title: 'encounter.title',
    params: {},
    words: [
      `encounter.step.${row.step}`,
      ...(row.suspendedAt === null ? [] : ['encounter.list.suspended']),
      ...(row.leftEarly === 1 ? ['encounter.list.leftEarly'] : []),
    ],
    note: '',
    by: names.get(row.staffId) ?? '',
    route: `/encounter/${row.id}`,
  }))
  const moves = movesFrom(db, clientId).map((move) => ({
    key: `move:${move.id}`,
    at: move.confirmedAt,
    title: 'exit.moved',
    params: { number: move.number },
    words: [],
    note: '',
    by: names.get(move.confirmedBy ?? move.requestedBy) ?? '',
    route: null,
  }))
  return [...meetings, ...moves]
}
