import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Read } from '../database/handle.ts'
import { fingerprint } from './copy-file.ts'

/** A stub whose file is missing or differs is an alarm (decisions 2): the dossier exists nowhere else. */
export type SealedState = { readonly file: string; readonly state: 'whole' | 'missing' | 'changed' }

// A vault from before sealing has no stubs.
const hasStubs = "SELECT 1 AS n FROM sqlite_master WHERE type = 'table' AND name = 'sealed_dossier'"
const stubs = 'SELECT file, sha256 FROM sealed_dossier ORDER BY file'

type Stub = { readonly file: string; readonly sha256: string }

const stateOf = async (folder: string, { file, sha256 }: Stub): Promise<SealedState> => {
  const path = join(folder, 'sealed', `${file}.zyd`)
  if (!existsSync(path)) return { file, state: 'missing' }
  const found = await fingerprint(path)
  return { file, state: found.sha256 === sha256 ? 'whole' : 'changed' }
}

/** Every sealed file against the sum its stub keeps; no key is needed for that. */
export const checkSealed = async (db: Read, folder: string): Promise<readonly SealedState[]> => {
  if (!db.one(hasStubs)) return []
  const states: SealedState[] = []
  for (const stub of db.all<Stub>(stubs)) states.push(await stateOf(folder, stub))
  return states
}
