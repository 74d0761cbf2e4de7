import { join } from 'node:path'
import { expect, test } from 'vitest'
import { migrate, newestVersion } from '../../../electron/database/migrate.ts'
import { migrations } from '../../../electron/database/migrations/index.ts'
import { createDatabase, openDatabase } from '../../../electron/database/open.ts'
import { got, tempFolder } from '../vault/vault-template.ts'

// The print ledger is made anew for more kinds of forms: nothing that was printed may be lost on the way.

const key = Buffer.alloc(32, 7)
const tables = [
  'printout',
  'printout_content',
  'printout_reader',
  'printout_figure',
  'printout_bank',
] as const

const open = () => {
  const folder = tempFolder()
  createDatabase(join(folder, 'vault.db'), key, 'aegis-256')
  const request = { path: join(folder, 'vault.db'), key, suite: 'aegis-256' as const }
  const database = got(openDatabase({ ...request, newest: newestVersion(migrations) }))
  const to = (version: number) =>
    got(
      migrate({
        database,
        migrations: migrations.filter((step) => step.version <= version),
        copyTo: () => join(folder, 'before.db'),
      }),
    )
  return { database, db: database.handle, to }
}

const contents = {
  printout: 'SELECT * FROM printout ORDER BY id',
  printout_content: 'SELECT * FROM printout_content ORDER BY 1, 2',
  printout_reader: 'SELECT * FROM printout_reader ORDER BY 1, 2',
  printout_figure: 'SELECT * FROM printout_figure ORDER BY 1, 2',
  printout_bank: 'SELECT * FROM printout_bank ORDER BY 1, 2',
} as const

const fillLedger = (db: ReturnType<typeof open>['db']): void => {
  db.run(`INSERT INTO staff(id, name, created_at) VALUES (1, '许静言', 1)`)
  db.run(
    `INSERT INTO client(id, number, name, name_key, sex, type, created_at)
     VALUES (1, '6228', '陈知远', '陈知远', 'male', 'quality', 1)`,
  )
  db.run('INSERT INTO household(id, created_at) VALUES (1, 1)')
  db.run(
    `INSERT INTO household_member(id, household_id, client_id, relation, valid_from, created_at)
     VALUES (1, 1, 1, 'head', '2026-11-01', 1)`,
  )
  for (const [id, copy, of, outcome] of [
    [1, 1, null, 'taken'],
    [2, 2, 1, 'failed'],
    [5, 3, null, 'void'],
  ] as const) {
    db.run(
      `INSERT INTO printout(id, year, sequence, kind, client_id, as_of, content_hash, copy, again, duplicate_of, way,
         outcome, staff_id, at, audit_seq, audit_head, returned)
       VALUES (:id, 2026, :id, 'statement', 1, '2026-11-25', 'h', :copy, 1, :of, 'paper', :outcome, 1, 9, 4, 'f', 'signed')`,
      { id, copy, of, outcome },
    )
    db.run(`INSERT INTO printout_content(printout_id, content) VALUES (?, '{"a":1}')`, [id])
    db.run('INSERT INTO printout_reader(printout_id, member_id) VALUES (?, 1)', [id])
    db.run('INSERT INTO printout_bank(printout_id, member_id) VALUES (?, 1)', [id])
  }
}

test('every line of the ledger and what hangs on it is there after the change, and its rules still hold', () => {
  const { database, db, to } = open()
  to(510)
  fillLedger(db)
  const before = tables.map((table) => db.all<object>(contents[table]))
  to(520)
  const [lines, ...children] = tables.map((table) => db.all<object>(contents[table]))
  expect(lines).toEqual(before[0]?.map((line) => ({ ...line, subject: '' })))
  expect(children).toEqual(before.slice(1))
  const again = (more: object) =>
    db.run(
      `INSERT INTO printout(year, sequence, kind, client_id, as_of, content_hash, copy, way, outcome, staff_id, at)
       VALUES (2026, :sequence, :kind, :clientId, '2026-11-25', 'h', :copy, 'paper', 'started', 1, 9)`,
      { sequence: 9, kind: 'statement', clientId: 1, copy: 9, ...more },
    )
  expect(() => again({ sequence: 5 })).toThrow('UNIQUE')
  expect(() => again({ copy: 3 })).toThrow('UNIQUE')
  expect(() => again({ clientId: null })).toThrow('CHECK')
  expect(() => again({ clientId: 99 })).toThrow('FOREIGN KEY')
  again({ kind: 'custody-register', clientId: null, copy: 1 })
  expect(() => again({ sequence: 10, kind: 'custody-register', clientId: null, copy: 1 })).toThrow('UNIQUE')
  expect(() => db.run('DELETE FROM printout WHERE id = 1')).toThrow('FOREIGN KEY')
  expect(db.all(`SELECT name FROM sqlite_master WHERE name LIKE '%before%' OR sql LIKE '%before"%'`)).toEqual(
    [],
  )
  database.close()
})
