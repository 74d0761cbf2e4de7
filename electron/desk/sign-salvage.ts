import { ok } from '../../shared/result.ts'
import { anchorEvery, auditKeyOf, readAnchors } from '../audit/anchor.ts'
import { appendAudit, readHead } from '../audit/chain.ts'
import { roomInLog, roomOnPages } from '../audit/lost-room.ts'
import { gapsAmong, rowsLost, salvageObject, type Before, type Range } from '../audit/lost-rows.ts'
import { verifyWhole } from '../audit/verify.ts'
import type { Write } from '../database/handle.ts'
import { restoreRight } from '../restore/sign-restore.ts'
import { staffOfSlot } from '../staff/repository.ts'
import type { Source } from '../vault/salvage.ts'
import type { Ground, VaultSalvage } from '../vault/salvage-vault.ts'
import type { VaultKeys } from '../vault/vault-keys.ts'
import { boot } from './boot.ts'
import { mayDo, type Door } from './vault-door.ts'

// The line a salvage writes on the saved rows: which rows of the chain are gone, and what no damage explains.

/** How a reading of the database stands to the chain and its anchors. */
export const weighBy =
  (keys: VaultKeys): VaultSalvage['weigh'] =>
  (db, { folder }) => {
    const { kind, rows } = verifyWhole({ db, folder, keys })
    if (kind === 'intact' || kind === 'salvaged') return { holds: 3, head: rows }
    // A moment before the newest anchor is still one that was.
    return { holds: kind === 'altered' || kind === 'replaced' ? 1 : 2, head: rows }
  }

type Case = {
  readonly db: Write
  readonly source: Source
  readonly ground: Ground
  readonly keys: VaultKeys
}

const newestKnown = ({ ground, keys }: Case): number =>
  Math.max(0, ...readAnchors(ground.folder, keys).anchors.map(({ seq }) => seq))

/** Rows nobody can read at the chain's end: as many as may have followed, and as what can't be read may have held. */
const tailOf = (subject: Case): Range => {
  const { db, source, keys } = subject
  const saved = readHead(db, auditKeyOf(keys)).seq
  const read = source.tables.find(({ table }) => table === 'audit')?.rows ?? 0
  const room = roomOnPages(source.copy, read) + roomInLog(source.framesLost)
  const mayFollow = Math.max(saved, newestKnown(subject)) + anchorEvery
  return { from: saved + 1, to: Math.min(mayFollow, saved + room + anchorEvery) }
}

/** What is gone of the chain; of its end, if that is lost, once more by itself. */
type Loss = { readonly chain: readonly Range[]; readonly tail: Range | undefined }

const chainLoss = (subject: Case): Loss => {
  const { db, source, keys } = subject
  const read = source.tables.find(({ table }) => table === 'audit')
  const between = gapsAmong(db, read?.lost ?? [], rowsLost(db, auditKeyOf(keys)))
  if (read?.isEndLost !== true) return { chain: between, tail: undefined }
  const tail = tailOf(subject)
  return { chain: [...between, tail], tail }
}

/** What contradicts the saved rows although all that was lost is excused. Anchors nobody could read are nobody's doing. */
const foundNow = ({ db, ground, keys }: Case, lostNow: readonly Range[]): Before | undefined => {
  const { kind, row } = verifyWhole({ db, folder: ground.folder, keys, lostNow })
  if (kind === 'intact' || kind === 'salvaged') return undefined
  return kind === 'unanchored' && !ground.hasAllAnchors ? undefined : { kind, row }
}

/** Ids that are named, and of an end that is lost the rows an anchor knew of. */
const countsOf = (subject: Case, tail: Range | undefined): Parameters<typeof salvageObject>[0] => {
  const { tables } = subject.source
  const known = tail ? Math.max(1, Math.min(newestKnown(subject), tail.to) - tail.from + 1) : 0
  return {
    rows: tables.reduce((sum, { rows }) => sum + rows, 0),
    lost: tables.reduce((sum, { lost }) => sum + lost.length, known),
    atLeast: tables.some(({ isEndLost }) => isEndLost),
  }
}

/** Judged by the rows that were saved: a damaged staff table opens to the card only. */
export const signFor =
  (door: Door, keys: VaultKeys): VaultSalvage['sign'] =>
  (db, source, ground) => {
    const allowed = mayDo(db, keys, door, restoreRight)
    if (!allowed.ok) return allowed
    const subject = { db, source, ground, keys }
    const { chain, tail } = chainLoss(subject)
    const before = foundNow(subject, chain)
    const object = salvageObject(countsOf(subject, tail), chain, before)
    const line = { action: 'vault.salvaged', object, channel: 'cli' as const }
    const staffId = door.secret.card === undefined ? (staffOfSlot(db, keys.slotId)?.id ?? 0) : 0
    const by = { slotId: keys.slotId, staffId, at: door.now, boot, mono: Math.round(performance.now()) }
    // Beyond every number that was given, so that none is given twice.
    const given = before?.kind === 'truncated' ? newestKnown(subject) + anchorEvery : 0
    appendAudit(db, auditKeyOf(keys), { ...line, ...by }, Math.max(given, ...chain.map(({ to }) => to)))
    return ok(null)
  }
