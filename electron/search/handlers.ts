import { maskPhone } from '../../shared/client/mask.ts'
import { ok } from '../../shared/result.ts'
import type { Found, searchContract } from '../../shared/search/contract.ts'
import { queryOf } from '../../shared/search/query.ts'
import { tagsOf } from '../dossier/tags.ts'
import type { Read } from '../database/handle.ts'
import type { Handlers } from '../desk/handlers-type.ts'
import { bearersOf, findClients, sharedNames, type FoundRow } from './repository.ts'

const view = (row: FoundRow, namesake: boolean): Omit<Found, 'dossier'> => ({
  id: row.id,
  name: row.name,
  sex: row.sex,
  birthDate: row.birthDate,
  numberTail: row.number?.slice(-4) ?? '',
  dossierNumber: row.dossierNumber,
  phone: maskPhone(row.phone),
  owner: row.owner,
  type: row.type,
  namesake,
})

/**
 * People of one name stand together, the better band first; a name that was found brings its other bearers along, so
 * that nobody is taken for somebody else (practice §3).
 */
const withNamesakes = (db: Read, rows: readonly FoundRow[]): Found[] => {
  const shared = sharedNames(db, [...new Set(rows.map(({ nameKey }) => nameKey))])
  const shown = new Map<string, Omit<Found, 'dossier'>[]>()
  for (const row of rows) {
    if (shown.has(row.nameKey)) continue
    const isShared = shared.has(row.nameKey)
    const bearers = isShared ? bearersOf(db, row.nameKey) : [row]
    shown.set(
      row.nameKey,
      bearers.map((each) => view(each, isShared)),
    )
  }
  const found = [...shown.values()].flat()
  const tags = tagsOf(
    db,
    found.map(({ id }) => id),
  )
  return found.map((each) => ({ ...each, dossier: tags.get(each.id) ?? null }))
}

export const searchHandlers: Handlers<typeof searchContract> = {
  find: (call, { q }) => {
    const query = queryOf(q, call.session.rights.includes('client.reveal'))
    if (query.kind !== 'match') return ok({ rows: [], hint: query.kind === 'empty' ? 'none' : query.kind })
    return ok({ rows: withNamesakes(call.db, findClients(call.db, query.match)), hint: 'none' })
  },
}
