import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { openReady } from '../../electron/session/open-ready.ts'
import { insertStaff } from '../../electron/staff/repository.ts'
import { addPassphraseSlot } from '../../electron/vault/change-slots.ts'
import { readVaultState } from '../../electron/vault/state.ts'
import { unlockVault } from '../../electron/vault/unlock.ts'
import type { Role } from '../../shared/staff/rights.ts'
import type { Result } from '../../shared/result.ts'
import { testCost } from './test-cost.ts'

export type Login = { readonly name: string; readonly passphrase: string; readonly roles: readonly Role[] }

const got = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}

/** Further people with a passphrase of their own, written into a vault nobody has open. Returns their doors. */
export const addLogins = async (
  dataFolder: string,
  firstPassphrase: string,
  logins: readonly Login[],
): Promise<string[]> => {
  const folder = join(dataFolder, 'vault')
  const state = readVaultState(folder)
  if (state.kind !== 'vault') throw new Error('no vault to add people to')
  const first = state.slots.find(({ kind }) => kind === 'passphrase')
  const slotId = first?.id ?? ''
  const keys = got(await unlockVault({ folder, slotId, passphrase: firstPassphrase }))
  const doors: string[] = []
  for (const { name, passphrase } of logins) {
    const ports = { kdf: testCost, now: Date.now(), monotonic: () => performance.now(), random: randomBytes }
    const added = await addPassphraseSlot({ folder, keys, ...ports, label: name, passphrase })
    doors.push(got(added).slotId)
  }
  const ready = got(openReady(join(folder, 'vault.db'), keys))
  ready.handle.transact(() =>
    logins.forEach(({ name, roles }, at) =>
      insertStaff(ready.handle, { name, post: '', roles, slotId: doors[at] ?? null, at: Date.now() }),
    ),
  )
  ready.checkpoint()
  ready.close()
  return doors
}
