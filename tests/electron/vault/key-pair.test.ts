import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPassphraseSlot } from '../../../electron/vault/change-slots.ts'
import { makeKeyPair, publicHalf, unwrapWith, wrapTo } from '../../../electron/vault/key-pair.ts'
import { unlockVault } from '../../../electron/vault/unlock.ts'
import type { VaultKeys } from '../../../electron/vault/vault-keys.ts'
import { got, makeTemplate, now, ports } from './vault-template.ts'
import type { Template } from './vault-template.ts'

const dossierKey = randomBytes(32)
const bound = 'dossier:17'

let vault: Template
let manager: VaultKeys
beforeAll(async () => {
  vault = await makeTemplate()
  const plan = { folder: vault.folder, keys: vault.keys, now, ...ports }
  const typed = '夜来风雨声 花落知多少'
  const { slotId } = got(await addPassphraseSlot({ ...plan, label: '王芳', passphrase: typed }))
  manager = got(await unlockVault({ folder: vault.folder, slotId, passphrase: typed }))
})
afterAll(() => vault.remove())

const seal = (keys: VaultKeys): Buffer => {
  const sealed = wrapTo(keys.rolePublic.archive ?? Buffer.alloc(0), dossierKey, bound, ports.random)
  if (!sealed) throw new Error('not sealed')
  return sealed
}

test('somebody without the archive key can seal, and then not open again with any key of the session', () => {
  const sealed = seal(manager)
  expect(sealed).toHaveLength(125)
  for (const key of [manager.userPrivate, manager.vmk, manager.dbk])
    expect(unwrapWith(key, sealed, bound)).toBeUndefined()
  expect(unwrapWith(vault.keys.rolePrivate.archive ?? Buffer.alloc(0), sealed, bound)).toEqual(dossierKey)
})

test('the same key sealed twice looks different each time', () => {
  expect(seal(manager).equals(seal(manager))).toBe(false)
})

test('a sealed key opens for its own dossier only, and not with one flipped bit', () => {
  const sealed = seal(manager)
  const archive = vault.keys.rolePrivate.archive ?? Buffer.alloc(0)
  expect(unwrapWith(archive, sealed, 'dossier:18')).toBeUndefined()
  for (let at = 0; at < sealed.length; at++) {
    const harmed = Buffer.from(sealed)
    harmed.writeUInt8(harmed.readUInt8(at) ^ 1, at)
    expect(unwrapWith(archive, harmed, bound), `byte ${at}`).toBeUndefined()
  }
})

test('bytes that are no key are refused without an error', () => {
  for (const bytes of [Buffer.alloc(0), Buffer.alloc(32), Buffer.alloc(65, 4), Buffer.alloc(32, 255)]) {
    expect(wrapTo(bytes, dossierKey, bound, ports.random)).toBeUndefined()
    expect(unwrapWith(bytes, seal(manager), bound)).toBeUndefined()
    expect(unwrapWith(makeKeyPair().private, bytes, bound)).toBeUndefined()
  }
  expect(publicHalf(Buffer.alloc(32))).toBeUndefined()
})
