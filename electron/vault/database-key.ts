import { canonical } from './canonical.ts'
import { deriveKey } from './derive.ts'
import type { Header } from './header.ts'
import type { Random } from './random.ts'
import { unwrap, wrap } from './wrap.ts'

// The database has its own random key, so that the master key can be replaced without rewriting every page.

type Place = Pick<Header, 'vid'> & { readonly db: Pick<Header['db'], 'suite' | 'page'> }

const binding = ({ vid, db }: Place): string => canonical({ vid, suite: db.suite, page: db.page })

const wrapKey = (place: Place, vmk: Uint8Array): Buffer => deriveKey(vmk, place.vid, 'database-wrap')

export const lockDatabaseKey = (place: Place, vmk: Uint8Array, dbk: Uint8Array, random: Random): string =>
  wrap(wrapKey(place, vmk), dbk, binding(place), random).toString('base64')

export const openDatabaseKey = (header: Header, vmk: Uint8Array): Buffer | undefined => {
  const dbk = unwrap(wrapKey(header, vmk), Buffer.from(header.db.wrappedKey, 'base64'), binding(header))
  return dbk?.length === 32 ? dbk : undefined
}
