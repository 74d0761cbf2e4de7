import { join } from 'node:path'
import { listPages } from '../../shared/audit/damaged-pages.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { findOnPaper, type OnPaper } from '../audit/printed-head.ts'
import { verifyWhole, type Verdict } from '../audit/verify.ts'
import type { Read } from '../database/handle.ts'
import { openReadOnly } from '../database/open.ts'
import { failureOfSqlite } from '../database/sqlite-failure.ts'
import { headerFiles, readHeaders } from './header-file.ts'
import { databaseFile } from './state.ts'
import { checkSealed, type SealedState } from './verify-sealed.ts'
import type { VaultKeys } from './vault-keys.ts'

/** What a whole look at a vault found. Nothing in it is changed, not even a header copy that could be mended. */
export type VaultCheck = {
  /**
   * head-missing: sound in itself, but a sheet shows a row that isn't there: an older copy, another vault, or perhaps a
   * row that a salvage lost, which `paper` tells apart.
   */
  readonly verdict: 'sound' | 'damaged' | 'head-missing'
  readonly schema: number
  readonly headers: Readonly<Record<string, string>>
  /** Pages that are not as they should be, the first ones; `morePages` says how many are not named. */
  readonly pages: readonly number[]
  readonly morePages: number
  /** The tables they belong to, where a table can be named. */
  readonly tables: readonly string[]
  readonly chain: Verdict
  readonly paper: OnPaper
  /** Each sealed dossier's file against its stub. */
  readonly sealed: readonly SealedState[]
}

type Case = {
  readonly folder: string
  readonly keys: Pick<VaultKeys, 'vmk' | 'dbk' | 'suite'>
  /** The head on a sheet, as `readPrintedHead` gives it. */
  readonly head: string | undefined
}

/** Every page, the whole audit chain with its anchors, both header copies. `judge` sees the rows before they close. */
export const verifyVault = async (
  { folder, keys, head }: Case,
  judge: (db: Read) => Result<null>,
): Promise<Result<VaultCheck>> => {
  const opened = openReadOnly({ path: join(folder, databaseFile), key: keys.dbk, suite: keys.suite })
  if (!opened.ok) return opened
  const { handle, version, pageDamage, close } = opened.value
  try {
    // A page whose seal doesn't hold ends the check itself: there is nothing more to read from here.
    const damage = pageDamage()
    const { pages, more: morePages } = listPages(damage.pages)
    const allowed = damage.isSound ? judge(handle) : ok(null)
    if (!allowed.ok) return allowed
    const { copies } = readHeaders(folder)
    const headers = Object.fromEntries(headerFiles.map((file) => [file, copies[file].state]))
    const chain = verifyWhole({ db: handle, folder, keys })
    const sealed = await checkSealed(handle, folder)
    const isSound =
      damage.isSound &&
      // What a salvage could not save is named in the chain, and was told once; only what came after it is new.
      (chain.kind === 'intact' || chain.kind === 'salvaged') &&
      Object.values(headers).every((state) => state === 'read') &&
      sealed.every(({ state }) => state === 'whole')
    const { tables } = damage
    const paper = findOnPaper(handle, head, { hasLostRows: chain.kind === 'salvaged' })
    const isMissing = paper.kind === 'missing' || paper.kind === 'perhaps-lost'
    const verdict = !isSound ? 'damaged' : isMissing ? 'head-missing' : 'sound'
    return ok({ verdict, schema: version, headers, pages, morePages, tables, chain, paper, sealed })
  } catch (error) {
    const failure = failureOfSqlite(error)
    if (!failure) throw error
    return fail(failure)
  } finally {
    close()
  }
}
