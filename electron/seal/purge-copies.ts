import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ok, type Result } from '../../shared/result.ts'
import { lookAway } from '../backup/look-away.ts'
import { readMarks } from '../backup/marks.ts'
import type { JobCall } from '../desk/job-kind.ts'
import { backupsFolder, clearHalfDone, writeBackup, type BackupMade } from '../vault/backup.ts'
import { listBackups } from '../vault/backup-list.ts'
import { awayFolder, copyBackup } from '../vault/copy-backup.ts'
import { syncFolder } from '../vault/durable-file.ts'
import { removePatiently } from '../vault/patience.ts'
import type { Step } from '../vault/step.ts'
import { confirmPurge } from './purge.ts'

export type PurgeCall = Pick<
  JobCall,
  'db' | 'vaultFolder' | 'descriptor' | 'keys' | 'now' | 'session' | 'audit'
> & { readonly step?: Step }

export type PurgeInput = { readonly id: number; readonly target: string }

export type Purged = { readonly removed: number; readonly away: 'none' | 'seen' | 'unknown' }

const makeOne = async (call: PurgeCall): Promise<Result<BackupMade>> => {
  const { vaultFolder, db, descriptor, keys, now } = call
  const made = await writeBackup({ vaultFolder, db, descriptor, keys, now })
  if (made.ok) db.transact(() => call.audit({ action: 'backup.made', object: `backup:${made.value.name}` }))
  return made
}

/** The new backup is on the second target too, whole, before an older one there goes; where it is away, it is left. */
const carryAway = async (
  { db, keys }: PurgeCall,
  target: string,
  from: string,
): Promise<Result<Purged['away']>> => {
  const away = await lookAway({ target, keys, hadCopies: readMarks(db).awayGood !== null })
  if (typeof away === 'string') return ok(away)
  const copied = await copyBackup({ from, target, keys })
  return copied.ok ? ok('seen') : copied
}

const removeOthers = ({ keys, step }: PurgeCall, folder: string, kept: string): number => {
  if (!existsSync(join(folder, kept)))
    throw new Error('the new backup has to be there before the older ones go')
  clearHalfDone(folder)
  const others = listBackups(folder, keys.vmk).filter(({ name }) => name !== kept)
  for (const { name } of others) {
    step?.('remove-older-copy')
    removePatiently(join(folder, name))
  }
  syncFolder(folder)
  return others.length
}

/**
 * A new backup first, read back and checked, in both places; then every older one goes; last of all the request is
 * settled. Whatever cuts it off leaves the request standing, and the next try removes the rest.
 */
export const purgeCopies = async (call: PurgeCall, { id, target }: PurgeInput): Promise<Result<Purged>> => {
  const { vaultFolder, keys, db, step } = call
  const made = await makeOne(call)
  if (!made.ok) return made
  const { name, folder } = made.value
  const away = await carryAway(call, target, folder)
  if (!away.ok) return away
  const there = away.value === 'seen' ? removeOthers(call, awayFolder(target, keys.vaultId), name) : 0
  const here = removeOthers(call, backupsFolder(vaultFolder), name)
  step?.('confirm-purge')
  db.transact(() => {
    confirmPurge(db, id, call.session.staffId, call.now)
    const action = away.value === 'unknown' ? 'seal.purged-here' : 'seal.purged'
    call.audit({ action, object: `seal-purge:${id}` })
  })
  return ok({ removed: here + there, away: away.value })
}
