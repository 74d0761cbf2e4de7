import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readHead } from '../../electron/audit/chain.ts'
import { auditKeyOf } from '../../electron/audit/anchor.ts'
import { verifyWhole } from '../../electron/audit/verify.ts'
import { writeBackup } from '../../electron/vault/backup.ts'
import { finishRestore } from '../../electron/vault/quarantine.ts'
import { readVaultState } from '../../electron/vault/state.ts'
import { verifyBackup } from '../../electron/vault/verify-backup.ts'
import { got, makeTemplate, now, openMigrated, tempFolder } from '../electron/vault/vault-template.ts'
import type { Template } from '../electron/vault/vault-template.ts'

let vault: Template
beforeAll(async () => {
  vault = await makeTemplate()
})
afterAll(() => vault.remove())

type Case = { readonly backup: string; readonly folder: string; readonly before: readonly string[] }

/** A vault with a sealed file whose database was lost, and a backup of it elsewhere. */
const damagedVault = async (): Promise<Case> => {
  const folder = vault.copy()
  mkdirSync(join(folder, 'sealed'))
  writeFileSync(join(folder, 'sealed', '17.zyd'), 'sealed bytes')
  const { handle, descriptor, close } = openMigrated(folder, vault.keys)
  const into = tempFolder()
  const made = got(
    await writeBackup({ vaultFolder: folder, into, db: handle, descriptor, keys: vault.keys, now }),
  )
  close()
  rmSync(join(folder, 'vault.db'))
  const before = readdirSync(folder).filter((name) => name !== 'backups')
  return { backup: made.folder, folder, before }
}

const restore = ({ backup, folder }: Case, cutAt: string): readonly string[] => {
  const script = join(import.meta.dirname, 'restorer.ts')
  const ran = spawnSync(process.execPath, [script, backup, folder, vault.recovery.code, cutAt])
  return ran.stdout.toString().split('\n').filter(Boolean)
}

const expectRestored = ({ folder, before }: Case): void => {
  expect(readVaultState(folder)).toMatchObject({ kind: 'vault' })
  const database = openMigrated(folder, vault.keys)
  expect(verifyWhole({ db: database.handle, folder, keys: vault.keys }).kind).toBe('intact')
  expect(readHead(database.handle, auditKeyOf(vault.keys)).seq).toBe(1)
  database.close()
  expect(existsSync(join(folder, 'sealed', '17.zyd'))).toBe(true)
  expect(readdirSync(join(folder, 'quarantine', 'aside')).toSorted()).toEqual(before.toSorted())
  expect(existsSync(join(folder, 'restoring'))).toBe(false)
}

test('a restore cut off at any step is as if it never began, or goes on at the next start (check R06)', async () => {
  const steps = restore(await damagedVault(), '')
  expect(steps).toEqual([
    'copy-backup',
    'sign-restored',
    'mark-restored-ready',
    'set-original-aside',
    'move-restored-in',
  ])
  for (const cutAt of steps) {
    const one = await damagedVault()
    expect(restore(one, cutAt).at(-1)).toBe(cutAt)
    expect((await verifyBackup(one.backup, vault.keys)).ok).toBe(true)
    finishRestore(one.folder)
    if (readVaultState(one.folder).kind !== 'vault') {
      // Nothing of the original has moved, and the same restore can be done again.
      for (const name of one.before) expect(existsSync(join(one.folder, name)), `${cutAt} ${name}`).toBe(true)
      restore(one, '')
    }
    expectRestored(one)
  }
}, 120_000)
