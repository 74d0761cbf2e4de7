import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { auditKeyOf } from '../../../electron/audit/anchor.ts'
import { appendAudit } from '../../../electron/audit/chain.ts'
import { roomOnPages } from '../../../electron/audit/lost-room.ts'
import { salvageInto } from '../../../electron/desk/vault-salvage.ts'
import { verifyLive } from '../../../electron/desk/vault-verbs.ts'
import { openReadOnly } from '../../../electron/database/open.ts'
import type { VaultCheck } from '../../../electron/vault/verify-vault.ts'
import { got, makeTemplate, openMigrated } from '../vault/vault-template.ts'
import { spoilPage } from '../../support/damage.ts'
import { openTestDesk, tempFolder } from '../../support/desk.ts'
import { dbOf } from '../../support/meeting.ts'
import { damagedCopy, doorTo, makeSalvageable, type Salvageable } from '../../support/salvage.ts'

vi.setConfig({ testTimeout: 120_000 })

let vault: Salvageable
beforeAll(async () => {
  vault = await makeSalvageable()
})

/** So many more lines of the chain, with the anchors that go with them. */
const workOn = async (data: string, lines: number): Promise<void> => {
  const desk = await openTestDesk({ dataFolder: data })
  for (let n = 0; n < lines; n++) await desk.client.staff.add({ name: `同事${n}`, post: '' })
  await desk.lock()
}

/** A vault in which an older database lies that was kept in between. */
const rolledBack = async (lines: number): Promise<string> => {
  const data = damagedCopy(vault.data)
  await workOn(data, lines)
  cpSync(join(vault.data, 'vault', 'vault.db'), join(data, 'vault', 'vault.db'))
  return data
}

const salvage = async (from: string): Promise<string> => {
  const into = join(tempFolder(), 'saved')
  got(await salvageInto(doorTo(from), into))
  return into
}

const check = async (folder: string): Promise<VaultCheck> => got(await verifyLive(doorTo(folder), undefined))

const lineOf = async (folder: string): Promise<string> => {
  const desk = await openTestDesk({ dataFolder: folder })
  const line = dbOf(desk).one<{ object: string }>("SELECT object FROM audit WHERE action = 'vault.salvaged'")
  await desk.lock()
  return line?.object ?? ''
}

describe('an older database put back is not excused by a salvage', () => {
  it.each([
    ['with the last page of its chain spoilt', (pages: readonly number[]) => [pages.at(-1)]],
    ['with its first and last page spoilt', (pages: readonly number[]) => [pages[0], pages.at(-1)]],
    ['with no page spoilt', () => []],
  ])('%s: it stays truncated, and damaged', async (_what, which) => {
    const data = await rolledBack(300)
    for (const page of which(vault.leaves.audit)) spoilPage(join(data, 'vault'), page ?? 0)
    const into = await salvage(data)
    expect(await check(into)).toMatchObject({ verdict: 'damaged', chain: { kind: 'truncated' } })
    expect(await lineOf(into)).toMatch(/ before truncated \d+$/)
    // By the short look of an unlock too, and when the chain has long grown past what it had been.
    await workOn(into, 400)
    const desk = await openTestDesk({ dataFolder: into })
    expect((await desk.client.audit.verdict()).verdict).toBe('truncated')
    await desk.lock()
    expect((await check(into)).chain.kind).toBe('truncated')
    // Nor by another salvage.
    expect((await check(await salvage(into))).chain.kind).toBe('truncated')
  })

  it('and no number that an anchor knew is given to another row', async () => {
    const data = await rolledBack(300)
    const before = (await check(data)).chain.anchored
    const into = await salvage(data)
    const desk = await openTestDesk({ dataFolder: into })
    const [last] = dbOf(desk).all<{ seq: number }>("SELECT seq FROM audit WHERE action = 'vault.salvaged'")
    expect(last?.seq).toBeGreaterThan(before)
    await desk.lock()
  })
})

it('rows on the last page of the chain are lost by that page, are counted, and are no contradiction', async () => {
  const from = damagedCopy(vault.data, vault.leaves.audit.at(-1))
  const into = await salvage(from)
  expect(await check(into)).toMatchObject({ verdict: 'sound', chain: { kind: 'salvaged' } })
  expect(await lineOf(into)).toMatch(/^salvage:rows \d+ lost [1-9]\d*\+ chain \d+-\d+$/)
})

it('a row that was altered before stays altered in the salvaged vault', async () => {
  const data = damagedCopy(vault.data)
  const desk = await openTestDesk({ dataFolder: data })
  dbOf(desk).run('DROP TRIGGER audit_never_changed')
  dbOf(desk).run('UPDATE audit SET staff = 9 WHERE seq = 40')
  await desk.lock()
  const into = await salvage(data)
  expect((await check(into)).chain).toMatchObject({ kind: 'altered', row: 40 })
  expect(await lineOf(into)).toMatch(/ before altered 40$/)
})

describe('pages of the chain that can’t be read', () => {
  const rows = 12_000
  const wellFilled = 10

  type Page = { readonly page: number; readonly path: string; readonly kind: string; readonly rows: number }

  /** A long chain, and how many rows its spoilt pages may have held at most, and held. */
  const longChain = async () => {
    const made = await makeTemplate()
    const folder = made.copy()
    const database = openMigrated(folder, made.keys)
    const { handle } = database
    const entry = {
      action: 'client.seen',
      boot: 'b1',
      slotId: made.slotId,
      staffId: 1,
      channel: 'window',
    } as const
    handle.transact(() => {
      for (let n = 0; n < rows; n++)
        appendAudit(handle, auditKeyOf(made.keys), { ...entry, object: `client:${n}`, at: n, mono: n })
    })
    database.checkpoint()
    const pages = handle.all<Page>(
      "SELECT pageno AS page, path, pagetype AS kind, ncell AS rows FROM dbstat WHERE name = 'audit' ORDER BY path",
    )
    database.close()
    const leaves = pages.filter(({ kind }) => kind === 'leaf')
    const inner = pages.filter(({ kind, path }) => kind === 'internal' && path !== '/')
    const roomOf = (...spoilt: readonly (Page | undefined)[]) => {
      const vaultCopy = tempFolder()
      cpSync(folder, vaultCopy, { recursive: true })
      for (const page of spoilt) spoilPage(vaultCopy, page?.page ?? 0)
      const lost = leaves
        .filter(({ path }) => spoilt.some((page) => path.startsWith(page?.path ?? '-')))
        .reduce((sum, leaf) => sum + leaf.rows, 0)
      const { dbk: key, suite } = made.keys
      const copy = got(openReadOnly({ path: join(vaultCopy, 'vault.db'), key, suite }))
      const room = roomOnPages(copy.handle, rows - lost)
      copy.close()
      return { room, lost }
    }
    return { leaves, inner, roomOf, remove: () => made.remove() }
  }

  it('may have held what really stood on them, and not much more, however long the chain is', async () => {
    const { leaves, inner, roomOf, remove } = await longChain()
    expect(inner.length).toBeGreaterThan(1)
    expect(roomOf()).toEqual({ room: 0, lost: 0 })
    for (const [spoilt, most] of [
      [[leaves.at(-1)], 20],
      [leaves.slice(-3), 70],
      [[leaves[400], leaves.at(-1)], 2000],
    ] as const) {
      const { room, lost } = roomOf(...spoilt)
      expect(lost).toBeGreaterThan(0)
      expect(room).toBeGreaterThanOrEqual(lost)
      expect(room).toBeLessThan(most)
    }
    // A page that leads to many others costs all of those.
    const { room, lost } = roomOf(inner.at(-1))
    expect(lost).toBeGreaterThan(wellFilled * 50)
    expect(room).toBeGreaterThanOrEqual(lost)
    remove()
  })
})
