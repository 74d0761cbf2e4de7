import { createHash } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync } from 'node:fs'
import { readdirSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { maskName } from '../../shared/client/mask.ts'
import type { Client } from '../../shared/client/model.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { clientById } from '../client/repository.ts'
import { dropRows, takeRows } from '../database/sealed/rows.ts'
import type { Write } from '../database/handle.ts'
import type { AuditEntry } from '../desk/audit-entry.ts'
import { forgetAnswers } from '../request/repository.ts'
import { indexClient, optimizeIndex, unindexClient } from '../search/index-client.ts'
import { archivePublicKey } from '../vault/archive-key.ts'
import { syncFolder } from '../vault/durable-file.ts'
import { wrapTo } from '../vault/key-pair.ts'
import type { Random } from '../vault/random.ts'
import { openSealed, sealedHeader, sealInto, sourceOf } from '../vault/sealed-file.ts'
import type { SealedHeader } from '../vault/sealed-file.ts'
import type { Step } from '../vault/step.ts'
import { encodeContents } from './contents.ts'
import { fileBinding, nameHash } from './key.ts'
import { sealedFile, sealedFolder, unsealedName } from './place.ts'
import { mayBeSealed } from './may-be-sealed.ts'
import { proposalById, settleProposal, type Proposal } from './proposal.ts'
import { recordMove } from './custody.ts'
import { retentionOf, setRetention } from './retention.ts'
import { insertStub } from './stub.ts'

/** What sealing and opening work with; any connection of this process, all other writes kept away. */
export type SealCall = {
  readonly db: Write
  readonly vaultFolder: string
  readonly keys: { readonly vaultId: string; readonly vmk: Buffer }
  readonly random: Random
  readonly now: number
  readonly staffId: number
  readonly audit: (entry: AuditEntry) => { readonly seq: number; readonly hash: string }
  readonly step?: Step
}

type File = { readonly header: SealedHeader; readonly dataKey: Buffer; readonly plain: Buffer }

const writeFile = (path: string, file: File): void => {
  const descriptor = openSync(path, 'wx', 0o600)
  try {
    sealInto(file, (piece) => {
      for (let done = 0; done < piece.length;) done += writeSync(descriptor, piece, done)
    })
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

// Nothing is deleted on the word of the program that wrote the file: it is read from the disk, opened and compared.
const readBack = (path: string, { dataKey, plain }: File): { sha256: string; bytes: number } => {
  const bytes = readFileSync(path)
  const opened = openSealed(sourceOf(bytes), dataKey)
  const isSame = opened?.plain.equals(plain) === true
  opened?.plain.fill(0)
  if (!isSame) throw new Error('the sealed file reads back differently from what was written')
  return { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length }
}

const makeFolder = (vaultFolder: string): void => {
  if (existsSync(sealedFolder(vaultFolder))) return
  mkdirSync(sealedFolder(vaultFolder), { mode: 0o700 })
  syncFolder(vaultFolder)
}

const schemaOf = (db: Write): number =>
  db.one<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0

type Written = {
  readonly file: string
  readonly sha256: string
  readonly bytes: number
  readonly wrapped: Buffer
}

/** The file on the disk under its real name, proved; the rows are still all there. */
const writeSealed = (call: SealCall, client: Client, archive: Buffer): Written => {
  const { db, vaultFolder, keys, random, step } = call
  const schema = schemaOf(db)
  const file = random(8).toString('hex')
  const dataKey = random(32)
  const tables = takeRows(db, client.id)
  const plain = encodeContents({ schema, number: client.number, dossier: client.dossierNumber, tables })
  const header = sealedHeader({ vid: keys.vaultId, id: file, schema }, random)
  const half = unsealedName(vaultFolder, file)
  makeFolder(vaultFolder)
  try {
    step?.('seal-write')
    writeFile(half, { header, dataKey, plain })
    const sum = readBack(half, { header, dataKey, plain })
    const wrapped = wrapTo(archive, dataKey, fileBinding(keys.vaultId, file), random)
    if (!wrapped) throw new Error('the archive key in the header is no key')
    step?.('seal-name')
    renameSync(half, sealedFile(vaultFolder, file))
    syncFolder(sealedFolder(vaultFolder))
    return { file, ...sum, wrapped }
  } finally {
    rmSync(half, { force: true })
    dataKey.fill(0)
    plain.fill(0)
  }
}

const indexNumbers = (db: Write, { id, band, number, dossierNumber }: Client): void =>
  indexClient(db, { id, band, number, dossierNumber, name: '', phone: '', documentNumber: '' })

/** From here on only the stub is left; everything in it stands or falls together. */
const leaveStub = (call: SealCall, client: Client, proposal: Proposal, written: Written): void => {
  const { db, keys, now, staffId } = call
  const keptUntil = retentionOf(db, proposal, now)
  const row = call.audit({ action: 'dossier.sealed', object: `client:${client.id}`, detail: written.sha256 })
  insertStub(db, {
    clientId: client.id,
    ...written,
    nameHash: nameHash(keys.vmk, keys.vaultId, client.name),
    proposalId: proposal.id,
    sealedBy: staffId,
    sealedAt: now,
    auditSeq: row.seq,
    auditHead: row.hash,
  })
  unindexClient(db, client)
  dropRows(db, client.id)
  db.run('UPDATE client SET name = ? WHERE id = ?', [maskName(client.name), client.id])
  // Answers kept for repeated writes may show him. Their keys stay: nothing is done twice, it is only not told again.
  forgetAnswers(db)
  indexNumbers(db, client)
  optimizeIndex(db)
  settleProposal(db, { id: proposal.id, state: 'sealed', by: staffId, at: now, why: '' })
  recordMove(db, {
    clientId: client.id,
    move: 'sealed',
    state: 'sealed',
    by: staffId,
    other: proposal.by,
    at: now,
  })
  setRetention(db, client.id, keptUntil)
}

// Copies from before a migration hold the open rows, and the vault has opened well since.
const dropMigrationCopies = (vaultFolder: string): void => {
  for (const name of readdirSync(vaultFolder))
    if (/^before-\d+\.db$/.test(name)) rmSync(join(vaultFolder, name), { force: true })
}

/** Empties the write-ahead log; the next start does it when a reader is in the way. */
export const emptyLog = (db: Write): void => void db.one('PRAGMA wal_checkpoint(TRUNCATE)')

/**
 * Puts one client's dossier into a file only the archive key opens (decisions 2). Cut off before the transaction it
 * leaves a file nobody knows, which the next start removes; after it the dossier is sealed.
 */
export const sealDossier = (call: SealCall, proposalId: number): Result<{ readonly clientId: number }> => {
  const { db, vaultFolder, keys, step } = call
  const proposal = proposalById(db, proposalId)
  if (!proposal) return fail({ code: 'not-found', what: 'seal-proposal' })
  const allowed = mayBeSealed(db, proposal, call.staffId)
  if (!allowed.ok) return allowed
  const client = clientById(db, proposal.clientId)
  const archive = archivePublicKey(vaultFolder, keys.vmk)
  if (!client) return fail({ code: 'not-found', what: 'client' })
  if (!archive) return fail({ code: 'damaged', part: 'role-key' })
  const written = writeSealed(call, client, archive)
  step?.('seal-remove-rows')
  db.transact(() => leaveStub(call, client, proposal, written))
  step?.('seal-empty-log')
  emptyLog(db)
  step?.('seal-drop-copies')
  dropMigrationCopies(vaultFolder)
  return ok({ clientId: client.id })
}
