import { maskPhone } from '../../shared/client/mask.ts'
import { ok } from '../../shared/result.ts'
import { findsSealedByName } from '../../shared/seal/rules.ts'
import type { Found, searchContract } from '../../shared/search/contract.ts'
import { queryOf } from '../../shared/search/query.ts'
import { shutFor } from '../dossier/shut.ts'
import { tagsOf } from '../dossier/tags.ts'
import type { Read } from '../database/handle.ts'
import type { ReadCall } from '../desk/call.ts'
import { nameHash } from '../seal/key.ts'
import type { Handlers } from '../desk/handlers-type.ts'
import { bearersOf, findClients, sealedBearersOf, sharedNames, type FoundRow } from './repository.ts'

type Hit = { readonly row: FoundRow; readonly namesake: boolean }

const shown = ({ db, session }: Pick<ReadCall, 'db' | 'session'>, hits: readonly Hit[]): Found[] => {
  const ids = hits.map(({ row }) => row.id)
  const tags = tagsOf(db, ids)
  const shut = shutFor(db, session, ids)
  return hits.map(({ row, namesake }) => ({
    id: row.id,
    name: row.name,
    sex: row.sex,
    birthDate: row.birthDate,
    numberTail: row.number?.slice(-4) ?? '',
    dossierNumber: row.dossierNumber,
    phone: shut.has(row.id) ? '' : maskPhone(row.phone),
    owner: row.owner,
    namesake,
    dossier: tags.get(row.id) ?? null,
  }))
}

const mostFound = 20
/** As many as anybody looks through; whoever isn't among them is found by typing on. */
const mostShown = 60

type Answer = { readonly hits: readonly Hit[]; readonly more: boolean }

// Those who were found come first: among hundreds of one name they could lie beyond what is shown.
const withBearers = (
  db: Read,
  found: readonly FoundRow[],
  nameKey: string,
  room: number,
): readonly FoundRow[] => {
  const known = new Set(found.map(({ id }) => id))
  return [...found, ...bearersOf(db, nameKey, Math.max(room, 0) + 1).filter(({ id }) => !known.has(id))]
}

/**
 * People of one name stand together, the better band first; a name that was found brings its other bearers along, so
 * that nobody is taken for somebody else (practice §3).
 */
const withNamesakes = (db: Read, rows: readonly FoundRow[]): Answer => {
  const found = rows.slice(0, mostFound)
  // A stub has no name key: it is nobody's namesake here.
  const stubs = found.filter(({ nameKey }) => nameKey === '')
  const byName = Map.groupBy(
    found.filter(({ nameKey }) => nameKey !== ''),
    ({ nameKey }) => nameKey,
  )
  const shared = sharedNames(db, [...byName.keys()])
  const named: Hit[] = []
  let more = rows.length > mostFound
  for (const [nameKey, own] of byName) {
    const room = mostShown - stubs.length - named.length
    const namesake = shared.has(nameKey)
    const bearers = namesake ? withBearers(db, own, nameKey, room) : own
    more ||= bearers.length > room
    named.push(...bearers.slice(0, Math.max(room, own.length)).map((row) => ({ row, namesake })))
  }
  return { hits: [...named, ...stubs.map((row) => ({ row, namesake: false }))], more }
}

// The full name of a sealed client is in no index; a keeper who types it whole is told that the dossier is sealed.
const sealedByName = ({ db, desk, session }: ReadCall, q: string): readonly Hit[] => {
  const keys = desk.open()?.keys
  if (!keys || !findsSealedByName(session.rights)) return []
  return sealedBearersOf(db, nameHash(keys.vmk, keys.vaultId, q)).map((row) => ({ row, namesake: false }))
}

export const searchHandlers: Handlers<typeof searchContract> = {
  find: (call, { q }) => {
    const query = queryOf(q, call.session.rights.includes('client.reveal'))
    if (query.kind !== 'match') return ok({ rows: [], hint: query.kind === 'empty' ? 'none' : query.kind })
    const { hits, more } = withNamesakes(call.db, findClients(call.db, query.match, mostFound + 1))
    return ok({ rows: shown(call, [...hits, ...sealedByName(call, q)]), hint: more ? 'more' : 'none' })
  },
}
