import { maskPhone } from '../../shared/client/mask.ts'
import { ok } from '../../shared/result.ts'
import type { Found, searchContract } from '../../shared/search/contract.ts'
import { queryOf } from '../../shared/search/query.ts'
import { tagsOf } from '../dossier/tags.ts'
import type { Read } from '../database/handle.ts'
import type { ReadCall } from '../desk/call.ts'
import { nameHash } from '../seal/key.ts'
import type { Handlers } from '../desk/handlers-type.ts'
import { bearersOf, findClients, sealedBearersOf, sharedNames, type FoundRow } from './repository.ts'

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

const tagged = (db: Read, found: readonly Omit<Found, 'dossier'>[]): Found[] => {
  const tags = tagsOf(
    db,
    found.map(({ id }) => id),
  )
  return found.map((each) => ({ ...each, dossier: tags.get(each.id) ?? null }))
}

/**
 * People of one name stand together, the better band first; a name that was found brings its other bearers along, so
 * that nobody is taken for somebody else (practice §3).
 */
const withNamesakes = (db: Read, rows: readonly FoundRow[]): Found[] => {
  // A stub has no name key: it is nobody's namesake here.
  const named = rows.filter(({ nameKey }) => nameKey !== '')
  const shared = sharedNames(db, [...new Set(named.map(({ nameKey }) => nameKey))])
  const shown = new Map<string, Omit<Found, 'dossier'>[]>()
  for (const row of named) {
    if (shown.has(row.nameKey)) continue
    const isShared = shared.has(row.nameKey)
    const bearers = isShared ? bearersOf(db, row.nameKey) : [row]
    shown.set(
      row.nameKey,
      bearers.map((each) => view(each, isShared)),
    )
  }
  const stubs = rows.filter(({ nameKey }) => nameKey === '').map((row) => view(row, false))
  return tagged(db, [...[...shown.values()].flat(), ...stubs])
}

// The full name of a sealed client is in no index; whoever types it whole is told that the dossier is sealed.
const sealedByName = ({ db, desk }: ReadCall, q: string): Found[] => {
  const keys = desk.open()?.keys
  if (!keys) return []
  const stubs = sealedBearersOf(db, nameHash(keys.vmk, keys.vaultId, q))
  return tagged(
    db,
    stubs.map((row) => view(row, false)),
  )
}

export const searchHandlers: Handlers<typeof searchContract> = {
  find: (call, { q }) => {
    const query = queryOf(q, call.session.rights.includes('client.reveal'))
    if (query.kind !== 'match') return ok({ rows: [], hint: query.kind === 'empty' ? 'none' : query.kind })
    const found = withNamesakes(call.db, findClients(call.db, query.match))
    return ok({ rows: [...found, ...sealedByName(call, q)], hint: 'none' })
  },
}
