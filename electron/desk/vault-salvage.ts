import { existsSync, mkdirSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { ok, refuse, type Result } from '../../shared/result.ts'
import type { TableRead } from '../database/every-row.ts'
import { folderOf } from '../session/folders.ts'
import type { ReadAt } from '../vault/copy-blocks.ts'
import { holderFile, lockFile, takeInstanceLock } from '../vault/instance-lock.ts'
import { isWholeInside } from '../vault/quarantine.ts'
import { salvageVault, type VaultSalvaged } from '../vault/salvage-vault.ts'
import { stagingFolder } from '../vault/state.ts'
import type { Step } from '../vault/step.ts'
import { idRanges } from './id-ranges.ts'
import { signFor, weighBy } from './sign-salvage.ts'
import { holding, withKeys, type Door } from './vault-door.ts'

// What a damaged vault still gives, as a new vault in a folder of its own. Whatever stops it, that folder is as empty as
// it was, and the damaged vault as it was.

export type SalvageAnswer = {
  readonly vault: string
  /** Whether nothing at all was lost. */
  readonly complete: boolean
  readonly tables: readonly { readonly table: string; readonly rows: number; readonly lost: string }[]
  readonly damage: VaultSalvaged['damage']
  readonly loose: VaultSalvaged['loose']
  readonly sealed: VaultSalvaged['sealed']
  readonly unread: VaultSalvaged['unread']
  readonly aside: VaultSalvaged['aside']
}

/** Where a path really leads, whatever of it is there already. */
const realPath = (path: string): string =>
  existsSync(path) ? realpathSync(path) : join(realPath(dirname(path)), basename(path))

const isWithin = (folder: string, path: string): boolean => {
  const way = relative(folder, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && resolve(folder, way) === path)
}

const locks: readonly string[] = [lockFile, `${lockFile}-journal`, holderFile]

/** A salvage that was cut off left this and nothing else: it never opens as a vault, and the next one begins anew. */
const isHalfSalvaged = (into: string): boolean => {
  const vault = folderOf(into, 'main')
  if (readdirSync(into).join() !== 'vault' || !statSync(vault).isDirectory()) return false
  return readdirSync(vault).every((name) => [...locks, stagingFolder].includes(name)) && !isWholeInside(vault)
}

const isFree = (into: string): boolean =>
  !existsSync(into) ||
  (statSync(into).isDirectory() && (readdirSync(into).length === 0 || isHalfSalvaged(into)))

const checkTarget = ({ dataFolder }: Door, into: string): Result<null> => {
  const [source, target] = [realPath(resolve(dataFolder)), realPath(into)]
  if (isWithin(source, target) || isWithin(target, source)) return refuse('salvage-inside', { folder: into })
  return isFree(into) ? ok(null) : refuse('folder-not-empty', { folder: into })
}

/** The target's folders for the time of the work, held like every vault's; gone again when it comes to nothing. */
const inTarget = async <T>(
  door: Door,
  into: string,
  work: (vault: string) => Promise<Result<T>>,
): Promise<Result<T>> => {
  const vault = folderOf(into, 'main')
  const wasThere = existsSync(into)
  let isDone = false
  mkdirSync(into, { recursive: true, mode: 0o700 })
  const holder = { user: userInfo().username, host: hostname(), pid: process.pid, since: door.now }
  const held = takeInstanceLock(vault, holder)
  if (!held.ok) {
    if (!wasThere) rmSync(into, { recursive: true, force: true })
    return held
  }
  try {
    const done = await work(vault)
    isDone = done.ok
    return done
  } finally {
    held.value.release()
    if (!isDone) rmSync(wasThere ? vault : into, { recursive: true, force: true })
  }
}

const lostText = ({ lost, isEndLost }: TableRead): string =>
  [...idRanges(lost), ...(isEndLost ? ['?'] : [])].join(',')

const answerOf = (vault: string, saved: VaultSalvaged): SalvageAnswer => {
  const { damage, loose, sealed, unread, aside } = saved
  const tables = saved.tables.map((read) => ({ table: read.table, rows: read.rows, lost: lostText(read) }))
  const complete =
    tables.every(({ lost }) => lost === '') &&
    [damage.pages, damage.tables, loose, sealed, unread, aside].every(({ length }) => length === 0)
  return { vault, complete, tables, damage, loose, sealed, unread, aside }
}

/** `step` is told how far it is; `read` reads the damaged files, and from the disk itself where it isn't given. */
type Ways = { readonly step?: Step; readonly read?: ReadAt }

export const salvageInto = async (
  door: Door,
  to: string,
  ways: Ways = {},
): Promise<Result<SalvageAnswer>> => {
  const into = resolve(to)
  const target = checkTarget(door, into)
  if (!target.ok) return target
  return holding(door, () =>
    withKeys(door, (keys) =>
      inTarget(door, into, async (vault) => {
        const saved = await salvageVault({
          from: door.folder,
          to: vault,
          keys,
          now: door.now,
          sign: signFor(door, keys),
          weigh: weighBy(keys),
          ...ways,
        })
        return saved.ok ? ok(answerOf(vault, saved.value)) : saved
      }),
    ),
  )
}
