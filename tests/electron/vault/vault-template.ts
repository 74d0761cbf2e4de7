import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { migrate, newestVersion } from '../../../electron/database/migrate.ts'
import { migrations } from '../../../electron/database/migrations/index.ts'
import { openDatabase } from '../../../electron/database/open.ts'
import type { OpenDatabase } from '../../../electron/database/open.ts'
import { createVault } from '../../../electron/vault/create.ts'
import type { NewVault } from '../../../electron/vault/create.ts'
import { leastCost } from '../../../electron/vault/kdf.ts'
import type { VaultKeys } from '../../../electron/vault/vault-keys.ts'
import { ok } from '../../../shared/result.ts'
import type { Result } from '../../../shared/result.ts'
import { passphrase } from '../../support/vault-passphrase.ts'

export { passphrase }
export const now = Date.UTC(2026, 10, 22, 1, 0, 0)

/** The cheapest cost the program accepts, and real randomness. */
export const ports = {
  kdf: leastCost,
  random: (bytes: number): Buffer => randomBytes(bytes),
  // A clock that stands: how busy this machine is must not choose the cipher.
  monotonic: () => 0,
  isWanted: () => true,
  fill: () => ok(null),
}

/** The value of an answer that must not be a refusal. */
export const got = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.failure)}`)
  return result.value
}

const makeTemp = (): string => mkdtempSync(join(tmpdir(), 'zhiyin-vault-'))
const removeTemp = (folder: string): void => rmSync(folder, { recursive: true, force: true })

/** A folder for one test, removed after it. */
export const tempFolder = (): string => {
  const folder = makeTemp()
  onTestFinished(() => removeTemp(folder))
  return folder
}

export type Template = NewVault & {
  readonly folder: string
  /** A fresh copy of the vault to do harm to. */
  readonly copy: () => string
  readonly remove: () => void
}

export const makeTemplate = async (): Promise<Template> => {
  const root = makeTemp()
  const folder = join(root, 'template')
  const born = got(await createVault({ folder, staffLabel: '陈明', passphrase, now, ...ports }))
  let count = 0
  const copy = (): string => {
    const target = join(root, `copy-${++count}`)
    cpSync(folder, target, { recursive: true })
    return target
  }
  return { ...born, folder, copy, remove: () => removeTemp(root) }
}

/** Opens the vault's database and brings it to the newest schema. */
export const openMigrated = (folder: string, keys: VaultKeys): OpenDatabase => {
  const request = { path: join(folder, 'vault.db'), key: keys.dbk, suite: keys.suite }
  const database = got(openDatabase({ ...request, newest: newestVersion(migrations) }))
  got(migrate({ database, migrations, copyTo: (from) => join(folder, `before-${from}.db`) }))
  return database
}
