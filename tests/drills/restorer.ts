import { writeSync } from 'node:fs'
import { auditKeyOf, writeAnchor } from '../../electron/audit/anchor.ts'
import { appendAudit } from '../../electron/audit/chain.ts'
import { newestVersion } from '../../electron/database/migrate.ts'
import { migrations } from '../../electron/database/migrations/index.ts'
import { openDatabase } from '../../electron/database/open.ts'
import { join } from 'node:path'
import { ok } from '../../shared/result.ts'
import { placeBackup, unlockForRestore } from '../../electron/vault/restore.ts'

// Restores over a damaged vault and ends itself, as a power cut would, before the step it is told; then says `cut`.
const [, , from = '', to = '', card = '', cutAt = ''] = process.argv

const keys = await unlockForRestore(from, { wordsOrCode: card })
if (!keys.ok) throw new Error(JSON.stringify(keys.failure))
const entry = { action: 'vault.restored', object: '', boot: 'b', mono: 1, slotId: 's', staffId: 0 }

const placed = await placeBackup({
  from,
  to,
  keys: keys.value,
  setAside: 'aside',
  sign: ({ staging }) => {
    const { dbk: key, suite } = keys.value
    const path = join(staging, 'vault.db')
    const opened = openDatabase({ path, key, suite, newest: newestVersion(migrations) })
    if (!opened.ok) return opened
    const { handle, checkpoint, close } = opened.value
    handle.transact(() => appendAudit(handle, auditKeyOf(keys.value), { ...entry, at: 1, channel: 'cli' }))
    writeAnchor({ db: handle, folder: staging, keys: keys.value, at: 1 })
    checkpoint()
    close()
    return ok(null)
  },
  step: (name) => {
    writeSync(1, `${name}\n`)
    if (name === cutAt) process.kill(process.pid, 'SIGKILL')
  },
})
if (!placed.ok) throw new Error(JSON.stringify(placed.failure))
