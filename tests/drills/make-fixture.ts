import { randomBytes } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { auditKeyOf, writeAnchor } from '../../electron/audit/anchor.ts'
import { appendAudit } from '../../electron/audit/chain.ts'
import { recordPosition } from '../../electron/client/positions.ts'
import { insertClient } from '../../electron/client/repository.ts'
import { newestVersion } from '../../electron/database/migrate.ts'
import { migrations } from '../../electron/database/migrations/index.ts'
import { openDatabase } from '../../electron/database/open.ts'
import { openReady } from '../../electron/session/open-ready.ts'
import { putSetting } from '../../electron/setting/repository.ts'
import { insertStaff } from '../../electron/staff/repository.ts'
import { createVault } from '../../electron/vault/create.ts'
import { leastCost } from '../../electron/vault/kdf.ts'
import type { VaultKeys } from '../../electron/vault/vault-keys.ts'
import { ok, type Result } from '../../shared/result.ts'
import { passphrase } from '../support/vault-passphrase.ts'

// `node tests/drills/make-fixture.ts [VERSION]` at a release: an encrypted vault of its schema version, with invented
// rows, kept for ever and migrated by every later version (check M01).

const asked = process.argv[2]
const steps = migrations.filter(({ version: each }) => asked === undefined || each <= Number(asked))
const version = newestVersion(steps)
const person = { name: '周敏', post: '', roles: ['centre-head', 'wealth-manager'] as const }

const fill = (path: string, keys: VaultKeys): Result<null> => {
  const ready = openReady(path, keys, steps)
  if (!ready.ok) return ready
  ready.value.handle.transact(() => {
    const staffId = insertStaff(ready.value.handle, { ...person, slotId: keys.slotId, at: now })
    putSetting(ready.value.handle, 'bank', '禾川银行', now, staffId)
    putSetting(ready.value.handle, 'branch', '云湖路支行', now, staffId)
  })
  ready.value.checkpoint()
  ready.value.close()
  return ok(null)
}
const folder = join(import.meta.dirname, `../fixtures/vault-${version}`)
const now = Date.UTC(2026, 10, 24, 1, 0, 0)
const entry = { boot: 'fixture', mono: 1, slotId: 'fixture', staffId: 1, channel: 'cli' as const, at: now }

const nothingElse = { time: 0, wealth: 0, fund: 0, insurance: 0, bond: 0, metal: 0, loan: 0 }

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const made = await createVault({
  folder,
  staffLabel: '周敏',
  title: { bank: '禾川银行', branch: '云湖路支行' },
  passphrase,
  kdf: leastCost,
  now,
  monotonic: () => 0,
  random: (bytes) => randomBytes(bytes),
  isWanted: () => true,
  fill,
})
if (!made.ok) throw new Error(JSON.stringify(made.failure))
const { keys } = made.value
const opened = openDatabase({
  path: join(folder, 'vault.db'),
  key: keys.dbk,
  suite: keys.suite,
  newest: version,
})
if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
const { handle, checkpoint, close } = opened.value
handle.transact(() => {
  for (let n = 1; n <= 20; n += 1) {
    const clientId = insertClient(handle, {
      number: `6228480000${String(n).padStart(2, '0')}`,
      name: `客户${n}`,
      sex: n % 2 === 0 ? 'female' : 'male',
      documentKind: 'passport',
      documentNumber: `E${String(n).padStart(8, '0')}`,
      idDoubtful: false,
      birthDate: '1970-01-01',
      phone: '13900000000',
      employer: '',
      occupation: '',
      ownerId: 1,
      band: 5,
      aum: n * 100_00,
      asOf: '2026-11-20',
      type: 'quality',
      typeConfirmed: false,
      typeReason: '',
      staffId: 1,
      at: now,
    })
    recordPosition(handle, clientId, {
      asOf: '2026-11-20',
      aum: n * 100_00,
      demand: n * 100_00,
      ...nothingElse,
    })
    appendAudit(handle, auditKeyOf(keys), { ...entry, action: 'fixture.made', object: `client:${clientId}` })
  }
})
writeAnchor({ db: handle, folder, keys, at: now })
checkpoint()
close()
