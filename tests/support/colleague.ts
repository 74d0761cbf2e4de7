import { randomBytes } from 'node:crypto'
import type { Role } from '../../shared/staff/rights.ts'
import { insertStaff } from '../../electron/staff/repository.ts'
import { addPassphraseSlot } from '../../electron/vault/change-slots.ts'
import { openTestDesk, type TestDesk } from './desk.ts'
import { testCost } from './test-cost.ts'

export type Colleague = { readonly name: string; readonly passphrase: string; readonly slotId: string }

/** One more person who can unlock; a keeper's door holds the archive key as well. */
export const addColleague = async (
  test: TestDesk,
  name: string,
  roles: readonly Role[],
  holdsKey = roles.includes('archive-keeper'),
): Promise<Colleague> => {
  const open = test.desk.open()
  if (!open) throw new Error('the desk is locked')
  const passphrase = `${name} 的口令 云湖路 7`
  const added = await addPassphraseSlot({
    folder: open.vaultFolder,
    keys: open.keys,
    kdf: testCost,
    now: test.clock.now(),
    monotonic: () => performance.now(),
    random: randomBytes,
    label: name,
    passphrase,
    roles: holdsKey ? ['archive'] : [],
  })
  if (!added.ok) throw new Error(JSON.stringify(added.failure))
  const { slotId } = added.value
  open.db.transact(() => insertStaff(open.db, { name, post: '', roles, slotId, at: test.clock.now() }))
  return { name, passphrase, slotId }
}

/** Locks, and unlocks the same vault as somebody else. */
export const switchTo = async (
  test: TestDesk,
  { slotId, passphrase }: Colleague,
  at?: string,
): Promise<TestDesk> => {
  await test.lock()
  const next = await openTestDesk({
    dataFolder: test.dataFolder,
    closed: true,
    ...(at === undefined ? {} : { at }),
  })
  await next.client.session.unlock({ slotId, passphrase, book: 'main' })
  return next
}
