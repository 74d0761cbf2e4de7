import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { createDatabase, openDatabase } from '../../electron/database/open.ts'
import { got, tempFolder } from '../electron/vault/vault-template.ts'
import { below } from '../support/dice.ts'
import { check } from './check.ts'

const key = Buffer.alloc(32, 6)
const commits = 12

/** A database whose last commits stand in the WAL only, copied while it is open, as a power cut would leave it. */
const cutOff = (): { readonly folder: string; readonly wal: Buffer } => {
  const folder = tempFolder()
  const path = join(folder, 'vault.db')
  createDatabase(path, key, 'aegis-256')
  const database = got(openDatabase({ path, key, suite: 'aegis-256', newest: 10 }))
  database.handle.transact(() =>
    database.advance('CREATE TABLE line (n INTEGER PRIMARY KEY, text TEXT) STRICT', 10),
  )
  database.checkpoint()
  for (let n = 1; n <= commits; n++)
    database.handle.run('INSERT INTO line (n, text) VALUES (?, ?)', [n, 'z'.repeat(900)])
  copyFileSync(path, join(folder, 'cut.db'))
  const wal = readFileSync(`${path}-wal`)
  database.close()
  return { folder, wal }
}

const rowsOf = (folder: string): number[] => {
  const path = join(folder, 'try.db')
  const database = got(openDatabase({ path, key, suite: 'aegis-256', newest: 10 }))
  const rows = database.handle.all<{ n: number }>('SELECT n FROM line ORDER BY n').map((row) => row.n)
  expect(database.quickCheck()).toEqual([])
  database.close()
  return rows
}

const firstOf = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1)

const title = 'a WAL cut anywhere gives the first so many commits, never an error and never a gap'

check('R02', title, { usual: 100, drill: 10_000 }, ({ rounds }) => {
  const { folder, wal } = cutOff()
  const frame = 4096 + 24
  const edges = Array.from({ length: Math.ceil(wal.length / frame) + 1 }, (_, at) => 32 + at * frame)
  // Every sector in the drill, an even spread otherwise; the borders of the frames always.
  const step = Math.max(512, Math.ceil(wal.length / rounds / 512) * 512)
  const steps = Array.from({ length: Math.ceil(wal.length / step) }, (_, at) => at * step)
  const points = new Set([...steps, ...edges.flatMap((edge) => [edge - 1, edge, edge + 1])])
  const seen = new Set<number>()
  for (const point of points) {
    copyFileSync(join(folder, 'cut.db'), join(folder, 'try.db'))
    writeFileSync(join(folder, 'try.db-wal'), wal)
    truncateSync(join(folder, 'try.db-wal'), Math.min(point, wal.length))
    const rows = rowsOf(folder)
    expect(rows, `cut at ${point}`).toEqual(firstOf(rows.length))
    seen.add(rows.length)
  }
  expect([...seen].toSorted((left, right) => left - right)).toEqual([0, ...firstOf(commits)])
  return { rounds: points.size, note: `${wal.length} bytes of WAL, cut every ${step} and at each frame ±1` }
})

const flipped = 'a flipped bit in the WAL never brings back a half or a foreign row'

check('T04', flipped, { usual: 60, drill: 2_000 }, ({ rounds, random }) => {
  const { folder, wal } = cutOff()
  for (let round = 0; round < rounds; round++) {
    const harmed = Buffer.from(wal)
    const at = below(random, harmed.length)
    harmed.writeUInt8(harmed.readUInt8(at) ^ (1 << below(random, 8)), at)
    copyFileSync(join(folder, 'cut.db'), join(folder, 'try.db'))
    writeFileSync(join(folder, 'try.db-wal'), harmed)
    const rows = rowsOf(folder)
    expect(rows, `bit at ${at}`).toEqual(firstOf(rows.length))
  }
  return { rounds, note: 'rows lost this way are missed by their anchor: see the audit chain' }
})
