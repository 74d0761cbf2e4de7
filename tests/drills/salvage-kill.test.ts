import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyWhole } from '../../electron/audit/verify.ts'
import { finishRestore } from '../../electron/vault/quarantine.ts'
import { readVaultState } from '../../electron/vault/state.ts'
import { makeTemplate, openMigrated, tempFolder } from '../electron/vault/vault-template.ts'
import type { Template } from '../electron/vault/vault-template.ts'
import { leavesOf, spoilPage } from '../support/damage.ts'

const clients = 300

let vault: Template
let bad: number
beforeAll(async () => {
  vault = await makeTemplate()
  const { handle, checkpoint, close } = openMigrated(vault.folder, vault.keys)
  handle.transact(() => {
    for (let n = 1; n <= clients; n += 1)
      handle.run(
        `INSERT INTO client (number, name, name_key, sex, type, created_at)
         VALUES (:number, :name, :name, 'unknown', 'quality', 1)`,
        { number: `7${n}`, name: `客户${n}` },
      )
  })
  checkpoint()
  const [, page = 0] = leavesOf(handle, 'client')
  close()
  bad = page
})
afterAll(() => vault.remove())

const damagedVault = (): string => {
  const data = tempFolder()
  mkdirSync(data, { recursive: true })
  renameSync(vault.copy(), join(data, 'vault'))
  spoilPage(join(data, 'vault'), bad)
  return data
}

const salvage = (data: string, into: string, cutAt: string): readonly string[] => {
  const script = join(import.meta.dirname, 'salvager.ts')
  const ran = spawnSync(process.execPath, [script, data, into, vault.recovery.code, cutAt])
  return ran.stdout.toString().split('\n').filter(Boolean)
}

test('a salvage cut off at any step opens as nothing, and the next one begins anew or finds it whole (check R06)', () => {
  const data = damagedVault()
  const steps = salvage(data, join(tempFolder(), 'saved'), '')
  expect(steps).toEqual([
    'salvage-rows',
    'salvage-files',
    'salvage-anchor',
    'mark-restored-ready',
    'set-original-aside',
    'move-restored-in',
  ])
  for (const cutAt of steps) {
    const into = join(tempFolder(), 'saved')
    const folder = join(into, 'vault')
    expect(salvage(data, into, cutAt).at(-1)).toBe(cutAt)
    expect(readVaultState(folder), cutAt).toEqual({ kind: 'damaged', part: 'half-restored' })
    // What a start of the app does: only a whole one takes its place.
    if (steps.indexOf(cutAt) > steps.indexOf('mark-restored-ready')) finishRestore(folder)
    else expect(salvage(data, into, '')).toEqual(steps)
    expect(readVaultState(folder), cutAt).toMatchObject({ kind: 'vault' })
    expect(existsSync(join(folder, 'restoring'))).toBe(false)
    const database = openMigrated(folder, vault.keys)
    // All but those of the bad page.
    const [saved] = database.handle.all<{ n: number }>('SELECT count(*) AS n FROM client')
    expect(saved?.n, cutAt).toBeGreaterThan(clients / 2)
    expect(saved?.n, cutAt).toBeLessThan(clients)
    expect(verifyWhole({ db: database.handle, folder, keys: vault.keys }).kind).toBe('intact')
    database.close()
  }
}, 120_000)
