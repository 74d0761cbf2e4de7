import { writeSync } from 'node:fs'
import { openDatabase } from '../../electron/database/open.ts'
import { failureOfSqlite } from '../../electron/database/sqlite-failure.ts'

// Writes until the system refuses more bytes, then says how many rows were acknowledged and what the refusal was.
const [, , path = '', key = ''] = process.argv
const opened = openDatabase({ path, key: Buffer.from(key, 'hex'), suite: 'aegis-256', newest: 10 })
if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
const { handle } = opened.value

const fillUp = (): { readonly acknowledged: number; readonly failure: unknown } => {
  for (let n = 1; n < 10_000; n++)
    try {
      handle.transact(() => handle.run('INSERT INTO line (n, text) VALUES (?, ?)', [n, 'x'.repeat(3500)]))
    } catch (error) {
      return { acknowledged: n - 1, failure: failureOfSqlite(error) ?? String(error) }
    }
  return { acknowledged: 10_000, failure: 'none' }
}

const told = fillUp()
const readable = handle.one<{ n: number }>('SELECT count(*) n FROM line')?.n
writeSync(1, JSON.stringify({ ...told, readable }))
process.exit(0)
