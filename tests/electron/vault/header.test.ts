import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { canonical } from '../../../electron/vault/canonical.ts'
import { decodeCopy, encodeCopy } from '../../../electron/vault/header-copy.ts'
import { readHeaders, writeHeader } from '../../../electron/vault/header-file.ts'
import { signHeader } from '../../../electron/vault/header.ts'
import type { Header } from '../../../electron/vault/header.ts'
import { readVaultState } from '../../../electron/vault/state.ts'
import { unlockVault } from '../../../electron/vault/unlock.ts'
import { got, makeTemplate, passphrase } from './vault-template.ts'
import type { Template } from './vault-template.ts'

let vault: Template
let folder: string
let header: Header

beforeAll(async () => {
  vault = await makeTemplate()
})
afterAll(() => vault.remove())
beforeEach(() => {
  folder = vault.copy()
  const [only] = readHeaders(folder).readable
  if (!only) throw new Error('the template has no header')
  header = only
})

const at = (file: 'header.a' | 'header.b') => join(folder, file)
const unlock = () => unlockVault({ folder, slotId: vault.slotId, passphrase })
/** Both copies hold the same well-formed header, hashed anew but not authenticated. */
const plant = (forged: Header): void => {
  for (const file of ['header.a', 'header.b'] as const) writeFileSync(at(file), encodeCopy(forged))
}

test('two equal copies of the header lie in the folder', () => {
  expect(readFileSync(at('header.a')).equals(readFileSync(at('header.b')))).toBe(true)
})

test('every flipped bit of a copy makes it unreadable', () => {
  const bytes = readFileSync(at('header.a'))
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const place = bit >> 3
    bytes.writeUInt8(bytes.readUInt8(place) ^ (1 << (bit & 7)), place)
    expect(decodeCopy(bytes).state === 'read', `bit ${bit}`).toBe(false)
    bytes.writeUInt8(bytes.readUInt8(place) ^ (1 << (bit & 7)), place)
  }
  expect(decodeCopy(bytes).state).toBe('read')
})

test('a write torn at any point leaves one whole copy, old or new', () => {
  const next = signHeader({ ...header, seq: 2 }, vault.keys.vmk)
  const bytes = encodeCopy(next)
  for (let length = 0; length <= bytes.length; length += 7) {
    writeFileSync(at('header.b'), bytes.subarray(0, length))
    const { readable } = readHeaders(folder)
    expect(readable[0]?.seq).toBe(1)
    expect(readable).toHaveLength(1)
  }
  writeFileSync(at('header.b'), bytes)
  expect(readHeaders(folder).readable.map((copy) => copy.seq)).toEqual([2, 1])
})

test.each(['header.a', 'header.b'] as const)(
  'without %s the vault opens from the other copy and mends it',
  async (file) => {
    rmSync(at(file))
    expect(got(await unlock()).header).toBe('mended')
    expect(got(await unlock()).header).toBe('whole')
  },
)

test('without a readable copy the vault says it is damaged and no new one is made', async () => {
  for (const file of ['header.a', 'header.b'] as const) writeFileSync(at(file), 'ZYH1')
  expect(readVaultState(folder)).toEqual({ kind: 'damaged', part: 'header' })
  expect(await unlock()).toMatchObject({ failure: { code: 'damaged', part: 'header' } })
})

test('a header of a newer program is named as such and not touched', async () => {
  const body = canonical({ ...header, v: 2 })
  const spelled = encodeCopy(JSON.parse(body))
  for (const file of ['header.a', 'header.b'] as const) writeFileSync(at(file), spelled)
  expect(readVaultState(folder)).toEqual({ kind: 'newer' })
  expect(await unlock()).toMatchObject({ failure: { code: 'newer-version' } })
  expect(readFileSync(at('header.a')).equals(spelled)).toBe(true)
})

const edits: readonly (readonly [string, (header: Header) => Header])[] = [
  ['a longer idle time', (h) => ({ ...h, policy: { ...h.policy, idleMinutes: 15 } })],
  ['a higher sequence', (h) => ({ ...h, seq: 99 })],
  ['another name at the door', (h) => ({ ...h, slots: h.slots.map((slot) => ({ ...slot, label: '王芳' })) })],
  ['a removed recovery slot', (h) => ({ ...h, slots: h.slots.slice(0, 1) })],
  ['another archive key', (h) => ({ ...h, roles: { archive: h.slots[0]?.publicKey ?? '' } })],
  ['another title', (h) => ({ ...h, title: { bank: '别的银行', branch: '' } })],
]

test.each(edits)('%s planted in both copies is refused', async (_what, edit) => {
  plant(edit(header))
  expect(await unlock()).toMatchObject({ failure: { code: 'damaged', part: 'header' } })
})

test.each(edits)('%s planted in one copy loses against the genuine other', async (_what, edit) => {
  writeFileSync(at('header.a'), encodeCopy(edit({ ...header, seq: 50 })))
  const keys = got(await unlock())
  expect(keys.policy).toEqual(header.policy)
  expect(keys.header).toBe('mended')
  expect(readHeaders(folder).readable).toEqual([header])
})

test('a slot whose key role, cost or id was edited opens nothing', async () => {
  const edit = (change: Partial<Header['slots'][number]>): Header => ({
    ...header,
    slots: header.slots.map((slot) => (slot.id === vault.slotId ? { ...slot, ...change } : slot)),
  })
  const [own, card] = header.slots
  if (!own || !card) throw new Error('the template has two slots')
  const forged = [
    edit({ roles: [] }),
    edit({ kdf: { ...own.kdf, t: 4 } }),
    edit({ publicKey: card.publicKey }),
    edit({ wrapped: card.wrapped, kdf: card.kdf }),
  ]
  for (const planted of forged) {
    plant(planted)
    expect(await unlock()).toMatchObject({ failure: { code: 'wrong-passphrase' } })
  }
})

test('a slot carried over from another vault opens nothing', async () => {
  const other = await makeTemplate()
  const foreign = readHeaders(other.folder).readable[0]?.slots.find((slot) => slot.id === other.slotId)
  other.remove()
  if (!foreign) throw new Error('the other vault has its slot')
  plant({ ...header, slots: [foreign, ...header.slots] })
  const answer = await unlockVault({ folder, slotId: foreign.id, passphrase })
  expect(answer).toMatchObject({ failure: { code: 'wrong-passphrase' } })
})

test('a swapped public archive key signed by an insider is noticed by its holder', async () => {
  const swapped = { ...header, seq: 2, roles: { archive: header.slots[0]?.publicKey ?? '' } }
  writeHeader(folder, signHeader(swapped, vault.keys.vmk), vault.keys.vmk)
  expect(await unlock()).toMatchObject({ failure: { code: 'damaged', part: 'role-key' } })
})

test.each([
  ['8 KiB of memory', { m: 8 }],
  ['4 TiB of memory', { m: 2 ** 32 }],
  ['no pass', { t: 0 }],
  ['no lane', { p: 0 }],
  ['a thousand lanes', { p: 1000 }],
  ['a cost that is text', { m: '65536' }],
  ['a cost that is no number', { m: null }],
])('a header asking for %s is refused before anything is computed', async (_what, cost) => {
  const slots = header.slots.map((slot) => ({ ...slot, kdf: { ...slot.kdf, ...cost } }))
  plant(JSON.parse(JSON.stringify({ ...header, slots })))
  expect(await unlock()).toMatchObject({ failure: { code: 'damaged', part: 'header' } })
  expect(readVaultState(folder)).toEqual({ kind: 'damaged', part: 'header' })
})

test('a header write that reads back differently stops before the second copy', () => {
  copyFileSync(at('header.a'), join(folder, 'kept'))
  const next = signHeader({ ...header, seq: 2 }, Buffer.alloc(32, 1))
  expect(() => writeHeader(folder, next, vault.keys.vmk)).toThrow('reads back differently')
  const states = [readFileSync(at('header.a')), readFileSync(at('header.b'))]
  expect(states.filter((bytes) => bytes.equals(readFileSync(join(folder, 'kept'))))).toHaveLength(1)
})
