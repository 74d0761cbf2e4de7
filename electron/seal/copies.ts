import { keptUntil, type Copies } from '../../shared/seal/older-copies.ts'
import { lookAway, type Away } from '../backup/look-away.ts'
import { readMarks } from '../backup/marks.ts'
import type { Read } from '../database/handle.ts'
import type { Desk, OpenDesk } from '../desk/desk.ts'
import { plainDateAt } from '../desk/zone.ts'
import { backupsFolder } from '../vault/backup.ts'
import { listBackups, type BackupLine } from '../vault/backup-list.ts'
import { setAsidePlaces } from '../vault/quarantine.ts'

const shelf = 'seal.away'

type Look = { readonly target: string; readonly away: Away }

/** Only the branch's own book has a second target. */
export const targetOf = (desk: Desk, { session }: OpenDesk): string =>
  session.book === 'main' ? desk.ports.settings.get('secondBackupFolder') : ''

/** Looks at the second target, which takes time, and remembers what was there for what has none. */
export const lookAtTarget = async (desk: Desk, open: OpenDesk): Promise<void> => {
  const target = targetOf(desk, open)
  const hadCopies = readMarks(open.db).awayGood !== null
  const away = await lookAway({ target, keys: open.keys, hadCopies })
  desk.shelf.set(shelf, { target, away } satisfies Look)
}

// Copies from before an instant only ever become fewer: an older look says too many at worst.
const lastLook = (desk: Desk, target: string): Away => {
  const look = desk.shelf.get(shelf) as Look | undefined
  if (target === '') return 'none'
  return look?.target === target ? look.away : 'unknown'
}

const wentElsewhere = `
  SELECT count(*) AS n FROM audit
  WHERE action = 'backup.copied' AND at < :before AND (:isNone OR seq < coalesce(
    (SELECT max(seq) FROM audit WHERE action = 'backup.target-set'), 0))`

const copiesWentElsewhere = (db: Read, before: number, target: string): boolean =>
  (db.one<{ n: number }>(wentElsewhere, { before, isNone: target === '' ? 1 : 0 })?.n ?? 0) > 0

// The newest one is the last to go, wherever it lies. Retention never touches one that is no longer whole.
const lastDay = (older: readonly BackupLine[], zone: string): string | null => {
  if (older.length === 0 || older.some(({ verified }) => !verified)) return null
  return keptUntil(plainDateAt(Math.max(...older.map(({ at }) => at)), zone))
}

/** Backups made before an instant still hold what was sealed at it; so may whatever a restore has set aside. */
export const copiesBefore = (desk: Desk, open: OpenDesk, before: number): Copies => {
  const target = targetOf(desk, open)
  const away = lastLook(desk, target)
  const seen = typeof away === 'string' ? [] : away
  const here = listBackups(backupsFolder(open.vaultFolder), open.keys.vmk)
  const older = [...here, ...seen].filter(({ at }) => at < before)
  return {
    count: older.length,
    until: lastDay(older, open.zone()),
    away: typeof away === 'string' ? away : 'seen',
    elsewhere: copiesWentElsewhere(open.db, before, target),
    quarantine: setAsidePlaces(open.vaultFolder),
  }
}

/** Nothing is sealed: nothing can be in a copy that should not. */
export const noCopies: Copies = { count: 0, until: null, away: 'none', elsewhere: false, quarantine: [] }
