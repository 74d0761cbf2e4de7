import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { TableRead } from '../../../electron/database/every-row.ts'
import { createDatabase, openDatabase, openReadOnly } from '../../../electron/database/open.ts'
import { leavesOf } from '../../support/damage.ts'
import { got, tempFolder } from '../vault/vault-template.ts'

const key = Buffer.alloc(32, 7)
const suite = 'aegis-256' as const
const newest = 10

/** A table of large rows, of which three fit on a page; `kept` says which of its pages stay whole. */
const damagedTable = (rows: number, kept: (page: number, at: number) => boolean) => {
  const path = join(tempFolder(), 'large-rows.db')
  createDatabase(path, key, suite)
  const { handle, advance, checkpoint, close } = got(openDatabase({ path, key, suite, newest }))
  advance('CREATE TABLE letter (id INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT', newest)
  handle.transact(() => {
    for (let id = 1; id <= rows; id += 1)
      handle.run('INSERT INTO letter (id, words) VALUES (:id, :words)', { id, words: 'x'.repeat(1300) })
  })
  checkpoint()
  const leaves = leavesOf(handle, 'letter')
  close()
  const bytes = readFileSync(path)
  for (const [at, page] of leaves.entries())
    if (!kept(page, at)) bytes.writeUInt8(bytes.readUInt8(page * 4096 - 2000) ^ 1, page * 4096 - 2000)
  writeFileSync(path, bytes)
  return { path, leaves }
}

const readAll = (path: string): { readonly read: TableRead | undefined; readonly ids: readonly number[] } => {
  const { everyRow, close } = got(openReadOnly({ path, key, suite }))
  const ids: number[] = []
  const [read] = everyRow((_table, row) => ids.push(Number(row['id'])) > 0)
  close()
  return { read, ids }
}

test('a single page that can be read behind thousands of lost rows gives its rows, and none of them is called lost', () => {
  // Some pages are whole, far behind the first thousands of rows that are not.
  const isWhole = (_page: number, at: number): boolean => at > 800 && at % 50 === 1
  const { path, leaves } = damagedTable(3600, isWhole)
  const whole = leaves.filter(isWhole)
  expect(whole.length).toBeGreaterThan(5)
  const { read, ids } = readAll(path)
  expect(ids).toHaveLength(whole.length * 3)
  expect(read?.rows).toBe(ids.length)
  expect(read?.lost.filter((id) => ids.includes(id))).toEqual([])
})

test('a row the new database would not have is lost and not saved', () => {
  const made = ['letter', 'pair'].map((name) => {
    const path = join(tempFolder(), `${name}.db`)
    createDatabase(path, key, suite)
    const database = got(openDatabase({ path, key, suite, newest }))
    database.advance(
      `CREATE TABLE letter (id INTEGER PRIMARY KEY, words TEXT NOT NULL CHECK (words <> '')) STRICT;
       CREATE TABLE pair (a INTEGER, b INTEGER CHECK (b < 9), PRIMARY KEY (a)) STRICT, WITHOUT ROWID;`,
      newest,
    )
    return database
  })
  const [from, to] = made
  // As a damaged page may give it: nothing of what the tables ask for is asked.
  from?.handle.run('PRAGMA ignore_check_constraints = ON')
  for (const words of ['one', '', 'three'])
    from?.handle.run('INSERT INTO letter (words) VALUES (:words)', { words })
  for (const b of [1, 9]) from?.handle.run('INSERT INTO pair (a, b) VALUES (:b, :b)', { b })
  from?.checkpoint()
  from?.close()
  const { everyRow, close } = got(openReadOnly({ path: from?.path ?? '', key, suite }))
  expect(to && everyRow(to.rowWriter())).toEqual([
    { table: 'letter', rows: 2, lost: [2], isEndLost: false },
    { table: 'pair', rows: 1, lost: [], isEndLost: true },
  ])
  close()
  to?.close()
})
