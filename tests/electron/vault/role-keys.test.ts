import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addPassphraseSlot } from '../../../electron/vault/change-slots.ts'
import { canonical } from '../../../electron/vault/canonical.ts'
import { deriveKey } from '../../../electron/vault/derive.ts'
import { readHeaders, writeHeader } from '../../../electron/vault/header-file.ts'
import { signHeader, slotBinding } from '../../../electron/vault/header.ts'
import type { Header, Slot } from '../../../electron/vault/header.ts'
import { stretch } from '../../../electron/vault/kdf.ts'
import { renewRecovery } from '../../../electron/vault/renew-recovery.ts'
import { makeKeyPair, publicHalf, unwrapWith, wrapTo } from '../../../electron/vault/key-pair.ts'
import { hasTakenUp, isHolder, makeGrant, signTurn, turnsOf } from '../../../electron/vault/role-keys.ts'
import { beginTurn, endTurn, grantRole, turnToEnd } from '../../../electron/vault/role-turn.ts'
import { passphraseBytes } from '../../../electron/vault/passphrase-text.ts'
import { unlockVault, unlockWithRecovery } from '../../../electron/vault/unlock.ts'
import type { VaultKeys } from '../../../electron/vault/vault-keys.ts'
import { wrap } from '../../../electron/vault/wrap.ts'
import { isForgotten } from '../../support/left-behind.ts'
import { got, makeTemplate, now, passphrase, ports } from './vault-template.ts'
import type { Template } from './vault-template.ts'

const feng = '夜来风雨声 花落知多少'
const he = '白日依山尽 黄河入海流'
const role = 'archive'
const roleKeyRefused = { failure: { code: 'damaged', part: 'role-key' } }

let vault: Template
let folder: string
beforeAll(async () => {
  vault = await makeTemplate()
})
afterAll(() => vault.remove())
beforeEach(() => {
  folder = vault.copy()
})

const change = (keys: VaultKeys = vault.keys) => ({ folder, keys, now: now + 1000, ...ports })
const settle = { now: now + 2000, random: ports.random }
const unlock = (slotId: string, typed: string) => unlockVault({ folder, slotId, passphrase: typed, settle })
const add = async (label: string, typed: string) =>
  got(await addPassphraseSlot({ ...change(), label, passphrase: typed })).slotId
const header = (): Header => {
  const [newest] = readHeaders(folder).readable
  if (!newest) throw new Error('no header')
  return newest
}
const slotOf = (id: string): Slot => {
  const slot = header().slots.find((each) => each.id === id)
  if (!slot) throw new Error('no such slot')
  return slot
}
const give = (slotId: string, keys = vault.keys) => grantRole({ ...change(keys), role, slotId })
/** A whole rotation by a holder, as the desk does it. */
const rotate = (keys: VaultKeys, without: readonly string[] = []): VaultKeys => {
  const turn = got(beginTurn({ ...change(keys), role, without }))
  return got(endTurn({ ...change(keys), turn }))
}
const plant = (forged: Omit<Header, 'mac'>): void =>
  writeHeader(folder, signHeader({ ...forged, seq: header().seq + 1 }, vault.keys.vmk), vault.keys.vmk)

test('a holder gives the archive key, and the next unlock moves it into the payload under a fresh salt', async () => {
  const id = await add('冯岚', feng)
  got(give(id))
  const before = slotOf(id)
  expect([isHolder(header(), before, role), hasTakenUp(header(), before, role)]).toEqual([true, false])
  const keys = got(await unlock(id, feng))
  expect(keys.rolePrivate.archive).toEqual(vault.keys.rolePrivate.archive)
  const after = slotOf(id)
  expect(after).toMatchObject({ roles: [role] })
  expect(after.grants).toBeUndefined()
  expect(after.kdf.salt).not.toBe(before.kdf.salt)
  expect(got(await unlock(id, feng)).rolePrivate.archive).toEqual(vault.keys.rolePrivate.archive)
})

test('nobody gives a key he does not hold, and giving it twice is giving it once', async () => {
  const [keeper, lobby] = [await add('冯岚', feng), await add('吴倩', he)]
  const poor = got(await unlock(lobby, he))
  expect(give(lobby, poor)).toMatchObject({ failure: { code: 'refused', rule: 'needs-archive-key' } })
  expect(beginTurn({ ...change(poor), role, without: [] })).toMatchObject({
    failure: { rule: 'needs-archive-key' },
  })
  got(give(keeper))
  got(give(keeper))
  expect(slotOf(keeper).grants).toHaveLength(1)
})

test('a grant serves one slot only: copied to a colleague it opens nothing', async () => {
  const [keeper, lobby] = [await add('冯岚', feng), await add('吴倩', he)]
  got(give(keeper))
  const { grants } = slotOf(keeper)
  plant({
    ...header(),
    slots: header().slots.map((slot) => (slot.id === lobby ? { ...slot, grants } : slot)),
  })
  expect(got(await unlock(lobby, he)).rolePrivate).toEqual({})
})

test('the whole memory of keys of somebody without the role opens nothing that was wrapped for the archive', async () => {
  const id = await add('李理财', he)
  const keys = got(await unlock(id, he))
  const target = keys.rolePublic.archive
  if (!target) throw new Error('everybody knows the public half')
  const sealed = wrapTo(target, ports.random(32), 'dossier', ports.random)
  if (!sealed) throw new Error('the public half is a key')
  for (const key of [keys.vmk, keys.dbk, keys.userPrivate, ...Object.values(keys.rolePrivate)])
    expect(unwrapWith(key, sealed, 'dossier')).toBeUndefined()
  const archive = vault.keys.rolePrivate.archive
  expect(archive && unwrapWith(archive, sealed, 'dossier')).toHaveLength(32)
})

test('who is left out of a rotation keeps everything but the key', async () => {
  const id = await add('冯岚', feng)
  got(give(id))
  const hers = got(await unlock(id, feng))
  const next = rotate(hers, [vault.slotId])
  expect(next.rolePublic.archive).not.toEqual(hers.rolePublic.archive)
  const first = got(await unlock(vault.slotId, passphrase))
  expect(first.rolePrivate).toEqual({})
  expect(first.dbk).toEqual(vault.keys.dbk)
  expect(slotOf(vault.slotId).roles).toEqual([])
  expect(got(await unlock(id, feng)).rolePrivate.archive).toEqual(next.rolePrivate.archive)
  expect((await unlock(vault.slotId, feng)).ok).toBe(false)
})

test('a holder who was away for two rotations climbs to the present key, and so does the recovery card', async () => {
  const [keeper, deputy] = [await add('冯岚', feng), await add('何静', he)]
  got(give(keeper))
  got(give(deputy))
  got(await unlock(deputy, he))
  const first = got(await unlock(keeper, feng))
  const last = rotate(rotate(first, [vault.slotId]))
  expect(turnsOf(header(), role)).toHaveLength(2)
  expect(got(await unlock(deputy, he)).rolePrivate.archive).toEqual(last.rolePrivate.archive)
  const card = got(await unlockWithRecovery({ folder, wordsOrCode: vault.recovery.code }))
  expect(card.rolePrivate.archive).toEqual(last.rolePrivate.archive)
  got(await unlock(keeper, feng))
  got(await unlock(vault.slotId, passphrase))
  got(await renewRecovery(change(last)))
  rotate(last)
  expect(turnsOf(header(), role), 'what nobody has to climb any more is left out').toHaveLength(1)
})

describe('a public key that somebody with a login put in place', () => {
  const evil = makeKeyPair()
  const swapped = { roles: { archive: evil.public.toString('base64') } }
  const opened: VaultKeys[] = []
  beforeEach(() => void opened.splice(0))
  const watched = (slotId: string, typed: string) =>
    unlockVault({ folder, slotId, passphrase: typed, settle, onForged: (keys) => opened.push(keys) })

  test('alone is refused to its holder, whose keys are lent to write that down and are gone then', async () => {
    plant({ ...header(), ...swapped })
    let lent = Buffer.alloc(0)
    const onForged = (keys: VaultKeys): void => {
      opened.push(keys)
      lent = Buffer.from(keys.dbk)
    }
    const tried = await unlockVault({ folder, slotId: vault.slotId, passphrase, settle, onForged })
    expect(tried).toMatchObject(roleKeyRefused)
    expect(lent).toEqual(vault.keys.dbk)
    expect(opened.map(isForgotten)).toEqual([true])
  })

  test('with a chain made with the master key instead of the role key is refused', async () => {
    const old = header().roles.archive ?? ''
    const turn = signTurn(vault.keys.vaultId, role, vault.keys.vmk, {
      old,
      new: swapped.roles.archive,
      at: now,
    })
    const slots = header().slots.map((slot) => ({
      ...slot,
      grants: [makeGrant({ vaultId: vault.keys.vaultId, slot }, role, evil.private, ports.random)],
    }))
    plant({ ...header(), ...swapped, slots, turns: { archive: [turn] } })
    expect(await watched(vault.slotId, passphrase)).toMatchObject(roleKeyRefused)
    expect(await unlockWithRecovery({ folder, wordsOrCode: vault.recovery.code })).toMatchObject(
      roleKeyRefused,
    )
  })

  test('at the end of a genuine chain is refused to whoever climbs it', async () => {
    const id = await add('冯岚', feng)
    got(give(id))
    const hers = got(await unlock(id, feng))
    const { roles } = header()
    rotate(hers)
    const genuine = turnsOf(header(), role)
    const last = {
      old: genuine[0]?.new ?? '',
      new: swapped.roles.archive,
      at: now,
      mac: genuine[0]?.mac ?? '',
    }
    plant({ ...header(), ...swapped, turns: { archive: [...genuine, last] } })
    expect(await watched(vault.slotId, passphrase)).toMatchObject(roleKeyRefused)
    expect(roles.archive).not.toBe(header().roles.archive)
  })
})

test('a rotation cut off between its halves is ended by a holder; until then the old key is in force', async () => {
  const id = await add('冯岚', feng)
  got(give(id))
  const hers = got(await unlock(id, feng))
  const turn = got(beginTurn({ ...change(hers), role, without: [vault.slotId] }))
  expect(got(await unlock(vault.slotId, passphrase)).rolePrivate.archive).toEqual(turn.oldPrivate)
  expect(got(turnToEnd({ ...change(), role })), 'who is left out can not end it').toBeUndefined()
  const again = got(await unlock(id, feng))
  expect(again.rolePrivate.archive).toEqual(turn.oldPrivate)
  const found = got(turnToEnd({ ...change(again), role }))
  expect(found?.newPrivate).toEqual(turn.newPrivate)
  if (found) got(endTurn({ ...change(again), turn: found }))
  expect(got(await unlock(id, feng)).rolePrivate.archive).toEqual(turn.newPrivate)
  expect(got(await unlock(vault.slotId, passphrase)).rolePrivate).toEqual({})
  expect(beginTurn({ ...change(again), role, without: [] })).toMatchObject({
    failure: { rule: 'needs-archive-key' },
  })
})

// A vault of the first version: nothing in it says which key a payload holds.
const firstVersion = async (): Promise<void> => {
  const old = slotOf(vault.slotId)
  const kdf = { ...old.kdf, salt: ports.random(16).toString('base64') }
  const bound = { id: old.id, kind: old.kind, roles: old.roles, kdf, publicKey: old.publicKey }
  const stretched = await stretch(passphraseBytes(passphrase), kdf)
  const kek = deriveKey(stretched, Buffer.from(kdf.salt, 'base64'), 'kek')
  const text = canonical({
    vmk: vault.keys.vmk.toString('base64'),
    user: vault.keys.userPrivate.toString('base64'),
    roles: { archive: vault.keys.rolePrivate.archive?.toString('base64') },
  })
  const wrapped = wrap(kek, Buffer.from(text), slotBinding(header().vid, bound), ports.random).toString(
    'base64',
  )
  const slot = { ...bound, label: old.label, wrapped, created: old.created, rotated: old.rotated }
  plant({ ...header(), slots: header().slots.map((each) => (each.id === old.id ? slot : each)) })
}

test('a vault made before roles could change hands opens, gives its key and rotates it', async () => {
  await firstVersion()
  expect(slotOf(vault.slotId).held).toBeUndefined()
  const keys = got(await unlock(vault.slotId, passphrase))
  expect(keys.rolePrivate.archive).toEqual(vault.keys.rolePrivate.archive)
  const next = rotate(rotate(keys))
  expect(got(await unlock(vault.slotId, passphrase)).rolePrivate.archive).toEqual(next.rolePrivate.archive)
  const half = publicHalf(next.rolePrivate.archive ?? Buffer.alloc(0))?.toString('base64')
  expect(slotOf(vault.slotId).held?.archive).toBe(half)
})
