import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest'
import { verifyWhole } from '../../electron/audit/verify.ts'
import { insertClient } from '../../electron/client/repository.ts'
import type { Write } from '../../electron/database/handle.ts'
import { sealedFolder } from '../../electron/seal/place.ts'
import { stubOf } from '../../electron/seal/stub.ts'
import { missingFiles, tidySealed } from '../../electron/seal/tidy.ts'
import { unwrapDossier } from '../../electron/seal/unwrap.ts'
import { clientById } from '../../electron/client/repository.ts'
import { makeTemplate, openMigrated } from '../electron/vault/vault-template.ts'
import type { Template } from '../electron/vault/vault-template.ts'
import { below } from '../support/dice.ts'
import { check } from './check.ts'

let vault: Template
beforeAll(async () => {
  vault = await makeTemplate()
})
afterAll(() => vault.remove())

const name = '暗号琳欣'

const addPeople = (db: Write): void => {
  db.run("INSERT INTO staff(id, name, created_at) VALUES (1, '高档案', 0), (2, '李理财', 0)")
  insertClient(db, {
    number: '6228480099',
    name,
    sex: 'female',
    documentKind: 'resident-id',
    documentNumber: '990000195908175962',
    idDoubtful: false,
    birthDate: '1959-08-17',
    phone: '18671772999',
    employer: '',
    occupation: '',
    ownerId: 1,
    band: 3,
    aum: 1,
    asOf: '2026-11-20',
    type: 'quality',
    typeConfirmed: true,
    typeReason: '',
    staffId: 1,
    at: 0,
  })
}

/** Lets it come to a step, a different one each time, and kills it a moment later; says at which. */
const killOnce = async (folder: string, round: number, after: number): Promise<string> => {
  const { vmk, dbk, rolePrivate, vaultId } = vault.keys
  const hex = [vmk, dbk, rolePrivate.archive ?? Buffer.alloc(0)].map((key) => key.toString('hex'))
  const child = spawn(process.execPath, [join(import.meta.dirname, 'sealer.ts'), folder, ...hex, vaultId], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  // It is killed while it is being told to go on.
  child.stdin.on('error', () => undefined)
  const steps: string[] = []
  const target = round + 2
  child.stdout.on('data', (chunk: Buffer) => {
    for (const step of chunk.toString().trim().split('\n')) {
      steps.push(step)
      if (steps.length <= target) child.stdin.write('\n')
      if (steps.length === target) setTimeout(() => child.kill('SIGKILL'), after)
    }
  })
  await once(child, 'close')
  return steps[target - 1] ?? ''
}

const title = 'a sealing or opening killed at any moment leaves the dossier open or sealed, never neither'

check('R06', title, { usual: 6, drill: 80 }, async ({ rounds, random }) => {
  const folder = vault.copy()
  const first = openMigrated(folder, vault.keys)
  addPeople(first.handle)
  first.close()
  const at = new Set<string>()
  for (let round = 0; round < rounds; round += 1) {
    at.add(await killOnce(folder, round % 8, below(random, 8)))
    const database = openMigrated(folder, vault.keys)
    const db = database.handle
    expect(verifyWhole({ db, folder, keys: vault.keys }).kind).toBe('intact')
    tidySealed(db, folder, true)
    const stub = stubOf(db, 1)
    const files = existsSync(sealedFolder(folder)) ? readdirSync(sealedFolder(folder)) : []
    expect(files).toEqual(stub ? [`${stub.file}.zyd`] : [])
    expect(missingFiles(db, folder)).toEqual([])
    expect(clientById(db, 1)?.name).toBe(stub ? '暗**欣' : name)
    const held = { vaultId: vault.keys.vaultId, archivePrivate: vault.keys.rolePrivate.archive }
    if (stub) expect(unwrapDossier(db, 1, held).ok).toBe(true)
    expect(database.quickCheck()).toEqual([])
    database.close()
  }
  expect(at.size).toBeGreaterThan(3)
  return { rounds, note: `sealing and opening: ${[...at].join(', ')}` }
})
