import { randomBytes } from 'node:crypto'
import type { BookRow } from '../../shared/intake/book-row.ts'
import { recordOwner } from '../client/owners.ts'
import { clientById } from '../client/repository.ts'
import type { Read } from '../database/handle.ts'
import type { JobCall } from '../desk/job-kind.ts'
import { keepWaiting } from '../seal/waiting.ts'
import { archivePublicKey } from '../vault/archive-key.ts'
import { ownersAfter, type Applied, type Applying } from './apply-book.ts'

// A row of a sealed client waits behind the archive key. Of the stub only what the bank's book says of everybody's
// order moves on: AUM, its day, and who is to look after the client (practice 1, 8).

/** Clients whose dossier is sealed, by client number. */
export const sealedByNumber = (db: Read): ReadonlyMap<string, number> =>
  new Map(
    db
      .all<{ id: number; number: string }>(
        `SELECT c.id, c.number FROM sealed_dossier AS s JOIN client AS c ON c.id = s.client_id
         WHERE c.number IS NOT NULL`,
      )
      .map(({ id, number }) => [number, id]),
  )

// The band stays: it is the stub's place in the search index, and comes right at the opening.
const moveStub = ({ db }: JobCall, clientId: number, row: BookRow, applying: Applying): void => {
  const client = clientById(db, clientId)
  if (!client) throw new Error('a stub without its client')
  const { absent, ownerOf, asOf, staffId, at } = applying
  const named = absent.has('owner') ? client.ownerId : (ownerOf(row.owner) ?? null)
  const aum = absent.has('aum') ? client.aum : row.amounts.aum
  const owners = absent.has('owner') ? client : ownersAfter(client, named)
  db.run(
    `UPDATE client SET aum = :aum, as_of = :asOf, owner_id = :ownerId, next_owner_id = :nextOwnerId,
       seq = seq + 1 WHERE id = :clientId`,
    {
      clientId,
      aum,
      asOf,
      ownerId: owners.ownerId,
      nextOwnerId: owners.nextOwnerId,
    },
  )
  recordOwner(db, { clientId, ownerId: owners.ownerId, previousId: client.ownerId, staffId, at })
}

/** Puts rows away one by one; the same file a second time changes nothing. */
export const keepSealed = (
  call: JobCall,
  fileSha256: string,
  applying: Applying,
): ((clientId: number, row: BookRow) => Applied) => {
  const archive = archivePublicKey(call.vaultFolder, call.keys.vmk)
  if (!archive) throw new Error('the header has no archive key')
  const { vaultId } = call.keys
  const { asOf, staffId, at } = applying
  const absent = [...applying.absent]
  return (clientId, row) => {
    const to = { clientId, fileSha256, archive, vaultId, random: randomBytes }
    const written = keepWaiting(call.db, to, { row, asOf, absent, staffId, at })
    if (written) moveStub(call, clientId, row, applying)
    return { verdict: 'sealed', written }
  }
}
