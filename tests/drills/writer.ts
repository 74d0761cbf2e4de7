import { writeSync } from 'node:fs'
import { openDatabase } from '../../electron/database/open.ts'

// Writes numbered rows in pairs for ever and says on stdout where it stands, in the same instant:
// `in n` inside the open transaction, `out n` as its last act there, `ack n` once the commit has returned.
const [, , path = '', key = ''] = process.argv
const opened = openDatabase({ path, key: Buffer.from(key, 'hex'), suite: 'aegis-256', newest: 10 })
if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
const { handle } = opened.value

const say = (what: string, n: number): void => void writeSync(1, `${what} ${n}\n`)
const pause = new Int32Array(new SharedArrayBuffer(4))

const insert = 'INSERT INTO pair (n, half, filling) VALUES (:n, :half, :filling)'
const last = handle.one<{ n: number }>('SELECT coalesce(max(n), 0) n FROM pair')?.n ?? 0

for (let n = last + 1; ; n++) {
  handle.transact(() => {
    handle.run(insert, { n, half: 'left', filling: 'x'.repeat(3000) })
    say('in', n)
    // Long enough that a kill aimed at `in` lands before the transaction ends.
    if (n % 5 === 0) Atomics.wait(pause, 0, 0, 30)
    handle.run(insert, { n, half: 'right', filling: 'y'.repeat(3000) })
    say('out', n)
  })
  say('ack', n)
}
