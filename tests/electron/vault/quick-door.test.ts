import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addPassphraseSlot, changePassphrase, resetPassphrase } from '../../../electron/vault/change-slots.ts'
import {
  hangQuickDoor,
  keepOnlyQuickDoors,
  quickDoors,
  quickFile,
  takeOffQuickDoor,
  unlockByPin,
} from '../../../electron/vault/quick-door.ts'
import { unlockVault } from '../../../electron/vault/unlock.ts'
import { got, makeTemplate, now, passphrase, ports, type Template } from './vault-template.ts'

const pin = '408617'
const secret = randomBytes(32)
const wrong = { ok: false, failure: { code: 'wrong-passphrase' } }

let vault: Template
let folder: string
beforeAll(async () => {
  vault = await makeTemplate()
})
afterAll(() => vault.remove())
beforeEach(async () => {
  folder = vault.copy()
  await hang()
})

const change = () => ({ folder, keys: vault.keys, now: now + 1000, ...ports })
const hang = (keys = vault.keys) =>
  hangQuickDoor({ folder, keys, pin, secret, proved: now, random: ports.random })
const open = (typed = pin, held: Uint8Array = secret, slotId = vault.slotId) =>
  unlockByPin({ folder, slotId, pin: typed, secret: held })
const path = () => join(folder, quickFile)

test('PIN and secret together give exactly the keys of the passphrase', async () => {
  const keys = got(await open())
  expect(keys).toEqual(got(await unlockVault({ folder, slotId: vault.slotId, passphrase })))
})

test('neither half opens alone', async () => {
  expect(await open('408618')).toMatchObject(wrong)
  expect(await open(pin, randomBytes(32))).toMatchObject(wrong)
})

test('the file holds no key in the clear and not the secret', () => {
  const text = readFileSync(path(), 'utf8')
  for (const key of [vault.keys.vmk, vault.keys.dbk, vault.keys.userPrivate, secret])
    for (const form of ['hex', 'base64'] as const) expect(text).not.toContain(key.toString(form))
  expect(text).not.toContain(pin)
})

test('a door stands for its own person only, and each of several for itself', async () => {
  const hers = '夜来风雨声 花落知多少'
  const { slotId } = got(await addPassphraseSlot({ ...change(), label: '王芳', passphrase: hers }))
  await hang(got(await unlockVault({ folder, slotId, passphrase: hers })))
  expect([...quickDoors(folder).keys()].toSorted()).toEqual([vault.slotId, slotId].toSorted())
  expect(got(await open(pin, secret, slotId)).rolePrivate).toEqual({})
  takeOffQuickDoor(folder, slotId)
  expect(await open(pin, secret, slotId)).toMatchObject({ ok: false, failure: { code: 'not-found' } })
  expect((await open()).ok).toBe(true)
  keepOnlyQuickDoors(folder, [])
  expect(existsSync(path())).toBe(false)
})

test('a changed or reset passphrase leaves a door without a slot, also when the old file is put back', async () => {
  const kept = readFileSync(path())
  got(
    await changePassphrase({
      ...change(),
      slotId: vault.slotId,
      present: passphrase,
      next: '白日依山尽 黄河入海流',
    }),
  )
  writeFileSync(path(), kept)
  expect(quickDoors(folder).size).toBe(0)
  expect(await open()).toMatchObject(wrong)
  await hang()
  got(await resetPassphrase({ ...change(), slotId: vault.slotId, next: '欲穷千里目 更上一层楼' }))
  expect(quickDoors(folder).size).toBe(0)
  expect(await open()).toMatchObject(wrong)
})

test('an edited line opens nothing: neither a later time nor a cheaper cost nor another slot', async () => {
  const file = JSON.parse(readFileSync(path(), 'utf8')) as { entries: Record<string, unknown>[] }
  const [entry] = file.entries
  const edits: Record<string, unknown>[] = [
    { proved: now + 3_600_000 },
    { kdf: { ...(entry?.['kdf'] as object), t: 4 } },
    { slot: randomBytes(32).toString('base64') },
  ]
  for (const edit of edits) {
    writeFileSync(path(), JSON.stringify({ ...file, entries: [{ ...entry, ...edit }] }))
    expect(await open()).toMatchObject(wrong)
  }
  writeFileSync(path(), '{"fmt":"ZYQ1","entries":[{}]}')
  expect(quickDoors(folder).size).toBe(0)
})
