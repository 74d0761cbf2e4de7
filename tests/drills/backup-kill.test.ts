import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest'
import { verifyWhole } from '../../electron/audit/verify.ts'
import { backupsFolder } from '../../electron/vault/backup.ts'
import { backupName, listBackups } from '../../electron/vault/backup-list.ts'
import { awayFolder } from '../../electron/vault/copy-backup.ts'
import { verifyBackup } from '../../electron/vault/verify-backup.ts'
import { makeTemplate, openMigrated, tempFolder } from '../electron/vault/vault-template.ts'
import type { Template } from '../electron/vault/vault-template.ts'
import { below } from '../support/dice.ts'
import { check } from './check.ts'

let vault: Template
beforeAll(async () => {
  vault = await makeTemplate()
})
afterAll(() => vault.remove())

/** Lets it make some backups, then kills it at an uneven moment in the next ones. */
const killOnce = async (folder: string, target: string, after: number): Promise<number> => {
  const { vmk, dbk, vaultId } = vault.keys
  const script = join(import.meta.dirname, 'backer.ts')
  const args = [script, folder, vmk.toString('hex'), dbk.toString('hex'), vaultId, target]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => {
    if (text === '') setTimeout(() => child.kill('SIGKILL'), after)
    text += chunk.toString()
  })
  await once(child, 'close')
  return text.split('\n').filter((line) => /^made \d+$/.test(line)).length
}

const title = 'a backup cut off at any moment is either whole or not there, and the vault itself is untouched'

check('R18', title, { usual: 8, drill: 60 }, async ({ rounds, random }) => {
  const folder = vault.copy()
  openMigrated(folder, vault.keys).close()
  const target = tempFolder()
  const places = [backupsFolder(folder), awayFolder(target, vault.keys.vaultId)]
  let made = 0
  for (let round = 0; round < rounds; round++) {
    made += await killOnce(folder, target, 5 + below(random, 40))
    const database = openMigrated(folder, vault.keys)
    expect(verifyWhole({ db: database.handle, folder, keys: vault.keys }).kind).toBe('intact')
    expect(database.quickCheck()).toEqual([])
    database.close()
    for (const into of places)
      for (const line of listBackups(into, vault.keys.vmk))
        expect((await verifyBackup(join(into, line.name), vault.keys)).ok).toBe(true)
  }
  expect(made).toBeGreaterThanOrEqual(rounds)
  for (const into of places)
    expect(readdirSync(into).filter((name) => backupName.test(name)).length).toBeGreaterThan(0)
  return { rounds, note: `${made} whole backups made in between` }
})
