import { changesOf } from './changes.ts'
import type { TimelineSource } from './timeline.ts'

/** One line per client book that changed something: which fields, never their values. */
export const changeLines: TimelineSource = (db, clientId) => {
  const books = Map.groupBy(changesOf(db, clientId), (change) => change.at)
  return [...books].map(([at, changes]) => ({
    key: `book:${at}`,
    at,
    title: 'client.timeline.book',
    params: { asOf: changes[0]?.asOf ?? '' },
    words: changes.map((change) => `client.field.${change.field}`),
    note: '',
    by: '',
    route: null,
  }))
}
