import { join } from 'node:path'
import { beforeAll, expect, test, vi } from 'vitest'
import { salvageInto, type SalvageAnswer } from '../../../electron/desk/vault-salvage.ts'
import { verifyLive } from '../../../electron/desk/vault-verbs.ts'
import type { Read, Write } from '../../../electron/database/handle.ts'
import type { VaultCheck } from '../../../electron/vault/verify-vault.ts'
import { got } from '../vault/vault-template.ts'
import { spoilPage } from '../../support/damage.ts'
import { openTestDesk, tempFolder } from '../../support/desk.ts'
import { dbOf } from '../../support/meeting.ts'
import { damagedCopy, doorTo, makeSalvageable, type Salvageable } from '../../support/salvage.ts'

vi.setConfig({ testTimeout: 120_000 })

let vault: Salvageable
beforeAll(async () => {
  vault = await makeSalvageable()
})

type Saved = { readonly folder: string; readonly lost: readonly [number, number] }

const lostOf = ({ tables }: SalvageAnswer): readonly [number, number] => {
  const text = tables.find(({ table }) => table === 'audit')?.lost ?? ''
  const [, from, to] = /^(\d+)-(\d+)$/.exec(text) ?? []
  return [Number(from), Number(to)]
}

const salvage = async (from: string): Promise<Saved> => {
  const folder = join(tempFolder(), 'saved')
  return { folder, lost: lostOf(got(await salvageInto(doorTo(from), folder))) }
}

const chainOf = async (folder: string): Promise<VaultCheck['chain']> =>
  got(await verifyLive(doorTo(folder), undefined)).chain

type Leaf = { readonly page: number; readonly first: number; readonly last: number }

/** The pages the chain stands on, with the numbers of the rows on each. */
const leavesIn = (db: Read): readonly Leaf[] => {
  const seqs = db.all<{ seq: number }>('SELECT seq FROM audit ORDER BY seq').map(({ seq }) => seq)
  const cells = db.all<{ page: number; rows: number }>(
    `SELECT pageno AS page, ncell AS rows FROM dbstat WHERE name = 'audit' AND pagetype = 'leaf' ORDER BY path`,
  )
  let at = 0
  return cells.map(({ page, rows }) => {
    const own = seqs.slice(at, at + rows)
    at += rows
    return { page, first: own[0] ?? 0, last: own.at(-1) ?? 0 }
  })
}

/** Spoils one page of the chain of a closed vault, after somebody with the key had his way with it. */
const spoilOne = async (
  folder: string,
  wanted: (leaf: Leaf) => boolean,
  tamper: (db: Write) => void = () => undefined,
): Promise<Leaf> => {
  const desk = await openTestDesk({ dataFolder: folder })
  const leaf = leavesIn(dbOf(desk)).find(wanted)
  if (!leaf) throw new Error('no such page')
  tamper(dbOf(desk))
  await desk.lock()
  spoilPage(join(folder, 'vault'), leaf.page)
  return leaf
}

const salvagedOnce = (): Promise<Saved> => salvage(damagedCopy(vault.data, vault.leaves.audit[3]))

test.each(['before', 'behind'] as const)(
  'a vault that was salvaged and loses the page right %s its gap is salvaged again, and both losses are told as one',
  async (side) => {
    const once = await salvagedOnce()
    const [from, to] = once.lost
    const beside = await spoilOne(once.folder, ({ first, last }) =>
      side === 'before' ? last === from - 1 : first === to + 1,
    )
    const twice = await salvage(once.folder)
    const whole = [Math.min(from, beside.first), Math.max(to, beside.last)]
    expect(await chainOf(twice.folder)).toMatchObject({ kind: 'salvaged', row: whole[0] })
    // The short look of an unlock says the same, and so does one after more work.
    const desk = await openTestDesk({ dataFolder: twice.folder })
    expect((await desk.client.audit.verdict()).verdict).toBe('salvaged')
    await desk.client.staff.add({ name: '李理财', post: '' })
    await desk.lock()
    expect(await chainOf(twice.folder)).toMatchObject({ kind: 'salvaged' })
  },
)

test('a sheet whose row a salvage lost is told from one of another vault only as perhaps lost', async () => {
  const once = await salvagedOnce()
  const whole = await openTestDesk({ dataFolder: damagedCopy(vault.data) })
  const row = dbOf(whole).one<{ hash: string }>('SELECT hash FROM audit WHERE seq = ?', [once.lost[0]])
  await whole.lock()
  const head = row?.hash.slice(0, 8)
  const look = async (folder: string, shown: string | undefined) =>
    got(await verifyLive(doorTo(folder), shown))
  expect(await look(once.folder, head)).toMatchObject({
    verdict: 'head-missing',
    chain: { kind: 'salvaged' },
    paper: { kind: 'perhaps-lost' },
  })
  // Where nothing was lost, a row that isn't there can't have been.
  expect(await look(vault.data, '0badc0de')).toMatchObject({
    verdict: 'head-missing',
    paper: { kind: 'missing' },
  })
})

test('a second salvage of a page far from the first gap names both', async () => {
  const once = await salvagedOnce()
  const far = await spoilOne(once.folder, ({ first }) => first > once.lost[1] + 40)
  const twice = await salvage(once.folder)
  expect(twice.lost).toEqual([far.first, far.last])
  expect(await chainOf(twice.folder)).toMatchObject({ kind: 'salvaged', row: once.lost[0] })
})

test('rows that were taken out beside a salvage’s gap are not hidden by another salvage there', async () => {
  const once = await salvagedOnce()
  const [from, to] = once.lost
  await spoilOne(
    once.folder,
    ({ last }) => last === from - 1,
    (db) => {
      db.run('DROP TRIGGER audit_never_removed')
      db.run('DELETE FROM audit WHERE seq BETWEEN :from AND :to', { from: to + 1, to: to + 3 })
    },
  )
  const twice = await salvage(once.folder)
  expect(await chainOf(twice.folder)).toMatchObject({ kind: 'altered' })
})

test('a salvage’s line that was made to name more rows than were lost excuses nothing', async () => {
  const once = await salvagedOnce()
  const [from, to] = once.lost
  const desk = await openTestDesk({ dataFolder: once.folder })
  const db = dbOf(desk)
  db.run('DROP TRIGGER audit_never_removed')
  db.run('DROP TRIGGER audit_never_changed')
  db.run('DELETE FROM audit WHERE seq BETWEEN :from AND :to', { from: to + 1, to: to + 3 })
  db.run(`UPDATE audit SET object = replace(object, :old, :next) WHERE action = 'vault.salvaged'`, {
    old: `${from}-${to}`,
    next: `${from}-${to + 3}`,
  })
  await desk.lock()
  expect(await chainOf(once.folder)).toMatchObject({ kind: 'altered', row: from })
})
