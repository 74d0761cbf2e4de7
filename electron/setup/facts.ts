import type { SetupFacts } from '../../shared/setup/rules.ts'
import type { Read } from '../database/handle.ts'
import type { OpenDesk } from '../desk/desk.ts'
import type { Ports } from '../desk/ports.ts'
import { newestIntake } from '../intake/repository.ts'
import { currentPolicy, readSetting } from '../setting/repository.ts'
import { doorsWithKeys, isKeeper } from '../staff/keepers.ts'
import { allStaff } from '../staff/repository.ts'

const strays = `
  SELECT count(*) AS n FROM client JOIN staff ON staff.id = client.owner_id WHERE staff.active = 0`

// Any sheet somebody took out of the printer shows that it prints.
const taken = `SELECT count(*) AS n FROM printout WHERE outcome = 'taken'`

const inCabinets = `
  SELECT count(DISTINCT client_id) AS n FROM custody WHERE move IN ('booked', 'accepted')`

// Whoever a later book brings has nothing in a cabinet yet, and opens no line again that was done.
const leftOut = `
  SELECT count(*) AS n FROM client AS c LEFT JOIN dossier AS d ON d.client_id = c.id
  WHERE d.client_id IS NULL
    AND c.created_at <= coalesce((SELECT max(at) FROM custody WHERE move = 'booked'), c.created_at)`

const countOf = (row: { n: number } | undefined): number => row?.n ?? 0

/** What the rows, the header and this PC's settings say of each line. */
export const setupFacts = (db: Read, open: OpenDesk, { settings }: Pick<Ports, 'settings'>): SetupFacts => {
  const doors = doorsWithKeys(open)
  const known = doors.ok ? doors.value : []
  const logins = allStaff(db).filter(({ active, hasLogin }) => active && hasLogin)
  const isTold = (key: string): boolean => typeof readSetting(db, key) === 'string'
  return {
    named: isTold('bank') && isTold('branch'),
    branchCode: currentPolicy(db).branchCode,
    logins: logins.length,
    roleless: logins.filter(({ roles }) => roles.length === 0).length,
    temporary: known.filter(({ slot }) => slot.temporary === true).length,
    keepers: known.filter((door) => isKeeper(door) && door.key !== 'none' && door.slot.temporary !== true)
      .length,
    cardConfirmed: readSetting(db, 'cardConfirmed') === true,
    clientBook: newestIntake(db, 'client-book')?.asOf ?? '',
    shelf: newestIntake(db, 'product-shelf')?.asOf ?? '',
    strayClients: countOf(db.one<{ n: number }>(strays)),
    inCabinets: countOf(db.one<{ n: number }>(inCabinets)),
    leftOut: countOf(db.one<{ n: number }>(leftOut)),
    secondBackup: settings.get('secondBackupFolder') !== '',
    drilled: typeof readSetting(db, 'restoreDrillAt') === 'number',
    printed: countOf(db.one<{ n: number }>(taken)) > 0,
  }
}
