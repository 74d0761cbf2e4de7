import type { backupContract } from '../../shared/backup/contract.ts'
import { fail, ok, refuse, type Result } from '../../shared/result.ts'
import type { ActCall, ReadCall } from '../desk/call.ts'
import type { Desk, OpenDesk } from '../desk/desk.ts'
import type { Handlers } from '../desk/handlers-type.ts'
import { keepPreview } from '../printout/jobs.ts'
import { freeReserve } from '../vault/reserve.ts'
import { startBackup } from './back-up.ts'
import type { Drilled, DrillSheet } from './drill-job.ts'
import { listPlaces } from './list-places.ts'
import { markKeys } from './marks.ts'
import { record } from './record.ts'
import { checkSecondTarget } from './second-target.ts'
import { backupStatus } from './status.ts'

const drills = 'backup.drills'

/** What the drills of this session found, until it ends. */
const drillsOf = (desk: Desk): Map<number, Drilled> => {
  const known = desk.shelf.get(drills)
  if (known instanceof Map) return known as Map<number, Drilled>
  const fresh = new Map<number, Drilled>()
  desk.shelf.set(drills, fresh)
  return fresh
}

// Shown to whoever tries a backup out, not only to who prints statements; the dossiers are asked for all the same.
const keepSheet = (call: ReadCall, { content, family }: DrillSheet): string =>
  keepPreview(call, {
    printed: { kind: 'statement', content },
    kind: 'restore-statement',
    clientIds: family,
    // What the backup holds doesn't change.
    asked: null,
  })

const withOpen = <T>(desk: Desk, work: (open: OpenDesk) => T | Result<never>): T | Result<never> => {
  const open = desk.open()
  return open ? work(open) : fail({ code: 'locked' })
}

const setSecond = async (call: ActCall, open: OpenDesk, typed: string) => {
  const { desk, ports } = call
  // Anybody can open the sample book; where the branch's own backups go is not decided there.
  if (open.session.book === 'sample') return refuse('second-in-sample')
  const checked = typed === '' ? ok('') : checkSecondTarget(typed, ports.dataFolder)
  if (!checked.ok) return checked
  ports.settings.set('secondBackupFolder', checked.value)
  // Whatever was good on the old target says nothing of the new one.
  await record(desk, open, {
    audit: { action: 'backup.target-set', object: '' },
    settings: { [markKeys.awayGood]: null, [markKeys.awayTrouble]: null },
  })
  return ok(backupStatus(desk, open))
}

export const backupHandlers: Handlers<typeof backupContract> = {
  run: (call) =>
    withOpen(call.desk, (open) => {
      const { here, away } = startBackup(call.desk, open, 'now')
      return ok({ jobId: here ?? 0, copyId: away })
    }),
  list: (call) => withOpen(call.desk, async (open) => ok(await listPlaces(call.desk, open))),
  status: (call) => withOpen(call.desk, (open) => ok(backupStatus(call.desk, open))),
  setSecond: (call, { folder }) => withOpen(call.desk, (open) => setSecond(call, open, folder)),
  drill: (call, { place }) => {
    const target = call.ports.settings.get('secondBackupFolder')
    if (place === 'away' && target === '') return refuse('second-missing')
    const drills = drillsOf(call.desk)
    const jobId: number = call.desk.jobs.start('backup.drill', { place, target }, (found) => {
      drills.set(jobId, found)
    })
    return ok({ jobId })
  },
  drilled: async (call, { jobId }) => {
    const found = drillsOf(call.desk).get(jobId)
    if (!found) return fail({ code: 'not-found', what: 'drill' })
    const { sheet, ...facts } = found
    if (!sheet) return ok({ ...facts, sheet })
    // Somebody's figures are looked at because a backup is tried out: whose, stands in the chain.
    await call.note({ action: 'backup.sheet-shown', object: `client:${sheet.clientId}` })
    return ok({ ...facts, sheet: keepSheet(call, sheet) })
  },
  confirmDrill: (call, { jobId, pages }) =>
    withOpen(call.desk, async (open) => {
      const found = drillsOf(call.desk).get(jobId)
      // A sheet without pages was not printed, and a drill without its sheet did not end.
      if (!found || (found.sheet !== null && pages === 0)) return fail({ code: 'not-found', what: 'drill' })
      drillsOf(call.desk).delete(jobId)
      await record(call.desk, open, {
        audit: { action: 'backup.drilled', object: `backup:${found.name}` },
        settings: { [markKeys.drillAt]: call.now },
      })
      return ok(backupStatus(call.desk, open))
    }),
  freeReserve: (call) =>
    withOpen(call.desk, (open) => {
      freeReserve(open.vaultFolder)
      return ok(backupStatus(call.desk, open))
    }),
}
