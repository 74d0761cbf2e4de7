import { execFileSync } from 'node:child_process'
import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { anchorFile, auditKeyOf } from '../../../electron/audit/anchor.ts'
import { appendAudit } from '../../../electron/audit/chain.ts'
import { verifyWhole } from '../../../electron/audit/verify.ts'
import type { OpenDatabase } from '../../../electron/database/open.ts'
import { backupsFolder, writeBackup } from '../../../electron/vault/backup.ts'
import type { BackupMade } from '../../../electron/vault/backup.ts'
import { listBackups } from '../../../electron/vault/backup-list.ts'
import { manifestFile } from '../../../electron/vault/manifest.ts'
import { restoreVault } from '../../../electron/vault/restore.ts'
import { readVaultState } from '../../../electron/vault/state.ts'
import { verifyBackup } from '../../../electron/vault/verify-backup.ts'
import { got, makeTemplate, now, openMigrated, passphrase, tempFolder } from './vault-template.ts'
import type { Template } from './vault-template.ts'

let vault: Template
let folder: string
let database: OpenDatabase

beforeAll(async () => {
  vault = await makeTemplate()
})
afterAll(() => vault.remove())

const addSettings = (count: number): void => {
  const { handle } = database
  const stamped = { at: now, boot: 'b', mono: 1, slotId: vault.slotId, staffId: 1, channel: 'cli' as const }
  for (let at = 0; at < count; at++)
    handle.transact(() => {
      handle.run("INSERT INTO setting (key, value, valid_from, staff_id) VALUES ('k', ?, 1, 1)", [`值 ${at}`])
      appendAudit(handle, auditKeyOf(vault.keys), {
        ...stamped,
        action: 'setting.changed',
        object: `setting:${at}`,
      })
    })
}

beforeEach(() => {
  folder = vault.copy()
  database = openMigrated(folder, vault.keys)
  addSettings(20)
})
afterEach(() => database.close())

const backUp = async (at = now): Promise<BackupMade> =>
  got(
    await writeBackup({
      vaultFolder: folder,
      db: database.handle,
      descriptor: database.descriptor,
      keys: vault.keys,
      now: at,
    }),
  )
const by = () => ({ slotId: vault.slotId, passphrase })
const dump = (db: OpenDatabase): unknown => [
  db.handle.all('SELECT * FROM setting ORDER BY id'),
  db.handle.all('SELECT * FROM audit ORDER BY seq'),
]

test('a backup restored into an empty folder is the same vault, row for row', async () => {
  mkdirSync(join(folder, 'sealed'))
  writeFileSync(join(folder, 'sealed', '17.zyd'), 'sealed bytes')
  const before = dump(database)
  const made = await backUp()
  addSettings(5)
  const to = join(tempFolder(), 'restored')
  const restored = got(await restoreVault({ from: made.folder, to, by: by() }))
  expect(readVaultState(to)).toMatchObject({ kind: 'vault', vaultId: vault.keys.vaultId })
  expect(readFileSync(join(to, 'sealed', '17.zyd'), 'utf8')).toBe('sealed bytes')
  const opened = openMigrated(to, restored.keys)
  expect(dump(opened)).toEqual(before)
  expect(verifyWhole({ db: opened.handle, folder: to, keys: restored.keys })).toMatchObject({
    kind: 'intact',
    rows: 20,
  })
  opened.close()
})

test('the recovery card restores as well as a passphrase does', async () => {
  const made = await backUp()
  const to = join(tempFolder(), 'restored')
  const answer = await restoreVault({ from: made.folder, to, by: { wordsOrCode: vault.recovery.code } })
  expect(got(answer).manifest.audit.seq).toBe(20)
})

const secondProcess = (): string =>
  execFileSync(process.execPath, [
    join(import.meta.dirname, 'second-process.ts'),
    join(folder, 'vault.db'),
    vault.keys.dbk.toString('hex'),
  ]).toString()

/** SQLite's own lock on the live database, as the system sees it. */
const holdsLock = (): boolean => {
  const { ino } = statSync(join(folder, 'vault.db'))
  const held = readFileSync('/proc/locks', 'utf8').split('\n')
  return held.some((line) => line.includes(` ${process.pid} `) && line.includes(`:${ino} `))
}

test('a backup drops none of the live database’s locks, and a second process is still kept from writing', async () => {
  expect(holdsLock()).toBe(true)
  await backUp()
  expect(holdsLock()).toBe(true)
  expect(database.handle.transact(secondProcess)).toBe('SQLITE_BUSY')
})

test('the check for the lock sees one that was dropped by opening the file once more', () => {
  closeSync(openSync(join(folder, 'vault.db'), 'r'))
  expect(holdsLock()).toBe(false)
})

test('backups follow each other while the work goes on', async () => {
  await backUp()
  addSettings(3)
  const again = await backUp(now + 1000)
  expect(again.head.seq).toBe(23)
  expect(listBackups(backupsFolder(folder), vault.keys.vmk).map((line) => [line.at, line.verified])).toEqual([
    [now + 1000, true],
    [now, true],
  ])
})

test('a backup opens nothing without a passphrase and shows no word of the rows', async () => {
  const made = await backUp()
  for (const name of readdirSync(made.folder)) {
    const bytes = readFileSync(join(made.folder, name))
    expect(bytes.includes('值 1'), name).toBe(false)
    expect(bytes.includes(vault.keys.dbk), name).toBe(false)
  }
  const to = join(tempFolder(), 'restored')
  const answer = await restoreVault({
    from: made.folder,
    to,
    by: { ...by(), passphrase: 'somebody else tries' },
  })
  expect(answer).toMatchObject({ failure: { code: 'wrong-passphrase' } })
  expect(existsSync(to)).toBe(false)
})

test.each(['vault.db', 'header.a', 'header.b', anchorFile, manifestFile])(
  'one changed byte in the backup’s %s is found, and nothing is restored',
  async (name) => {
    const made = await backUp()
    const path = join(made.folder, name)
    const bytes = readFileSync(path)
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 60) ^ 1, bytes.length - 60)
    writeFileSync(path, bytes)
    expect(await verifyBackup(made.folder, vault.keys)).toMatchObject({ failure: { code: 'damaged' } })
    const to = join(tempFolder(), 'restored')
    expect(await restoreVault({ from: made.folder, to, by: by() })).toMatchObject({
      failure: { code: 'damaged' },
    })
    expect(readdirSync(to)).toEqual([])
  },
)

test.each(['vault.db', 'header.b', anchorFile, manifestFile])(
  'a backup without its %s is not whole',
  async (name) => {
    const made = await backUp()
    rmSync(join(made.folder, name))
    expect((await verifyBackup(made.folder, vault.keys)).ok).toBe(false)
  },
)

test('files of two backups can not be mixed', async () => {
  const first = await backUp()
  addSettings(1)
  const second = await backUp(now + 1000)
  cpSync(join(first.folder, 'vault.db'), join(second.folder, 'vault.db'))
  expect(await verifyBackup(second.folder, vault.keys)).toMatchObject({
    failure: { part: 'backup:vault.db' },
  })
})

test('a folder with anything in it is no place to restore into', async () => {
  const made = await backUp()
  expect(await restoreVault({ from: made.folder, to: folder, by: by() })).toMatchObject({
    failure: { code: 'refused', rule: 'folder-not-empty' },
  })
  expect(await restoreVault({ from: tempFolder(), to: join(tempFolder(), 'x'), by: by() })).toMatchObject({
    failure: { code: 'refused', rule: 'no-backup-there' },
  })
})

test('what a cut-off backup left is cleared by the next one and never listed', async () => {
  const half = join(backupsFolder(folder), 'tmp-20261122T010000Z-9.zyb')
  mkdirSync(half, { recursive: true })
  writeFileSync(join(half, 'vault.db'), '')
  expect(listBackups(backupsFolder(folder), vault.keys.vmk)).toEqual([])
  await backUp()
  expect(existsSync(half)).toBe(false)
})
