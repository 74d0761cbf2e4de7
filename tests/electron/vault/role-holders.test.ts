import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addPassphraseSlot, resetPassphrase } from '../../../electron/vault/change-slots.ts'
import { readHeaders, writeHeader } from '../../../electron/vault/header-file.ts'
import { signHeader } from '../../../electron/vault/header.ts'
import type { Grant, Header, Slot } from '../../../electron/vault/header.ts'
import { makeKeyPair } from '../../../electron/vault/key-pair.ts'
import { renewRecovery } from '../../../electron/vault/renew-recovery.ts'
import { isListed } from '../../../electron/vault/role-holders.ts'
import { isHolder, makeGrant, turnsOf } from '../../../electron/vault/role-keys.ts'
import { beginTurn, endTurn, grantRole, listSelf } from '../../../electron/vault/role-turn.ts'
import { unlockVault, unlockWithRecovery } from '../../../electron/vault/unlock.ts'
import type { VaultKeys } from '../../../electron/vault/vault-keys.ts'
import { got, makeTemplate, now, passphrase, ports } from './vault-template.ts'
import type { Template } from './vault-template.ts'

// What a colleague writes into the header with the master key his own slot gives him.

const feng = '夜来风雨声 花落知多少'
const wu = '两个黄鹂鸣翠柳 一行白鹭'
const role = 'archive'

let template: Template
let keeper: string
let lobby: string
let folder: string

const change = (keys: VaultKeys = template.keys) => ({ folder, keys, now: now + 1000, ...ports })
const settle = { now: now + 2000, random: ports.random }
const unlock = async (slotId: string, typed: string) =>
  got(await unlockVault({ folder, slotId, passphrase: typed, settle }))
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
const plant = (forged: Omit<Header, 'mac'>): void =>
  writeHeader(folder, signHeader({ ...forged, seq: header().seq + 1 }, template.keys.vmk), template.keys.vmk)
const withSlot = (id: string, part: Partial<Slot>): Header => ({
  ...header(),
  slots: header().slots.map((slot) => (slot.id === id ? { ...slot, ...part } : slot)),
})
const rotate = (keys: VaultKeys, without: readonly string[] = []): VaultKeys => {
  const turn = got(beginTurn({ ...change(keys), role, without }))
  return got(endTurn({ ...change(keys), turn }))
}
const archiveOf = (keys: VaultKeys): Buffer => {
  const half = keys.rolePrivate.archive
  if (!half) throw new Error('no archive key')
  return half
}
const claim = (): Grant => ({
  role,
  public: header().roles.archive ?? '',
  wrapped: Buffer.alloc(157, 7).toString('base64'),
})

beforeAll(async () => {
  template = await makeTemplate()
  folder = template.folder
  const add = async (label: string, typed: string) =>
    got(await addPassphraseSlot({ ...change(), label, passphrase: typed })).slotId
  keeper = await add('冯岚', feng)
  lobby = await add('吴倩', wu)
  got(grantRole({ ...change(), role, slotId: keeper }))
  await unlock(keeper, feng)
})
afterAll(() => template.remove())
beforeEach(() => {
  folder = template.copy()
})

test('a rotation gives the new key to those who were given the old one, and to nobody who only says so', async () => {
  plant(withSlot(lobby, { grants: [claim()] }))
  expect(isHolder(header(), slotOf(lobby), role)).toBe(true)
  const hers = await unlock(keeper, feng)
  const turn = got(beginTurn({ ...change(hers), role, without: [template.slotId] }))
  expect(turn.unlisted).toEqual([lobby])
  expect([...turn.leftOut].toSorted()).toEqual([lobby, template.slotId].toSorted())
  got(endTurn({ ...change(hers), turn }))
  expect((await unlock(lobby, wu)).rolePrivate).toEqual({})
  expect(archiveOf(await unlock(keeper, feng))).toEqual(turn.newPrivate)
  const card = got(await unlockWithRecovery({ folder, wordsOrCode: template.recovery.code }))
  expect(archiveOf(card)).toEqual(turn.newPrivate)
})

test('a payload that says it holds the key, and a keeper’s place with another public key, get nothing either', async () => {
  const evil = makeKeyPair()
  const mine = { roles: [role], held: { archive: header().roles.archive ?? '' } } as const
  plant(withSlot(lobby, { roles: [...mine.roles], held: mine.held }))
  plant(withSlot(keeper, { publicKey: evil.public.toString('base64') }))
  const turn = got(beginTurn({ ...change(), role, without: [] }))
  expect([...turn.unlisted].toSorted()).toEqual([keeper, lobby].toSorted())
  expect(
    header()
      .slots.filter(({ grants }) => grants)
      .map(({ id }) => id),
  ).not.toContain(lobby)
})

test('a list written without the key is no list: nobody is on it', () => {
  const lists = header().holders?.archive ?? []
  const { id, publicKey } = slotOf(lobby)
  const forged = lists.map((list) => ({ ...list, slots: [...list.slots, { id, publicKey }] }))
  plant({ ...header(), holders: { archive: forged } })
  for (const slot of header().slots)
    expect(isListed(header(), slot, role, archiveOf(template.keys))).toBe(false)
  expect(beginTurn({ ...change(), role, without: [] })).toMatchObject({
    failure: { rule: 'card-not-listed' },
  })
})

test('a reset by the card or by a holder renews the key of those on the list, and of nobody who only says so', async () => {
  plant(withSlot(lobby, { grants: [claim()] }))
  const card = got(await unlockWithRecovery({ folder, wordsOrCode: template.recovery.code }))
  for (const keys of [card, template.keys]) {
    got(await resetPassphrase({ ...change(keys), slotId: lobby, next: wu }))
    expect((await unlock(lobby, wu)).rolePrivate).toEqual({})
    got(await resetPassphrase({ ...change(keys), slotId: keeper, next: feng }))
    const again = await unlock(keeper, feng)
    expect(archiveOf(again)).toEqual(archiveOf(template.keys))
    expect(isListed(header(), slotOf(keeper), role, archiveOf(again)), 'with the new public key').toBe(true)
  }
})

test('whoever said he holds the key can still be given it, and then has it', async () => {
  plant(withSlot(lobby, { grants: [claim()] }))
  got(grantRole({ ...change(), role, slotId: lobby }))
  expect(archiveOf(await unlock(lobby, wu))).toEqual(archiveOf(template.keys))
  expect(isListed(header(), slotOf(lobby), role, archiveOf(template.keys))).toBe(true)
})

test('a header without a list: each holder names himself, a new card is named by its maker, then the key is changed', async () => {
  const { holders: _holders, ...bare } = header()
  plant(bare)
  expect(beginTurn({ ...change(), role, without: [] })).toMatchObject({
    failure: { rule: 'card-not-listed' },
  })
  const hers = await unlock(keeper, feng)
  expect(got(listSelf(change(hers)))).toEqual([role])
  expect(got(listSelf(change(hers)))).toEqual([])
  expect(got(listSelf(change(await unlock(lobby, wu)))), 'without the key there is nothing to name').toEqual(
    [],
  )
  const card = got(await renewRecovery(change(hers)))
  const next = rotate(hers)
  expect(archiveOf(await unlock(keeper, feng))).toEqual(archiveOf(next))
  expect(
    (await unlock(template.slotId, passphrase)).rolePrivate,
    'who had not come back is left out',
  ).toEqual({})
  const opened = got(await unlockWithRecovery({ folder, wordsOrCode: card.code }))
  expect(archiveOf(opened)).toEqual(archiveOf(next))
})

describe('a keeper who missed a rotation without her', () => {
  const grantedTo = (id: string, rolePrivate: Uint8Array): Header =>
    withSlot(id, {
      grants: [
        makeGrant({ vaultId: template.keys.vaultId, slot: slotOf(id) }, role, rolePrivate, ports.random),
      ],
    })

  test('does not follow a key somebody put at the end of the chain: the old one is given up, no other taken', async () => {
    rotate(template.keys, [keeper])
    const evil = makeKeyPair()
    const planted = evil.public.toString('base64')
    const last = { old: header().roles.archive ?? '', new: planted, at: now, mac: 'AAAA' }
    const turns = { archive: [...turnsOf(header(), role), last] }
    plant({ ...grantedTo(keeper, evil.private), roles: { archive: planted }, turns })
    expect(await unlock(keeper, feng)).toMatchObject({ rolePrivate: {}, lost: [role] })
    expect(slotOf(keeper).grants, 'what was planted goes with it').toBeUndefined()
    expect(await unlock(keeper, feng)).toMatchObject({ rolePrivate: {}, lost: [] })
  })

  test('is given the present key again once she has given up the old one, and not before', async () => {
    const next = rotate(template.keys, [keeper])
    const give = () => grantRole({ ...change(next), role, slotId: keeper })
    expect(give()).toMatchObject({ failure: { rule: 'old-key-first' } })
    expect(await unlock(keeper, feng)).toMatchObject({ rolePrivate: {}, lost: [role] })
    got(give())
    expect(archiveOf(await unlock(keeper, feng))).toEqual(archiveOf(next))
  })

  test('without a key takes up only a grant whose list names her, with her public key', async () => {
    const next = rotate(template.keys, [keeper])
    await unlock(keeper, feng)
    plant(grantedTo(keeper, archiveOf(next)))
    expect((await unlock(keeper, feng)).rolePrivate).toEqual({})
  })
})
