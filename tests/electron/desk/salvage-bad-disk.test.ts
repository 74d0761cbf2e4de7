import { appendFileSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { salvageInto, type SalvageAnswer } from '../../../electron/desk/vault-salvage.ts'
import { verifyLive } from '../../../electron/desk/vault-verbs.ts'
import { copyBlocks, type ReadAt } from '../../../electron/vault/copy-blocks.ts'
import { got } from '../vault/vault-template.ts'
import { openTestDesk, tempFolder } from '../../support/desk.ts'
import { dbOf } from '../../support/meeting.ts'
import { badSectors, damagedCopy, doorTo, makeSalvageable, type Salvageable } from '../../support/salvage.ts'

vi.setConfig({ testTimeout: 120_000 })

let vault: Salvageable
beforeAll(async () => {
  vault = await makeSalvageable()
})

const salvage = async (from: string, read: ReadAt): Promise<SalvageAnswer & { readonly into: string }> => {
  const into = join(tempFolder(), 'saved')
  return { ...got(await salvageInto(doorTo(from), into, { read })), into }
}

const chainOf = async (folder: string): Promise<unknown> =>
  got(await verifyLive(doorTo(folder), undefined)).chain

const lostOf = ({ tables }: SalvageAnswer, name: string) => tables.find(({ table }) => table === name)?.lost

describe('a vault on a disk with a bad sector is salvaged', () => {
  it('without the rows of that sector’s page, which is named', async () => {
    const from = damagedCopy(vault.data)
    const page = vault.leaves.client[1] ?? 0
    const told = await salvage(from, badSectors(join(from, 'vault', 'vault.db'), [page]))
    expect(told).toMatchObject({ complete: false, unread: [] })
    expect(told.damage.pages).toContain(page)
    expect(lostOf(told, 'client')).toMatch(/^\d+-\d+$/)
    expect(told.tables.filter(({ lost }) => lost !== '').map(({ table }) => table)).toEqual(['client'])
  })

  it('and names a page nobody needed, which the check of the rows can’t see', async () => {
    const from = damagedCopy(vault.data)
    const path = join(from, 'vault', 'vault.db')
    const behind = statSync(path).size / 4096 + 1
    appendFileSync(path, Buffer.alloc(4096, 7))
    const told = await salvage(from, badSectors(path, [behind]))
    expect(told).toMatchObject({ complete: false, damage: { isSound: false, pages: [behind], tables: [] } })
    expect(told.tables.every(({ lost }) => lost === '')).toBe(true)
  })

  it('when the anchors are on it: those that can be read still count, and the hole is no forgery', async () => {
    const from = damagedCopy(vault.data)
    const anchors = join(from, 'vault', 'anchor.log')
    const line = readFileSync(anchors, 'utf8').split('\n').find(Boolean) ?? ''
    // As after a year of mornings: the one sector is some twenty lines among many.
    appendFileSync(anchors, `${line}\n`.repeat(60))
    const told = await salvage(from, badSectors(anchors, [2]))
    expect(told).toMatchObject({ complete: false, unread: ['anchor.log'] })
    expect(await chainOf(told.into)).toMatchObject({ kind: 'intact' })
    const saved = readFileSync(join(told.into, 'vault', 'anchor.log'), 'utf8').split('\n')
    expect(saved.filter((each) => each === line).length).toBeGreaterThan(20)
    expect(saved.join('')).not.toContain('\0')
  })

  it('when no anchor is left at all', async () => {
    const from = damagedCopy(vault.data)
    const told = await salvage(from, badSectors(join(from, 'vault', 'anchor.log'), [1]))
    expect(told.unread).toEqual(['anchor.log'])
    expect(await chainOf(told.into)).toMatchObject({ kind: 'intact' })
  })

  it('when the log is on it: nobody can say which rows came last, and nobody says so', async () => {
    const from = damagedCopy(vault.data)
    const test = await openTestDesk({ dataFolder: from })
    await test.client.staff.add({ name: '李理财', post: '' })
    const torn = damagedCopy(from)
    await test.lock()
    const log = join(torn, 'vault', 'vault.db-wal')
    expect(statSync(log).size).toBeGreaterThan(4096)
    const told = await salvage(torn, badSectors(log, [1]))
    expect(told).toMatchObject({ complete: false, unread: ['vault.db-wal'], damage: { isSound: true } })
    expect(lostOf(told, 'staff')).toBe('?')
    expect(await chainOf(told.into)).toMatchObject({ kind: 'salvaged' })
  })

  it.each([
    ['that the database had taken in already, wherever in it the hole is', true],
    ['that it had not: up to the hole, as it was at that moment', false],
  ])('when the log is on it, %s', async (_what, isTakenIn) => {
    const from = damagedCopy(vault.data)
    const test = await openTestDesk({ dataFolder: from })
    const added = 30
    for (let n = 0; n < added; n++) await test.client.staff.add({ name: `同事${n}`, post: '' })
    // A checkpoint that leaves the log as it is, like every one while a reader is about.
    if (isTakenIn) dbOf(test).all('PRAGMA wal_checkpoint(PASSIVE)')
    const torn = damagedCopy(from)
    await test.lock()
    const log = join(torn, 'vault', 'vault.db-wal')
    const blocks = Math.floor(statSync(log).size / 4096)
    expect(blocks).toBeGreaterThan(added)
    const saved: number[] = []
    for (const block of [1, 2, Math.ceil(blocks / 3), Math.ceil(blocks / 2), blocks - 3, blocks]) {
      const told = await salvage(torn, badSectors(log, [block]))
      expect(told).toMatchObject({ unread: ['vault.db-wal'], damage: { isSound: true }, loose: [] })
      expect(await chainOf(told.into), `${block}`).toMatchObject({ kind: 'salvaged' })
      saved.push(told.tables.find(({ table }) => table === 'staff')?.rows ?? 0)
    }
    // The one person of the branch, and whoever was added since.
    const [first, ...later] = saved
    expect(saved).toEqual(isTakenIn ? saved.map(() => 1 + added) : saved.toSorted((a, b) => a - b))
    if (!isTakenIn) expect([first, (later.at(-1) ?? 0) > added / 2]).toEqual([1, true])
  })
})

it('a copy of a failing file keeps every block that can be read, and any other failure is told', () => {
  const folder = tempFolder()
  const [from, to] = [join(folder, 'from'), join(folder, 'to')]
  const bytes = Buffer.alloc(3 * 1024 * 1024 + 1000, 7)
  writeFileSync(from, bytes)
  expect(copyBlocks(from, to, badSectors(from, [1, 300, 301, 769]))).toEqual([1, 300, 301, 769])
  for (const block of [1, 300, 301, 769])
    bytes.fill(0, (block - 1) * 4096, Math.min(block * 4096, bytes.length))
  expect(readFileSync(to).equals(bytes)).toBe(true)
  rmSync(to)
  expect(copyBlocks(from, to)).toEqual([])
  expect(readFileSync(to).equals(readFileSync(from))).toBe(true)
  rmSync(to)
  const other: ReadAt = () => {
    throw Object.assign(new Error(), { code: 'EBADF' })
  }
  expect(() => copyBlocks(from, to, other)).toThrow(expect.objectContaining({ code: 'EBADF' }))
})
