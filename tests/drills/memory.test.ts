import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { readVaultState } from '../../electron/vault/state.ts'
import { unlockVault } from '../../electron/vault/unlock.ts'
import { tempFolder } from '../support/desk.ts'
import { hitsIn, showsMemory } from '../support/memory-of.ts'

const typed = {
  name: '周敏',
  passphrase: 'Wanfeng-chui-guo-1937-hedian',
  pin: '408617',
  marker: '钟离未央',
}

const keysAfter = async (folder: string) => {
  const state = readVaultState(folder)
  const slotId = state.kind === 'vault' ? (state.slots[0]?.id ?? '') : ''
  const keys = await unlockVault({ folder, slotId, passphrase: typed.passphrase })
  if (!keys.ok) throw new Error('the vault does not open')
  return keys.value
}

const forms = (name: string, key: Buffer): Record<string, Buffer> => ({
  [name]: key,
  [`${name} in hex`]: Buffer.from(key.toString('hex')),
  [`${name} in base64`]: Buffer.from(key.toString('base64')),
})

it('leaves in the host, after the lock, the quick door’s secret and no key, passphrase or name (check K14)', async () => {
  const dataFolder = tempFolder()
  const typedFile = join(tempFolder(), 'typed.json')
  writeFileSync(typedFile, JSON.stringify(typed))
  const entry = fileURLToPath(new URL('quiet-host.ts', import.meta.url))
  const host = fork(entry, [dataFolder, typedFile], { serialization: 'advanced' })
  const pid = host.pid ?? 0
  let seen = { desk: 0, isUp: false }
  const desks = new Set<number>()
  host.on('message', (said) => {
    seen = said as typeof seen
    desks.add(seen.desk)
  })
  // The first desk has worked and locked; the second one waits at the door.
  await expect
    .poll(() => existsSync(`${typedFile}.done`) && desks.size > 1 && seen.isUp, { timeout: 20_000 })
    .toBe(true)
  const [first = 0] = desks
  expect(existsSync(`/proc/${first}`)).toBe(false)

  // Where no process shows its memory there is nothing to look at; what was reached so far holds everywhere.
  if (showsMemory(pid)) {
    const keys = await keysAfter(join(dataFolder, 'vault'))
    const secret = readFileSync(`${typedFile}.done`)
    const { quick, ...others } = hitsIn(pid, {
      ...forms('master key', keys.vmk),
      ...forms('data key', keys.dbk),
      ...forms('own key', keys.userPrivate),
      'archive key': keys.rolePrivate.archive ?? Buffer.alloc(32),
      passphrase: Buffer.from(typed.passphrase),
      'passphrase in two bytes': Buffer.from(typed.passphrase, 'utf16le'),
      marker: Buffer.from(typed.marker),
      'marker in two bytes': Buffer.from(typed.marker, 'utf16le'),
      quick: secret,
    })
    expect(Object.entries(others).filter(([, hits]) => hits > 0)).toEqual([])
    expect(quick).toBeGreaterThan(0)
  }
  const gone = once(host, 'exit')
  host.send('end')
  await gone
}, 60_000)
