import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, describe } from 'vitest'
import { parts } from '../../../electron/database/sealed/rows.ts'
import { stays } from '../../../electron/database/sealed/stays.ts'
import { openTestDesk } from '../../support/desk.ts'
import { dbOf } from '../../support/meeting.ts'

// A table, or a column, that nobody thought of here would keep a sealed client in the open.

const shadow = /^(client_search_|sqlite_)/

describe('what a sealing moves, held against the real schema', () => {
  it('says of every table that its rows move, or why they stay', async () => {
    const db = dbOf(await openTestDesk())
    const names = db
      .all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      .map(({ name }) => name)
      .filter((name) => !shadow.test(name))
    const moving = parts.map(({ table }) => table).filter((table) => !table.includes(':'))
    const named = [...moving, ...Object.keys(stays)]
    expect(named.toSorted()).toEqual(names)
    expect(new Set(named).size).toBe(named.length)
    for (const reason of Object.values(stays)) expect(reason).not.toBe('')
  })

  it('puts back every column, so that nothing is lost in the file', async () => {
    const db = dbOf(await openTestDesk())
    for (const { table, put } of parts.filter((part) => !part.table.includes(':'))) {
      const columns = db.all<{ name: string }>('SELECT name FROM pragma_table_info(?)', [table])
      for (const { name } of columns) expect(put, table).toMatch(new RegExp(`:${name}\\b`))
    }
  })

  it('knows the columns of sealed files: whoever changes one adds an upgrade for files sealed before', async () => {
    const db = dbOf(await openTestDesk())
    const columns = Object.fromEntries(
      parts
        .filter(({ table }) => !table.includes(':'))
        .map(({ table }) => [
          table,
          db
            .all<{ name: string }>('SELECT name FROM pragma_table_info(?)', [table])
            .map(({ name }) => name)
            .join(' '),
        ]),
    )
    const file = join(import.meta.dirname, '../../fixtures/seal/columns.json')
    const known: unknown = JSON.parse(readFileSync(file, 'utf8'))
    expect(
      columns,
      'add a line to electron/seal/upgrade.ts, then write the new columns to this file',
    ).toEqual(known)
  })
})
