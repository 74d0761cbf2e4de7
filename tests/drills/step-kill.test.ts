import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect } from 'vitest'
import { addPassphraseSlot } from '../../electron/vault/change-slots.ts'
import { backupsFolder } from '../../electron/vault/backup.ts'
import { listBackups } from '../../electron/vault/backup-list.ts'
import { verifyBackup } from '../../electron/vault/verify-backup.ts'
import { unlockVault, unlockWithRecovery } from '../../electron/vault/unlock.ts'
import { got, makeTemplate, now, openMigrated, passphrase, ports } from '../electron/vault/vault-template.ts'
import type { Template } from '../electron/vault/vault-template.ts'
import { check, isDrill } from './check.ts'
import { operationNames, second } from './step-operations.ts'
import type { OperationName } from './step-operations.ts'

let vault: Template
let slotId: string
beforeAll(async () => {
  vault = await makeTemplate()
  const change = { folder: vault.folder, keys: vault.keys, now, ...ports }
  const { label, passphrase: hers } = second
  slotId = got(await addPassphraseSlot({ ...change, label, passphrase: hers })).slotId
})
afterAll(() => vault.remove())

/** The name of the step the process was killed at, or `done`. */
const runTo = (name: OperationName, folder: string, last: number): string => {
  const runner = join(import.meta.dirname, 'step-runner.ts')
  const args = [runner, name, folder, vault.slotId, slotId, String(last)]
  const { stdout, stderr, signal } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  const said = stdout.trim()
  if (said !== 'done' && signal !== 'SIGKILL') throw new Error(stderr)
  return said
}

const opens = async (folder: string, slot: string, typed: string): Promise<boolean> =>
  (await unlockVault({ folder, slotId: slot, passphrase: typed })).ok

/** What must hold wherever the process was cut off. */
const expectOldOrNew = async (name: OperationName, folder: string): Promise<void> => {
  expect(await opens(folder, vault.slotId, passphrase), 'the others still open').toBe(true)
  const old = await opens(folder, slotId, second.passphrase)
  const next = await opens(folder, slotId, second.next)
  expect(old && next, 'never both').toBe(false)
  if (name !== 'login-removed') expect(old || next, 'never neither').toBe(true)
  if (name !== 'card-renewal')
    expect((await unlockWithRecovery({ folder, wordsOrCode: vault.recovery.code })).ok).toBe(true)
  const intoBackups = backupsFolder(folder)
  for (const line of listBackups(intoBackups, vault.keys.vmk))
    expect((await verifyBackup(join(intoBackups, line.name), vault.keys)).ok).toBe(true)
  const database = openMigrated(folder, vault.keys)
  expect(database.quickCheck()).toEqual([])
  database.close()
  expect(readdirSync(folder).filter((file) => /tmp|half|\.new$/.test(file))).toEqual([])
}

/** At its first steps, as many as asked for; none is left out in the drill. */
const killAtSteps = async (name: OperationName, most: number): Promise<string[]> => {
  const killed: string[] = []
  for (let last = 0; last < most; last += 1) {
    const folder = vault.copy()
    const said = runTo(name, folder, last)
    await expectOldOrNew(name, folder)
    if (said === 'done') return killed
    killed.push(said.replace('at ', ''))
    // What was cut off can be done again.
    const isDone = name === 'passphrase-change' && (await opens(folder, slotId, second.next))
    const isGone = name === 'login-removed' && !(await opens(folder, slotId, second.passphrase))
    if (!isDone && !isGone) expect(runTo(name, folder, 1000)).toBe('done')
  }
  return killed
}

// In the usual run one stands for all: each of them is cut off without a kill in slot-kill.test.ts as well.
const tried = isDrill ? operationNames : (['passphrase-change'] as const)

for (const name of tried) {
  const title = `${name}, killed at each of its steps, leaves the old state or the new one`
  check('R06', title, { usual: 1, drill: 1000 }, async ({ rounds }) => {
    const killed = await killAtSteps(name, rounds)
    return { rounds: killed.length, note: `${name}: ${killed.join(', ')}` }
  })
}
