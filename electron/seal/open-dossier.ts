import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import type { Client } from '../../shared/client/model.ts'
import { fail, ok, refuse, type Result } from '../../shared/result.ts'
import { lastRecorded, recordOwner } from '../client/owners.ts'
import { clientById } from '../client/repository.ts'
import { staffNames } from '../client/staff-names.ts'
import { putRows } from '../database/sealed/rows.ts'
import { isBrokenLink } from '../database/sqlite-failure.ts'
import { applyBookRow } from '../intake/apply-book.ts'
import { knownOwner } from '../intake/owner-names.ts'
import { worthSteps } from '../intake/worth-steps.ts'
import { indexClient, unindexClient } from '../search/index-client.ts'
import { syncFolder } from '../vault/durable-file.ts'
import { openSealed, sourceOf } from '../vault/sealed-file.ts'
import { decodeContents, type Contents } from './contents.ts'
import { recordMove } from './custody.ts'
import { recordEmergency, type Emergency } from './emergency.ts'
import { sealedFile, sealedFolder } from './place.ts'
import { emptyLog, type SealCall } from './seal-dossier.ts'
import { setRetention } from './retention.ts'
import { removeStub, stubOf, type Stub } from './stub.ts'
import { upgradeContents } from './upgrade.ts'
import type { WaitingRow } from './waiting.ts'

export type Opening = {
  readonly clientId: number
  /** The file's own key, unwrapped by a holder of the archive key; overwritten when the work is done. */
  readonly dataKey: Uint8Array
  readonly waiting: readonly WaitingRow[]
  readonly reason: string
  readonly emergency: Emergency | null
}

const readFile = (call: SealCall, stub: Stub, dataKey: Uint8Array): Result<Contents> => {
  const path = sealedFile(call.vaultFolder, stub.file)
  if (!existsSync(path)) return fail({ code: 'damaged', part: 'sealed-file-missing' })
  const bytes = readFileSync(path)
  const isSame = createHash('sha256').update(bytes).digest('hex') === stub.sha256
  const opened = isSame ? openSealed(sourceOf(bytes), dataKey) : undefined
  const isOurs = opened?.header.id === stub.file && opened.header.vid === call.keys.vaultId
  if (!opened || !isOurs) return fail({ code: 'damaged', part: 'sealed-file' })
  const contents = decodeContents(opened.plain)
  opened.plain.fill(0)
  return ok(contents)
}

class NoPlace extends Error {}

// The owner may have changed meanwhile, by a book or by hand: that was seen and decided on the stub and holds.
const applyWaiting = ({ db }: SealCall, { waiting }: Opening): void => {
  const base = { ownerOf: knownOwner(db), ownerNames: staffNames(db), steps: worthSteps(db) }
  for (const { row, asOf, absent, staffId, at } of waiting)
    applyBookRow(db, row, { ...base, asOf, absent: new Set([...absent, 'owner']), staffId, at })
}

type Owners = { readonly ownerId: number | null; readonly nextOwnerId: number | null }

const keepOwners = (call: SealCall, client: Client, { ownerId, nextOwnerId }: Owners): void => {
  const { id: clientId, ownerId: previousId } = client
  const { staffId, now: at } = call
  // What was decided on the stub has its line there; a stub of an older version may have changed hands without one.
  if (previousId !== ownerId && lastRecorded(call.db, clientId) !== ownerId)
    recordOwner(call.db, { clientId, ownerId, previousId, staffId, at })
  call.db.run(
    `UPDATE client SET owner_id = :ownerId, next_owner_id = :nextOwnerId, seq = seq + 1
     WHERE id = :clientId AND (owner_id IS NOT :ownerId OR next_owner_id IS NOT :nextOwnerId)`,
    { clientId, ownerId, nextOwnerId },
  )
}

const bringBack = (call: SealCall, opening: Opening, contents: Contents): void => {
  const { db, staffId, now } = call
  const { clientId, emergency } = opening
  const stub = clientById(db, clientId)
  if (!stub) throw new Error('a stub without its client')
  removeStub(db, clientId)
  unindexClient(db, stub)
  if (!putRows(db, contents.tables)) throw new NoPlace()
  const client = clientById(db, clientId)
  if (!client) throw new Error('the client did not come back')
  indexClient(db, client)
  applyWaiting(call, opening)
  keepOwners(call, client, stub)
  const move = emergency === null ? 'unsealed' : 'emergency-opened'
  recordMove(db, {
    clientId,
    move,
    state: emergency === null ? 'in-cabinet' : 'in-use',
    by: staffId,
    other: emergency?.secondId ?? null,
    note: opening.reason,
    at: now,
  })
  setRetention(db, clientId, null)
  if (emergency !== null) recordEmergency(db, { ...emergency, clientId, by: staffId, at: now })
  call.audit({ action: `dossier.${move}`, object: `client:${clientId}`, detail: opening.reason })
}

// What belongs to two sealed dossiers of one family is in the one that was sealed first: they come back the other way.
const familyFirst = (): Result<never> => refuse('seal.refusal.family-first')

const commit = (call: SealCall, opening: Opening, contents: Contents): Result<null> => {
  try {
    call.db.transact(() => bringBack(call, opening, contents))
    return ok(null)
  } catch (error) {
    if (error instanceof NoPlace || isBrokenLink(error)) return familyFirst()
    throw error
  }
}

/** Everything as it was, then what came meanwhile. The file goes only when its rows are safe in the database. */
export const openDossier = (call: SealCall, opening: Opening): Result<{ readonly clientId: number }> => {
  const { db, vaultFolder, step } = call
  const stub = stubOf(db, opening.clientId)
  if (!stub) return fail({ code: 'not-found', what: 'sealed-dossier' })
  const read = readFile(call, stub, opening.dataKey)
  opening.dataKey.fill(0)
  if (!read.ok) return read
  const contents = upgradeContents(read.value)
  if (!contents.ok) return contents
  step?.('open-put-rows')
  const done = commit(call, opening, contents.value)
  if (!done.ok) return done
  step?.('open-remove-file')
  rmSync(sealedFile(vaultFolder, stub.file), { force: true })
  syncFolder(sealedFolder(vaultFolder))
  emptyLog(db)
  return ok({ clientId: opening.clientId })
}
