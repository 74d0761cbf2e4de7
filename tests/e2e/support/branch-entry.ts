import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Role } from '../../../shared/staff/rights.ts'
import { fillSample } from '../../../electron/sample/fill.ts'
import { firstRows } from '../../../electron/session/first-rows.ts'
import { openReady } from '../../../electron/session/open-ready.ts'
import { putSetting } from '../../../electron/setting/repository.ts'
import { insertStaff } from '../../../electron/staff/repository.ts'
import { addPassphraseSlot } from '../../../electron/vault/change-slots.ts'
import { createVault } from '../../../electron/vault/create.ts'
import { testCost } from '../../support/test-cost.ts'
import { firstPerson, keeper, manager } from './people.ts'

const random = (bytes: number): Buffer => randomBytes(bytes)

/** Makes the vault in the data folder named by the first argument; the second is the instant, the third the day. */
const makeBranch = async (dataFolder: string, at: number, today: string): Promise<void> => {
  const folder = join(dataFolder, 'vault')
  const { bank, branch, name, passphrase } = firstPerson
  const ports = { kdf: testCost, monotonic: () => performance.now(), random }
  const made = await createVault({
    folder,
    staffLabel: name,
    title: { bank, branch },
    passphrase,
    now: at,
    ...ports,
    isWanted: () => true,
    fill: (path, keys) =>
      firstRows({ name, bank, branch, at }, (db, staffId) => {
        fillSample(db, { now: at, today, staffId })
        putSetting(db, 'cardConfirmed', true, at, staffId)
      })(path, keys),
  })
  if (!made.ok) throw new Error(JSON.stringify(made.failure))
  const { keys } = made.value
  const doors: { slotId: string; name: string; roles: readonly Role[] }[] = []
  for (const person of [manager, keeper]) {
    const roles = person.roles.includes('archive-keeper') ? (['archive'] as const) : []
    const change = { folder, keys, now: at, label: person.name, passphrase: person.passphrase, roles }
    const added = await addPassphraseSlot({ ...change, ...ports })
    if (!added.ok) throw new Error(JSON.stringify(added.failure))
    doors.push({ slotId: added.value.slotId, name: person.name, roles: person.roles })
  }
  const opened = openReady(join(folder, 'vault.db'), keys)
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
  for (const { slotId, name: label, roles } of doors)
    insertStaff(opened.value.handle, { name: label, post: '', roles, slotId, at })
  opened.value.checkpoint()
  opened.value.close()
}

const [dataFolder = '', at = '0', today = ''] = process.argv.slice(2)
await makeBranch(dataFolder, Number(at), today)
