import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readHeaders, writeHeader } from '../../../electron/vault/header-file.ts'
import { signHeader } from '../../../electron/vault/header.ts'
import { unlockVault } from '../../../electron/vault/unlock.ts'
import { makePeople, openAs, ownPassphrase, staffIdOf } from '../../support/people.ts'
import { openTestDesk } from '../../support/desk.ts'

test('a lobby manager who writes herself a waiting archive key gets none when the key is changed, and it is recorded', async () => {
  const morning = await openTestDesk()
  await makePeople(morning, ['何静', '冯岚', '吴倩'])
  const folder = join(morning.dataFolder, 'vault')
  const [header] = readHeaders(folder).readable
  const own = header?.slots.find(({ label }) => label === '吴倩')
  if (!header || !own) throw new Error('no such door')
  const hers = await unlockVault({
    folder,
    slotId: own.id,
    passphrase: ownPassphrase('吴倩'),
    mend: false,
  })
  if (!hers.ok) throw new Error('her own door')
  const wrapped = Buffer.alloc(157, 7).toString('base64')
  const claimed = {
    ...own,
    grants: [{ role: 'archive' as const, public: header.roles.archive ?? '', wrapped }],
  }
  const slots = header.slots.map((slot) => (slot === own ? claimed : slot))
  const forged = signHeader({ ...header, seq: header.seq + 1, slots }, hers.value.vmk)
  writeHeader(folder, forged, hers.value.vmk)

  const keeper = await openAs(morning, '冯岚')
  const id = await staffIdOf(keeper, '吴倩')
  const { logins } = await keeper.client.staff.logins()
  expect(
    logins.find(({ staffId }) => staffId === id),
    'a holder sees through it',
  ).toMatchObject({
    key: 'none',
  })
  await keeper.client.staff.revokeKey({ id: await staffIdOf(keeper, '何静') })
  const lines = await keeper.client.audit.list({ before: null, limit: 20 })
  expect(lines.map(({ action }) => action)).toContain('key.claim-refused')
  await keeper.lock()
  const lobby = await openAs(morning, '吴倩')
  expect(lobby.desk.open()?.keys.rolePrivate).toEqual({})
})
