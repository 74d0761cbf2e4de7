import { rmSync, truncateSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { openBook } from '../../../electron/session/open-book.ts'
import { unlockVault } from '../../../electron/vault/unlock.ts'
import type { VaultKeys } from '../../../electron/vault/vault-keys.ts'
import type { Result } from '../../../shared/result.ts'
import { failureFrom, openTestDesk, passphrase, type TestDesk } from '../../support/desk.ts'
import { fillToTheEnd } from '../../support/fill-disk.ts'
import { heldOpen, isForgotten } from '../../support/left-behind.ts'
import { smallDisk } from '../../support/small-disk.ts'
import { got } from '../vault/vault-template.ts'

vi.setConfig({ testTimeout: 60_000 })

const slotOf = async ({ client }: TestDesk): Promise<string> =>
  (await client.session.state()).doors[0]?.slotId ?? ''

const keysOf = async (desk: TestDesk): Promise<VaultKeys> => {
  const folder = join(desk.dataFolder, 'vault')
  return got(await unlockVault({ folder, slotId: await slotOf(desk), passphrase }))
}

const open = ({ desk, clock }: TestDesk, keys: VaultKeys): Promise<Result<null>> =>
  openBook(
    { desk, ports: desk.ports, now: clock.now() },
    { keys, book: 'main', samplePassphrase: null, action: 'session.unlocked' },
  )

test('an unlock that fails after the keys were found leaves no key, no open database and no idle clock behind', async () => {
  const made = await openTestDesk()
  await made.lock()
  // A wrong passphrase, so that there is something to write down; writing it down is where this unlock fails.
  let breaks = true
  const step = (name: string): void => {
    if (breaks && name === 'unwritten-handed-over') throw new Error('a bug')
  }
  const desk = await openTestDesk({ dataFolder: made.dataFolder, closed: true, step })
  const slotId = await slotOf(desk)
  await failureFrom(desk.client.session.unlock({ slotId, passphrase: '不是它', book: 'main' }))
  const keys = await keysOf(desk)
  await expect(open(desk, keys)).rejects.toThrow('a bug')
  expect(isForgotten(keys)).toBe(true)
  expect(heldOpen(desk.dataFolder)).toEqual([])
  // An idle clock of the session that never was would end this desk two seconds from now.
  desk.clock.advance(3 * 3_600_000)
  await new Promise((wake) => setTimeout(wake, 2100))
  expect(desk.exits).toEqual([])
  breaks = false
  await desk.client.session.unlock({ slotId, passphrase, book: 'main' })
  await desk.lock()
})

test('whose login was taken away is refused, and his keys are forgotten', async () => {
  const made = await openTestDesk()
  made.desk.open()?.db.run('UPDATE staff SET active = 0')
  await made.lock()
  const desk = await openTestDesk({ dataFolder: made.dataFolder, closed: true })
  const keys = await keysOf(desk)
  expect(await open(desk, keys)).toMatchObject({ failure: { rule: 'login-ended' } })
  expect(isForgotten(keys)).toBe(true)
  expect(heldOpen(desk.dataFolder)).toEqual([])
})

test('a disk that takes the opening and not its first line is read, like one without any room', async (context) => {
  const disk = smallDisk(context)
  const dataFolder = join(disk, 'data')
  const made = await openTestDesk({ dataFolder })
  await made.lock()
  rmSync(join(dataFolder, 'vault', 'reserve.bin'), { force: true })
  const filler = join(disk, 'somebody-elses-file')
  const seen = new Set<string | null>()
  // Which of them takes the one and not the other is the file system's affair: block by block one of them does.
  for (let left = 0; left <= 64 * 1024; left += 4096) {
    fillToTheEnd(filler)
    truncateSync(filler, statSync(filler).size - left)
    const desk = await openTestDesk({ dataFolder, closed: true })
    expect(await open(desk, await keysOf(desk)), `${left} bytes left`).toMatchObject({ ok: true })
    const { readOnly } = await desk.client.session.me()
    seen.add(readOnly)
    await desk.lock()
    expect(heldOpen(dataFolder)).toEqual([])
    rmSync(filler)
  }
  expect([...seen]).toEqual(['disk-full', null])
})
