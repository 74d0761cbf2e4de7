import { writeSync } from 'node:fs'
import { openReady } from '../../electron/session/open-ready.ts'
import type { Suite } from '../../electron/vault/header.ts'

// Brings a vault's database to the newest schema; says `go` before and `done` after.
const [, , path = '', key = '', suite = ''] = process.argv
writeSync(1, 'go\n')
const ready = openReady(path, { dbk: Buffer.from(key, 'hex'), suite: suite as Suite })
if (!ready.ok) throw new Error(JSON.stringify(ready.failure))
ready.value.close()
writeSync(1, 'done\n')
process.exit(0)
