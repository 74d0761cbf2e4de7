import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { expect } from 'vitest'
import { openDatabase } from '../../electron/database/open.ts'
import { newestVersion } from '../../electron/database/migrate.ts'
import { migrations } from '../../electron/database/migrations/index.ts'
import { salvageDatabase } from '../../electron/vault/salvage.ts'
import { got, makeTemplate, openMigrated } from '../electron/vault/vault-template.ts'
import type { Template } from '../electron/vault/vault-template.ts'
import { below } from '../support/dice.ts'
import { check, drillFolder } from './check.ts'

const page = 4096
const clients = 12_000
const suite = 'aegis-256' as const

/** A vault's database with the whole schema and some thousand clients. */
const makeBook = async (): Promise<{
  readonly vault: Template
  readonly path: string
  readonly whole: Buffer
}> => {
  const vault = await makeTemplate()
  const folder = vault.copy()
  const database = openMigrated(folder, vault.keys)
  database.handle.transact(() => {
    for (let n = 1; n <= clients; n++)
      database.handle.run(
        `INSERT INTO client (number, name, name_key, sex, type, created_at)
         VALUES (:number, :name, :name, 'unknown', 'quality', 1)`,
        { number: `7${n}`, name: `客户${n}` },
      )
  })
  database.close()
  const path = join(folder, 'vault.db')
  return { vault, path, whole: readFileSync(path) }
}

/** The pages rows stand on; one that only leads to others costs all of those when it is lost. */
const leavesOf = (path: string, key: Uint8Array): readonly number[] => {
  const opened = got(openDatabase({ path, key, suite, newest: newestVersion(migrations) }))
  const found = opened.handle.all<{ page: number }>(
    `SELECT pageno AS page FROM dbstat WHERE name = 'client' AND pagetype = 'leaf'`,
  )
  opened.close()
  return found.map((leaf) => leaf.page)
}

type Harm = { readonly what: string; readonly bytes: Buffer }

/** One harm of each kind, its place thrown. */
const harmsOf = (whole: Buffer, random: () => number): readonly Harm[] => {
  const pages = whole.length / page
  const at = (): number => 1 + below(random, pages - 1)
  const changed = (work: (bytes: Buffer) => void): Buffer => {
    const bytes = Buffer.from(whole)
    work(bytes)
    return bytes
  }
  const [one, two] = [at(), 1 + (at() % (pages - 1))]
  const noise = Buffer.from(Array.from({ length: 1024 * 1024 }, () => below(random, 256)))
  return [
    {
      what: `one bit of page ${one + 1}`,
      bytes: changed((bytes) => {
        const place = one * page + below(random, page)
        bytes.writeUInt8(bytes.readUInt8(place) ^ (1 << below(random, 8)), place)
      }),
    },
    {
      what: `page ${two + 1} of zeros`,
      bytes: changed((bytes) => bytes.fill(0, two * page, (two + 1) * page)),
    },
    {
      what: `pages ${one + 1} and ${(one % (pages - 1)) + 2} in each other's place`,
      bytes: changed((bytes) => {
        const other = (one % (pages - 1)) + 1 === one ? 1 : (one % (pages - 1)) + 1
        const kept = Buffer.from(bytes.subarray(one * page, (one + 1) * page))
        bytes.copy(bytes, one * page, other * page, (other + 1) * page)
        kept.copy(bytes, other * page)
      }),
    },
    { what: 'cut off', bytes: whole.subarray(0, below(random, whole.length - page)) },
    { what: 'cut off in the middle of a page', bytes: whole.subarray(0, at() * page + 1000) },
    { what: 'empty', bytes: Buffer.alloc(0) },
    { what: 'random bytes', bytes: noise },
  ]
}

/** Found before a row is used: at opening, or by the check of the pages. */
const isFound = (path: string, key: Uint8Array): boolean => {
  const opened = openDatabase({ path, key, suite, newest: newestVersion(migrations) })
  if (!opened.ok) {
    expect(opened.failure.code).toBe('damaged')
    return true
  }
  const lines = opened.value.quickCheck()
  opened.value.close()
  return lines.length > 0
}

check(
  'R15',
  'a damaged database is found before a row of it is used, and stays as it was',
  { usual: 3, drill: 120 },
  async ({ rounds, random }) => {
    const { vault, path, whole } = await makeBook()
    let tried = 0
    for (let round = 0; round < rounds; round++)
      for (const { what, bytes } of harmsOf(whole, random)) {
        writeFileSync(path, bytes)
        expect(isFound(path, vault.keys.dbk), what).toBe(true)
        tried += 1
      }
    // What was appended behind the last page belongs to no page and changes nothing.
    writeFileSync(path, Buffer.concat([whole, Buffer.alloc(3 * page, 7)]))
    const opened = openDatabase({ path, key: vault.keys.dbk, suite, newest: newestVersion(migrations) })
    if (opened.ok) {
      expect(opened.value.handle.one('SELECT count(*) n FROM client')).toEqual({ n: clients })
      opened.value.close()
    }
    vault.remove()
    return { rounds: tried, note: 'bit, zeros, swapped, cut, empty, random, appended' }
  },
)

const sha256 = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

check(
  'R16',
  'of a database with three damaged pages all but their rows are saved, and the lost ids are named',
  { usual: 1, drill: 40 },
  async ({ rounds, random }) => {
    const { vault, path, whole } = await makeBook()
    const key = vault.keys.dbk
    const leaves = leavesOf(path, key)
    let least = 1
    for (let round = 0; round < rounds; round++) {
      const harmed = Buffer.from(whole)
      for (let n = 0; n < 3; n++) {
        const leaf = leaves[below(random, leaves.length)] ?? 2
        const at = (leaf - 1) * page + below(random, page)
        harmed.writeUInt8(harmed.readUInt8(at) ^ 1, at)
      }
      writeFileSync(path, harmed)
      const before = sha256(path)
      const to = join(drillFolder(), 'saved.db')
      const { tables, damage } = got(salvageDatabase({ from: path, to, key, suite }))
      expect(sha256(path)).toBe(before)
      const saved = got(openDatabase({ path: to, key, suite, newest: newestVersion(migrations) }))
      const found = saved.handle.all<{ id: number }>('SELECT id FROM client').map(({ id }) => id)
      expect(saved.quickCheck()).toEqual([])
      expect(saved.version()).toBe(newestVersion(migrations))
      saved.close()
      const lost = new Set(tables.find(({ table }) => table === 'client')?.lost)
      const there = new Set(found)
      const gone = Array.from({ length: clients }, (_, at) => at + 1).filter((id) => !there.has(id))
      expect(
        gone.filter((id) => !lost.has(id)),
        'every lost id is named',
      ).toEqual([])
      if (gone.length > 0) expect(damage.pages.length).toBeGreaterThan(0)
      least = Math.min(least, found.length / clients)
    }
    vault.remove()
    expect(least).toBeGreaterThanOrEqual(0.98)
    return { rounds, note: `at least ${(least * 100).toFixed(1)} % of the rows saved` }
  },
)

check(
  'M05',
  'another vault’s database in the place of the own one, or none, is refused and nothing is made or changed',
  { usual: 1, drill: 3 },
  async ({ rounds }) => {
    for (let round = 0; round < rounds; round++) {
      const [mine, other] = [await makeTemplate(), await makeTemplate()]
      const [folder, foreign] = [mine.copy(), other.copy()]
      const path = join(folder, 'vault.db')
      openMigrated(foreign, other.keys).close()
      writeFileSync(path, readFileSync(join(foreign, 'vault.db')))
      const before = sha256(path)
      const request = { path, key: mine.keys.dbk, suite, newest: newestVersion(migrations) }
      expect(openDatabase(request)).toMatchObject({ ok: false, failure: { code: 'damaged' } })
      expect(sha256(path)).toBe(before)
      rmSync(path)
      expect(openDatabase(request)).toMatchObject({ ok: false, failure: { code: 'damaged' } })
      expect(existsSync(path)).toBe(false)
      for (const vault of [mine, other]) vault.remove()
    }
    return { rounds: rounds * 2 }
  },
)
