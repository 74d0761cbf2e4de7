import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { z } from 'zod'
import { fail, ok, refuse, type Result } from '../../shared/result.ts'
import { rightsOf, type Right } from '../../shared/staff/rights.ts'
import { auditKeyOf, writeAnchor } from '../audit/anchor.ts'
import { appendAudit } from '../audit/chain.ts'
import { newestVersion } from '../database/migrate.ts'
import { migrations } from '../database/migrations/index.ts'
import { openDatabase, type OpenDatabase } from '../database/open.ts'
import { attemptsOf, folderOf } from '../session/folders.ts'
import { staffOfSlot } from '../staff/repository.ts'
import { tryWithWait } from '../vault/attempts.ts'
import { holderFile, lockFile, takeInstanceLock } from '../vault/instance-lock.ts'
import { restoreVault, type Restored, type RestoreRequest } from '../vault/restore.ts'
import { databaseFile, readVaultState } from '../vault/state.ts'
import { forgetKeys } from '../vault/vault-keys.ts'
import { boot } from './boot.ts'

// A backup brought back into the data folder's empty vault, by somebody who can open it.

export const restoreRight: Right = 'vault.restore'

const text = z.string().min(1).max(1024)

/** With the recovery card, or with the passphrase of one login, named when the backup has several. */
export const restoreRequest = z.strictObject({
  passphrase: z.string().min(1).max(512).optional(),
  input: z.strictObject({
    from: text,
    slotId: text.optional(),
    name: text.optional(),
    card: text.optional(),
  }),
})

export type RestoreCall = z.infer<typeof restoreRequest>
export type RestoreAnswer = { readonly vault: string; readonly madeAt: number; readonly files: number }

type Key = { readonly slot: string; readonly by: RestoreRequest['by'] }

const missing = (path: string): Result<never> =>
  fail({ code: 'invalid', issues: [{ path, rule: 'required' }] })

const keyOf = ({ passphrase, input }: RestoreCall, from: string): Result<Key> => {
  if (input.card !== undefined) return ok({ slot: 'recovery-card', by: { wordsOrCode: input.card } })
  if (passphrase === undefined) return missing('passphrase')
  const state = readVaultState(from)
  if (state.kind === 'none') return refuse('no-backup-there', { folder: from })
  if (state.kind === 'newer') return fail({ code: 'newer-version' })
  if (state.kind === 'damaged') return fail({ code: 'damaged', part: `backup:${state.part}` })
  const logins = state.slots.filter(
    ({ id, label, kind }) =>
      kind === 'passphrase' && id === (input.slotId ?? id) && label === (input.name ?? label),
  )
  const [login] = logins
  if (!login) return fail({ code: 'not-found', what: 'login' })
  return logins.length > 1
    ? missing('input.slotId')
    : ok({ slot: login.id, by: { slotId: login.id, passphrase } })
}

type Where = {
  readonly folder: string
  readonly from: string
  readonly now: number
  readonly byCard: boolean
}

/** Who restored, as a line of the restored chain; a login without the right is turned away. */
const signRestore = (
  { handle, checkpoint }: OpenDatabase,
  { keys }: Restored,
  { folder, from, now, byCard }: Where,
): Result<null> => {
  const staff = staffOfSlot(handle, keys.slotId)
  const may = staff?.active === true && rightsOf(staff.roles).includes(restoreRight)
  if (!byCard && !may) return fail({ code: 'forbidden', right: restoreRight })
  handle.transact(() =>
    appendAudit(handle, auditKeyOf(keys), {
      action: 'vault.restored',
      object: `backup:${basename(from)}`,
      at: now,
      boot,
      mono: performance.now(),
      slotId: keys.slotId,
      // The card belongs to the branch, not to a person.
      staffId: staff?.id ?? 0,
      channel: 'cli',
    }),
  )
  writeAnchor({ db: handle, folder, keys, at: now })
  checkpoint()
  return ok(null)
}

const sign = (restored: Restored, where: Where): Result<null> => {
  const opened = openDatabase({
    path: join(where.folder, databaseFile),
    key: restored.keys.dbk,
    suite: restored.keys.suite,
    newest: newestVersion(migrations),
  })
  if (!opened.ok) return opened
  try {
    return signRestore(opened.value, restored, where)
  } finally {
    opened.value.close()
  }
}

/** Only what this command itself has just put into an empty folder. */
const takeBack = (folder: string): void => {
  const lock = [lockFile, `${lockFile}-journal`, holderFile]
  for (const name of readdirSync(folder).filter((entry) => !lock.includes(entry)))
    rmSync(join(folder, name), { recursive: true, force: true })
}

const restoreHeld = async (
  call: RestoreCall,
  dataFolder: string,
  where: Where,
): Promise<Result<RestoreAnswer>> => {
  const { folder, from, now } = where
  const key = keyOf(call, from)
  if (!key.ok) return key
  const { slot, by } = key.value
  const restored = await tryWithWait({ path: attemptsOf(dataFolder), slotId: slot, now }, () =>
    restoreVault({ from, to: folder, by }),
  )
  if (!restored.ok) return restored
  const { keys, manifest } = restored.value
  const signed = sign(restored.value, where)
  forgetKeys(keys)
  if (signed.ok) return ok({ vault: folder, madeAt: manifest.at, files: manifest.files.length })
  takeBack(folder)
  return signed
}

/** Holds the folder like any desk does, so that no window works in it meanwhile. */
export const restoreFromBackup = async (
  call: RestoreCall,
  dataFolder: string,
  now: number,
): Promise<Result<RestoreAnswer>> => {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const folder = folderOf(dataFolder, 'main')
  const holder = { user: userInfo().username, host: hostname(), pid: process.pid, since: now }
  const held = takeInstanceLock(folder, holder)
  if (!held.ok) return held
  const where = { folder, from: resolve(call.input.from), now, byCard: call.input.card !== undefined }
  try {
    return await restoreHeld(call, dataFolder, where)
  } finally {
    held.value.release()
  }
}
