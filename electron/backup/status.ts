import type { BackupStatus } from '../../shared/backup/contract.ts'
import { overdueAfter, workingDaysBetween } from '../../shared/backup/working-days.ts'
import type { Read } from '../database/handle.ts'
import type { Desk, OpenDesk } from '../desk/desk.ts'
import { plainDateAt } from '../desk/zone.ts'
import { hasReserve } from '../vault/reserve.ts'
import { hasChangedSince } from './due.ts'
import { readMarks } from './marks.ts'
import { isSameDisk } from './second-target.ts'

const firstRow = 'SELECT at FROM audit ORDER BY seq LIMIT 1'

/** From when on something has been without a copy elsewhere; null when all of it has one. */
const bareSince = (db: Read): number | null => {
  const { awayGood } = readMarks(db)
  if (awayGood && !hasChangedSince(db, awayGood)) return null
  return awayGood?.at ?? db.one<{ at: number }>(firstRow)?.at ?? null
}

const daysWithout = (open: OpenDesk, now: number): number => {
  const since = bareSince(open.db)
  const zone = open.zone()
  return since === null ? 0 : workingDaysBetween(plainDateAt(since, zone), plainDateAt(now, zone))
}

export const backupStatus = (desk: Desk, open: OpenDesk): BackupStatus => {
  const secondTarget = desk.ports.settings.get('secondBackupFolder')
  const { awayGood, awayTrouble, drillAt } = readMarks(open.db)
  const workingDaysWithout = daysWithout(open, desk.ports.clock.now())
  return {
    secondTarget,
    sameDisk: secondTarget !== '' && isSameDisk(secondTarget, open.vaultFolder),
    lastGoodThere: awayGood?.at ?? null,
    workingDaysWithout,
    overdue: workingDaysWithout >= overdueAfter,
    trouble: awayTrouble,
    restoreDrillAt: drillAt,
    reserve: hasReserve(open.vaultFolder),
  }
}
