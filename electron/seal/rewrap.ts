import type { Write } from '../database/handle.ts'
import { unwrapWith, wrapTo } from '../vault/key-pair.ts'
import type { Random } from '../vault/random.ts'
import { fileBinding, rowBinding } from './key.ts'
import { allStubs } from './stub.ts'

type Rotation = {
  readonly vaultId: string
  /** The archive key that is to open nothing any more. */
  readonly oldPrivate: Uint8Array
  readonly newPublic: Uint8Array
  readonly random: Random
}

const again = ({ oldPrivate, newPublic, random }: Rotation, wrapped: Uint8Array, bound: string): Buffer => {
  const plain = unwrapWith(oldPrivate, wrapped, bound)
  const fresh = plain && wrapTo(newPublic, plain, bound, random)
  plain?.fill(0)
  if (!fresh) throw new Error('a sealed key does not open with the archive key')
  return fresh
}

/**
 * A new archive key pair: every sealed data key and every waiting row is wrapped anew, the files stay as they are. Call
 * inside the transaction that belongs to the rotation.
 */
export const rewrapSealed = (db: Write, rotation: Rotation): number => {
  const stubs = allStubs(db)
  for (const { clientId, file, wrapped } of stubs)
    db.run('UPDATE sealed_dossier SET wrapped = :wrapped WHERE client_id = :clientId', {
      clientId,
      wrapped: again(rotation, wrapped, fileBinding(rotation.vaultId, file)),
    })
  const rows = db.all<{ id: number; clientId: number; wrapped: Buffer }>(
    'SELECT id, client_id AS clientId, wrapped FROM sealed_row ORDER BY id',
  )
  for (const { id, clientId, wrapped } of rows)
    db.run('UPDATE sealed_row SET wrapped = :wrapped WHERE id = :id', {
      id,
      wrapped: again(rotation, wrapped, rowBinding(rotation.vaultId, clientId)),
    })
  return stubs.length + rows.length
}
