import { writeSync } from 'node:fs'
import { createDatabase, openDatabase } from '../../electron/database/open.ts'

// Does what makes SQLite want temporary files – a large sort, a temporary table beyond its cache – and waits to be killed.
const [, , path = '', marker = ''] = process.argv
const key = Buffer.alloc(32, 2)
createDatabase(path, key, 'aegis-256')
const opened = openDatabase({ path, key, suite: 'aegis-256', newest: 10 })
if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
const { handle } = opened.value
handle.run('CREATE TABLE line (n INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT')
handle.transact(() => {
  for (let n = 0; n < 20_000; n++)
    handle.run('INSERT INTO line (text) VALUES (?)', [`${(n * 7919) % 20_000} ${marker} ${'w'.repeat(300)}`])
})
handle.run('CREATE TEMP TABLE copy AS SELECT text || text || text || text AS text FROM line')
const walk = handle.each<{ text: string }>('SELECT text FROM copy ORDER BY text DESC')
const rows = [...walk].filter((row) => row.text.includes(marker)).length
writeSync(1, `sorted ${rows}\n`)
setInterval(() => undefined, 1000)
