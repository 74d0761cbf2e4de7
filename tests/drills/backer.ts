import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { auditKeyOf } from '../../electron/audit/anchor.ts'
import { appendAudit } from '../../electron/audit/chain.ts'
import { newestVersion } from '../../electron/database/migrate.ts'
import { migrations } from '../../electron/database/migrations/index.ts'
import { openDatabase } from '../../electron/database/open.ts'
import { writeBackup } from '../../electron/vault/backup.ts'
import { copyBackup } from '../../electron/vault/copy-backup.ts'

// Writes audit rows and backs up without end, here and to a second target; says `made <row>` when both are there.
const [, , folder = '', vmk = '', dbk = '', vaultId = '', target = ''] = process.argv
const keys = {
  vaultId,
  vmk: Buffer.from(vmk, 'hex'),
  dbk: Buffer.from(dbk, 'hex'),
  suite: 'aegis-256' as const,
}
const path = join(folder, 'vault.db')
const opened = openDatabase({ path, key: keys.dbk, suite: keys.suite, newest: newestVersion(migrations) })
if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
const { handle, descriptor } = opened.value
const entry = {
  action: 'drill.run',
  object: '',
  boot: 'b',
  mono: 1,
  slotId: 's',
  staffId: 1,
  channel: 'cli' as const,
}

for (let now = Date.UTC(2026, 0, 1); ; now += 1000) {
  const at = now
  for (let row = 0; row < 5; row++)
    handle.transact(() => appendAudit(handle, auditKeyOf(keys), { ...entry, at }))
  const made = await writeBackup({ vaultFolder: folder, db: handle, descriptor, keys, now })
  if (!made.ok) throw new Error(JSON.stringify(made.failure))
  const copied = await copyBackup({ from: made.value.folder, target, keys })
  if (!copied.ok) throw new Error(JSON.stringify(copied.failure))
  writeSync(1, `made ${made.value.head.seq}\n`)
}
