import { staffNames } from './staff-names.ts'
import type { TimelineSource } from './timeline.ts'
import { typesOf } from './repository.ts'

export const typeLines: TimelineSource = (db, clientId) => {
  const names = staffNames(db)
  return typesOf(db, clientId).map((line) => ({
    key: `type:${line.at}`,
    at: line.at,
    title: 'client.timeline.type',
    params: {},
    words: [`client.type.${line.type}.name`, ...(line.confirmed ? [] : ['client.type.unconfirmed'])],
    note: line.reason,
    by: names.get(line.staffId) ?? '',
    route: null,
  }))
}
