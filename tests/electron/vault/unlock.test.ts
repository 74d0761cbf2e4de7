import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createVault } from '../../../electron/vault/create.ts'
import { readVaultState } from '../../../electron/vault/state.ts'
import { unlockVault, unlockWithRecovery } from '../../../electron/vault/unlock.ts'
import { got, makeTemplate, now, passphrase, ports, tempFolder } from './vault-template.ts'
import type { Template } from './vault-template.ts'

let vault: Template
beforeAll(async () => {
  vault = await makeTemplate()
})
afterAll(() => vault.remove())

const unlock = (typed: string, folder = vault.folder) =>
  unlockVault({ folder, slotId: vault.slotId, passphrase: typed })

test('the right passphrase opens the vault with the keys it was made with', async () => {
  const keys = got(await unlock(passphrase))
  expect(keys.dbk).toEqual(vault.keys.dbk)
  expect(keys.vmk).toEqual(vault.keys.vmk)
  expect(keys.rolePrivate.archive).toEqual(vault.keys.rolePrivate.archive)
  expect(keys.header).toBe('whole')
})

test.each(['春风又绿江南岸 2025', '', ' 春风又绿江南岸 2026', '春风又绿江南岸 2026 ', 'x'.repeat(5000)])(
  'a wrong passphrase opens nothing: %j',
  async (typed) => {
    expect(await unlock(typed)).toMatchObject({ ok: false, failure: { code: 'wrong-passphrase' } })
  },
)

test('full-width digits of an input method open the vault too', async () => {
  expect((await unlock('春风又绿江南岸 ２０２６')).ok).toBe(true)
})

test('both spellings of the recovery card open the vault', async () => {
  const { words, code } = vault.recovery
  expect(words).toHaveLength(24)
  for (const typed of [words.join(''), words.join(' '), code, code.toLowerCase().replaceAll('-', ' ')]) {
    const keys = got(await unlockWithRecovery({ folder: vault.folder, wordsOrCode: typed }))
    expect(keys.dbk).toEqual(vault.keys.dbk)
    expect(keys.rolePrivate.archive).toEqual(vault.keys.rolePrivate.archive)
  }
})

test('before unlock anyone sees the names at the door and nothing else', () => {
  const state = readVaultState(vault.folder)
  expect(state).toMatchObject({ kind: 'vault', vaultId: vault.keys.vaultId })
  const slots = state.kind === 'vault' ? state.slots : []
  expect(slots.map(({ kind, label }) => [kind, label])).toEqual([
    ['passphrase', '陈明'],
    ['recovery', ''],
  ])
})

test('no key and no passphrase stands in any file of the folder', () => {
  const { dbk, vmk, userPrivate, rolePrivate } = vault.keys
  const secrets = [dbk, vmk, userPrivate, rolePrivate.archive ?? Buffer.alloc(0)]
  const spellings = secrets.flatMap((key) => [key, key.toString('hex'), key.toString('base64')])
  for (const file of readdirSync(vault.folder)) {
    const bytes = readFileSync(join(vault.folder, file))
    for (const spelling of [...spellings, passphrase, vault.recovery.words.join('')])
      expect(bytes.includes(spelling), file).toBe(false)
  }
})

test('a folder that holds a vault is refused for a new one, and so is a damaged one', async () => {
  const plan = { folder: vault.folder, staffLabel: '王芳', passphrase, now, ...ports }
  expect(await createVault(plan)).toMatchObject({ failure: { code: 'refused', rule: 'folder-holds-vault' } })
  const folder = vault.copy()
  for (const file of ['header.a', 'header.b']) writeFileSync(join(folder, file), 'rubbish')
  expect(await createVault({ ...plan, folder })).toMatchObject({ failure: { rule: 'folder-holds-vault' } })
})

test('a creation that was cut off may start over', async () => {
  const folder = tempFolder()
  writeFileSync(join(folder, 'vault.db.new'), 'half')
  writeFileSync(join(folder, 'header.a'), readFileSync(join(vault.folder, 'header.a')))
  expect(readVaultState(folder)).toEqual({ kind: 'none' })
  got(await createVault({ folder, staffLabel: '王芳', passphrase, now, ...ports }))
  expect(readVaultState(folder).kind).toBe('vault')
})

test('a weak first passphrase is refused before anything is written', async () => {
  const folder = tempFolder()
  const answer = await createVault({ folder, staffLabel: '王芳', passphrase: '12345678', now, ...ports })
  expect(answer).toMatchObject({ failure: { rule: 'passphrase-weak', reasons: ['too-easy'] } })
  expect(readdirSync(folder)).toEqual([])
})
