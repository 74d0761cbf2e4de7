import { mkdirSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import { resolve } from 'node:path'
import { z } from 'zod'
import { fail, ok, refuse, type Result } from '../../shared/result.ts'
import { signRestore } from '../restore/sign-restore.ts'
import { attemptsOf, bookBeside, folderOf } from '../session/folders.ts'
import { tryWithWait } from '../vault/attempts.ts'
import { takeInstanceLock } from '../vault/instance-lock.ts'
import { restoreVault, type RestoreRequest } from '../vault/restore.ts'
import { readVaultState } from '../vault/state.ts'
import { forgetKeys } from '../vault/vault-keys.ts'

// A backup brought back into the data folder's empty vault, by somebody who can open it.

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

const restoreHeld = async (
  call: RestoreCall,
  dataFolder: string,
  where: Where,
): Promise<Result<RestoreAnswer>> => {
  const { folder, from, now, byCard } = where
  const key = keyOf(call, from)
  if (!key.ok) return key
  const { slot, by } = key.value
  const path = bookBeside(from) ?? attemptsOf(dataFolder)
  const restored = await tryWithWait({ path, slotId: slot, now }, () =>
    restoreVault({
      from,
      to: folder,
      by,
      sign: (staged) => signRestore({ ...staged, from, byCard, channel: 'cli', now, lostUpTo: null }),
    }),
  )
  if (!restored.ok) return restored
  const { keys, manifest } = restored.value
  forgetKeys(keys)
  return ok({ vault: folder, madeAt: manifest.at, files: manifest.files.length })
}

/** Holds the folder like any desk does, so that no window works in it meanwhile. */
export const restoreFromBackup = async (
  call: RestoreCall,
  dataFolder: string,
  now: number,
): Promise<Result<RestoreAnswer>> => {
  const from = resolve(call.input.from)
  // A slip of the pen must not leave an empty data folder behind.
  if (readVaultState(from).kind === 'none') return refuse('no-backup-there', { folder: from })
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const folder = folderOf(dataFolder, 'main')
  const holder = { user: userInfo().username, host: hostname(), pid: process.pid, since: now }
  const held = takeInstanceLock(folder, holder)
  if (!held.ok) return held
  const where = { folder, from, now, byCard: call.input.card !== undefined }
  try {
    return await restoreHeld(call, dataFolder, where)
  } finally {
    held.value.release()
  }
}
