import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fail, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { auditKeyOf } from '../audit/anchor.ts'
import { readHead } from '../audit/chain.ts'
import { openReadOnly } from '../database/open.ts'
import { fingerprint } from './copy-file.ts'
import type { Watch } from './copy-file.ts'
import { readManifest } from './manifest.ts'
import type { Manifest } from './manifest.ts'
import { databaseFile } from './state.ts'
import type { VaultKeys } from './vault-keys.ts'

type Keys = Pick<VaultKeys, 'vmk' | 'dbk' | 'suite'>

const damaged = (part: string): Result<never> => fail({ code: 'damaged', part })

/** Every file is there with the bytes the manifest names. */
export const checkFiles = async (
  folder: string,
  manifest: Manifest,
  watch?: Watch,
): Promise<Result<null>> => {
  for (const { name, bytes, sha256 } of manifest.files) {
    const path = join(folder, name)
    if (!existsSync(path)) return damaged(`backup:${name}`)
    const found = await fingerprint(path, watch)
    if (found.bytes !== bytes || found.sha256 !== sha256) return damaged(`backup:${name}`)
  }
  return ok(null)
}

/** The copy opens with the vault's key, is sound, and ends with the audit row the manifest names. */
const checkDatabase = (folder: string, keys: Keys, manifest: Manifest): Result<null> => {
  const opened = openReadOnly({ path: join(folder, databaseFile), key: keys.dbk, suite: keys.suite })
  if (!opened.ok) return opened
  const copy = opened.value
  try {
    if (copy.version !== manifest.schema || copy.quickCheck().length > 0) return damaged('backup-database')
    const head = readHead(copy.handle, auditKeyOf(keys))
    const isSame = head.seq === manifest.audit.seq && head.hash === manifest.audit.hash
    return isSame ? ok(null) : damaged('backup-audit')
  } finally {
    copy.close()
  }
}

/** Is this backup whole, genuine and readable? */
export const verifyBackup = async (folder: string, keys: Keys, watch?: Watch): Promise<Result<Manifest>> => {
  const manifest = readManifest(folder, keys.vmk)
  if (!manifest.ok) return manifest
  const files = await checkFiles(folder, manifest.value, watch)
  if (!files.ok) return files
  const database = checkDatabase(folder, keys, manifest.value)
  return database.ok ? manifest : database
}
