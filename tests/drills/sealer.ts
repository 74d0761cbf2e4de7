import { randomBytes } from 'node:crypto'
import { readSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { auditKeyOf } from '../../electron/audit/anchor.ts'
import { appendAudit } from '../../electron/audit/chain.ts'
import { newestVersion } from '../../electron/database/migrate.ts'
import { migrations } from '../../electron/database/migrations/index.ts'
import { openDatabase } from '../../electron/database/open.ts'
import { openDossier } from '../../electron/seal/open-dossier.ts'
import { insertProposal } from '../../electron/seal/proposal.ts'
import { sealDossier, type SealCall } from '../../electron/seal/seal-dossier.ts'
import { stubOf } from '../../electron/seal/stub.ts'
import { unwrapDossier } from '../../electron/seal/unwrap.ts'

// Seals client 1 and opens it again without end; says each step as it comes to it, and `round` after each round, and
// goes on when it is told to, so that whoever kills it knows in which step it is.
const [, , folder = '', vmk = '', dbk = '', archive = '', vaultId = ''] = process.argv
const keys = { vaultId, vmk: Buffer.from(vmk, 'hex') }
const key = Buffer.from(dbk, 'hex')
const path = join(folder, 'vault.db')
const opened = openDatabase({ path, key, suite: 'aegis-256', newest: newestVersion(migrations) })
if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
const db = opened.value.handle
const say = (name: string): void => {
  writeSync(1, `${name}\n`)
  if (readSync(0, Buffer.alloc(1)) === 0) process.exit(0)
}
const row = { boot: 'b', mono: 1, slotId: 's', staffId: 1, channel: 'cli' as const, at: 1 }
const call: SealCall = {
  db,
  keys,
  vaultFolder: folder,
  random: (bytes) => randomBytes(bytes),
  now: 1,
  staffId: 1,
  audit: (entry) => appendAudit(db, auditKeyOf(keys), { ...row, ...entry }),
  step: say,
}

const openAgain = (): void => {
  const unwrapped = unwrapDossier(db, 1, { vaultId, archivePrivate: Buffer.from(archive, 'hex') })
  if (!unwrapped.ok) throw new Error(JSON.stringify(unwrapped.failure))
  const done = openDossier(call, { ...unwrapped.value, reason: 'drill', emergency: null })
  if (!done.ok) throw new Error(JSON.stringify(done.failure))
}

for (;;) {
  if (stubOf(db, 1)) openAgain()
  db.run("UPDATE seal_proposal SET state = 'withdrawn' WHERE state = 'waiting'")
  const proposal = insertProposal(db, { clientId: 1, reason: 'hold', note: '', by: 2, at: 1 })
  const sealed = sealDossier(call, proposal)
  if (!sealed.ok) throw new Error(JSON.stringify(sealed.failure))
  openAgain()
  say('round')
}
