import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import type { restoreContract, restoredSchema } from '../../shared/restore/contract.ts'
import type { Given, Taken } from '../../shared/procedure.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import type { OpenCall } from '../desk/call.ts'
import type { Desk } from '../desk/desk.ts'
import { logBug } from '../desk/log-bug.ts'
import { framesOf } from '../log/log.ts'
import { attemptsOf, folderOf } from '../session/folders.ts'
import { holdFolder, mayRestoreNow } from '../session/state.ts'
import { forgetTrouble } from '../session/trouble.ts'
import { tryWithWait } from '../vault/attempts.ts'
import { quarantineFolder } from '../vault/quarantine.ts'
import { placeBackup, unlockForRestore, type RestoreKey } from '../vault/restore.ts'
import { databaseFile } from '../vault/state.ts'
import { forgetKeys, type VaultKeys } from '../vault/vault-keys.ts'
import { backupAt, presentHeader } from './find-backups.ts'
import { lastKnownRow, signRestore } from './sign-restore.ts'

export type RestoreState = Given<typeof restoreContract.state>
type Wanted = Taken<typeof restoreContract.start>
type Restored = z.infer<typeof restoredSchema>

const stateKey = 'restore'
const idle: RestoreState = { state: 'idle', done: 0, total: 0, failure: null, restored: null }

export const restoreState = (desk: Desk): RestoreState =>
  (desk.shelf.get(stateKey) as RestoreState | undefined) ?? idle

const say = (desk: Desk, change: Partial<RestoreState>): void =>
  void desk.shelf.set(stateKey, { ...restoreState(desk), ...change })

const keyOf = (by: Wanted['by']): RestoreKey =>
  by.kind === 'card' ? { wordsOrCode: by.card } : { slotId: by.slotId, passphrase: by.passphrase }

// The same count and the same waits as at the door, for the same door.
const prove = (call: OpenCall, from: string, by: Wanted['by']): Promise<Result<VaultKeys>> => {
  const { desk, ports, now } = call
  const slotId = by.kind === 'card' ? 'recovery-card' : by.slotId
  // Who lost the door since the backup was made doesn't get it back: the present header counts while it can be read.
  const at = presentHeader(desk) ? folderOf(ports.dataFolder, 'main') : from
  return tryWithWait({ path: attemptsOf(ports.dataFolder), slotId, now }, () =>
    unlockForRestore(at, keyOf(by)),
  )
}

// Read, read back, and twice more on the way into the vault's folder.
const passes = 3

const placeNameOf = (now: number): string => new Date(now).toISOString().replaceAll(/[-:]|\.\d+/g, '')

const bring = async (
  { desk, ports, now }: OpenCall,
  { from, by }: Wanted,
  keys: VaultKeys,
): Promise<Result<Restored>> => {
  const folder = folderOf(ports.dataFolder, 'main')
  const total = statSync(join(from, databaseFile)).size * passes
  const setAside = placeNameOf(now)
  let lostUpTo: number | null = null
  const placed = await placeBackup({
    from,
    to: folder,
    keys,
    setAside,
    watch: (bytes) => say(desk, { done: Math.min(restoreState(desk).done + bytes, total), total }),
    sign: ({ staging, manifest }) => {
      lostUpTo = lastKnownRow(folder, keys, manifest)
      const byCard = by.kind === 'card'
      return signRestore({ from, keys, manifest, staging, byCard, channel: 'window', now, lostUpTo })
    },
  })
  if (!placed.ok) return placed
  const { at, audit } = placed.value
  const aside = `${quarantineFolder}/${setAside}`
  return ok({ at, rows: audit.seq, lostUpTo, setAside: existsSync(join(folder, aside)) ? aside : '' })
}

const run = async (call: OpenCall, wanted: Wanted, keys: VaultKeys): Promise<void> => {
  const { desk } = call
  try {
    const brought = await bring(call, wanted, keys)
    if (!brought.ok) return say(desk, { state: 'failed', failure: brought.failure })
    forgetTrouble(desk)
    say(desk, { state: 'done', restored: brought.value })
  } catch (error) {
    const isFull = error instanceof Error && 'code' in error && error.code === 'ENOSPC'
    const ref = isFull ? '' : logBug(call.ports, 'restore.start', framesOf(error))
    say(desk, { state: 'failed', failure: isFull ? { code: 'disk-full' } : { code: 'bug', ref } })
  } finally {
    forgetKeys(keys)
  }
}

/** Proves the key; what comes back is the work that goes on by itself. */
export const proveRestore = async (call: OpenCall, wanted: Wanted): Promise<Result<() => Promise<void>>> => {
  const { desk } = call
  const held = holdFolder(desk, 'main')
  if (!held.ok) return held
  if (!mayRestoreNow(desk)) return refuse('restore-not-needed')
  const backup = backupAt(desk, wanted.from)
  if (!backup) return refuse('no-backup-there', { folder: wanted.from })
  const keys = await prove(call, backup.from, wanted.by)
  if (!keys.ok) return keys
  desk.shelf.set(stateKey, { ...idle, state: 'running' })
  return ok(() => run(call, { ...wanted, from: backup.from }, keys.value))
}
