import type { Write } from '../database/handle.ts'
import { unwrapWith, wrapTo } from '../vault/key-pair.ts'
import type { Random } from '../vault/random.ts'
import type { RewrapSealed, RoleTurn } from '../vault/role-turn.ts'
import { fileBinding, rowBinding } from './key.ts'
import { allStubs } from './stub.ts'

type Turn = Pick<RoleTurn, 'oldPrivate' | 'newPrivate' | 'newPublic'>

// Undefined: it is under the new key already, by a turn that was cut off after this step.
const again = (turn: Turn, wrapped: Uint8Array, bound: string, random: Random): Buffer | undefined => {
  const plain = unwrapWith(turn.oldPrivate, wrapped, bound)
  if (!plain) {
    const isDone = unwrapWith(turn.newPrivate, wrapped, bound)
    if (!isDone) throw new Error('a sealed key opens with neither archive key')
    isDone.fill(0)
    return undefined
  }
  const fresh = wrapTo(turn.newPublic, plain, bound, random)
  plain.fill(0)
  if (!fresh) throw new Error('the new archive key is no key')
  return fresh
}

const rewrapKeys = (db: Write, turn: Turn, vaultId: string, random: Random): void => {
  for (const { clientId, file, wrapped } of allStubs(db)) {
    const fresh = again(turn, wrapped, fileBinding(vaultId, file), random)
    if (!fresh) continue
    const to = { clientId, wrapped: fresh }
    db.run('UPDATE sealed_dossier SET wrapped = :wrapped WHERE client_id = :clientId', to)
  }
}

type WaitingKey = { readonly id: number; readonly clientId: number; readonly wrapped: Buffer }

const rewrapRows = (db: Write, turn: Turn, vaultId: string, random: Random): void => {
  const rows = db.all<WaitingKey>('SELECT id, client_id AS clientId, wrapped FROM sealed_row ORDER BY id')
  for (const { id, clientId, wrapped } of rows) {
    const fresh = again(turn, wrapped, rowBinding(vaultId, clientId), random)
    if (fresh) db.run('UPDATE sealed_row SET wrapped = :wrapped WHERE id = :id', { id, wrapped: fresh })
  }
}

/**
 * A new archive key pair: every sealed data key and every waiting row is wrapped anew, the files stay as they are byte
 * for byte.
 */
export const rewrapSealed =
  (vaultId: string, random: Random): RewrapSealed =>
  (db, turn) =>
    db.transact(() => {
      rewrapKeys(db, turn, vaultId, random)
      rewrapRows(db, turn, vaultId, random)
    })
