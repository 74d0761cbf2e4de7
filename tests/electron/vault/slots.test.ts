import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addPassphraseSlot, changePassphrase, resetPassphrase } from '../../../electron/vault/change-slots.ts'
import { renewRecovery } from '../../../electron/vault/renew-recovery.ts'
import { readHeaders } from '../../../electron/vault/header-file.ts'
import { unlockVault, unlockWithRecovery } from '../../../electron/vault/unlock.ts'
import { got, makeTemplate, now, passphrase, ports } from './vault-template.ts'
import type { Template } from './vault-template.ts'

const hers = '夜来风雨声 花落知多少'

let vault: Template
let folder: string
beforeAll(async () => {
  vault = await makeTemplate()
})
afterAll(() => vault.remove())
beforeEach(() => {
  folder = vault.copy()
})

const change = () => ({ folder, keys: vault.keys, now: now + 1000, ...ports })
const unlock = (slotId: string, typed: string) => unlockVault({ folder, slotId, passphrase: typed })
const wrong = { ok: false, failure: { code: 'wrong-passphrase' } }

test('a second person gets a door of her own to the same data, and no archive key unless given', async () => {
  const { slotId } = got(await addPassphraseSlot({ ...change(), label: '王芳', passphrase: hers }))
  const keys = got(await unlock(slotId, hers))
  expect(keys.dbk).toEqual(vault.keys.dbk)
  expect(keys.rolePrivate).toEqual({})
  expect(keys.userPrivate).not.toEqual(vault.keys.userPrivate)
  expect(await unlock(slotId, passphrase)).toMatchObject(wrong)
  expect((await unlock(vault.slotId, passphrase)).ok).toBe(true)
})

test('a keeper gets the archive key from a holder, never from somebody without it', async () => {
  const keeper = got(
    await addPassphraseSlot({ ...change(), label: '李敏', passphrase: hers, roles: ['archive'] }),
  )
  const held = got(await unlock(keeper.slotId, hers))
  expect(held.rolePrivate.archive).toEqual(vault.keys.rolePrivate.archive)
  const poor = { ...vault.keys, rolePrivate: {} }
  const second = {
    ...change(),
    keys: poor,
    label: '赵强',
    passphrase: '白日依山尽 黄河入海流',
    roles: ['archive'] as const,
  }
  const { slotId } = got(await addPassphraseSlot(second))
  expect(got(await unlock(slotId, second.passphrase)).rolePrivate).toEqual({})
})

test('a changed passphrase is the only one that opens, and the person keeps the keys', async () => {
  const request = { ...change(), slotId: vault.slotId, next: hers }
  expect(await changePassphrase({ ...request, present: 'not this one at all' })).toMatchObject(wrong)
  got(await changePassphrase({ ...request, present: passphrase }))
  expect(await unlock(vault.slotId, passphrase)).toMatchObject(wrong)
  const keys = got(await unlock(vault.slotId, hers))
  expect(keys.userPrivate).toEqual(vault.keys.userPrivate)
  expect(keys.rolePrivate).toEqual(vault.keys.rolePrivate)
})

test('a weak new passphrase changes nothing', async () => {
  const answer = await changePassphrase({
    ...change(),
    slotId: vault.slotId,
    present: passphrase,
    next: 'woaini1314',
  })
  expect(answer).toMatchObject({ failure: { code: 'refused', rule: 'passphrase-weak' } })
  expect((await unlock(vault.slotId, passphrase)).ok).toBe(true)
})

test('the recovery card gives a forgotten door a new passphrase', async () => {
  const keys = got(await unlockWithRecovery({ folder, wordsOrCode: vault.recovery.code }))
  got(await resetPassphrase({ ...change(), keys, slotId: vault.slotId, next: hers }))
  expect(await unlock(vault.slotId, passphrase)).toMatchObject(wrong)
  const opened = got(await unlock(vault.slotId, hers))
  expect(opened.dbk).toEqual(vault.keys.dbk)
  expect(opened.rolePrivate.archive).toEqual(vault.keys.rolePrivate.archive)
})

test('a new recovery card makes the old one worthless', async () => {
  const card = got(await renewRecovery(change()))
  expect(card.words).not.toEqual(vault.recovery.words)
  expect((await unlockWithRecovery({ folder, wordsOrCode: card.words.join('') })).ok).toBe(true)
  expect(await unlockWithRecovery({ folder, wordsOrCode: vault.recovery.code })).toMatchObject(wrong)
  expect(readHeaders(folder).readable[0]?.slots.filter((slot) => slot.kind === 'recovery')).toHaveLength(1)
})

test('a card is made only by whoever holds every key it has to hold; else the old one stays', async () => {
  const poor = { ...vault.keys, rolePrivate: {} }
  expect(await renewRecovery({ ...change(), keys: poor })).toMatchObject({
    failure: { code: 'refused', rule: 'card-needs-archive-key' },
  })
  const keys = got(await unlockWithRecovery({ folder, wordsOrCode: vault.recovery.code }))
  expect(keys.rolePrivate.archive).toEqual(vault.keys.rolePrivate.archive)
})

test('changes made at the same time do not lose each other', async () => {
  const [first, second] = await Promise.all([
    addPassphraseSlot({ ...change(), label: '王芳', passphrase: hers }),
    addPassphraseSlot({ ...change(), label: '李敏', passphrase: '更上一层楼 欲穷千里目' }),
  ])
  expect((await unlock(got(first).slotId, hers)).ok).toBe(true)
  expect((await unlock(got(second).slotId, '更上一层楼 欲穷千里目')).ok).toBe(true)
  expect(readHeaders(folder).readable.map((header) => header.seq)).toEqual([3])
})

test('a door that is not there is named, not guessed', async () => {
  const request = { ...change(), slotId: '0123456789abcdef', next: hers }
  expect(await resetPassphrase(request)).toMatchObject({ failure: { code: 'not-found' } })
  expect(await changePassphrase({ ...request, present: passphrase })).toMatchObject({
    failure: { code: 'not-found' },
  })
})
