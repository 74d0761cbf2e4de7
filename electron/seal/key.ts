import { sameNameKey } from '../../shared/search/name-text.ts'
import { canonical } from '../vault/canonical.ts'
import { deriveKey, macOf } from '../vault/derive.ts'

/** What a wrapped data key is bound to: no other file can be given it. */
export const fileBinding = (vaultId: string, file: string): string =>
  canonical({ vid: vaultId, file, use: 'sealed-file' })

/** What a waiting row is bound to: it can't be given to another client. */
export const rowBinding = (vaultId: string, clientId: number): string =>
  canonical({ vid: vaultId, client: clientId, use: 'sealed-row' })

/** A full name without dots and blanks, as a sum only the open vault can make: a keeper finds by it, nobody reads it. */
export const nameHash = (vmk: Uint8Array, vaultId: string, name: string): string =>
  macOf(deriveKey(vmk, vaultId, 'sealed-name'), sameNameKey(name))
