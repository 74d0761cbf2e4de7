import { failureOfSqlite } from '../database/sqlite-failure.ts'
import type { Desk, OpenDesk } from '../desk/desk.ts'
import { giveRoom } from '../desk/give-room.ts'
import { logBug } from '../desk/log-bug.ts'
import { framesOf } from '../log/log.ts'
import { awayIsBehind, backupIsDue } from './due.ts'
import { markKeys, readMarks } from './marks.ts'
import { record } from './record.ts'

const week = 7 * 86_400_000

type Vault = Pick<OpenDesk, 'db' | 'vaultFolder' | 'keys'>

const guarded = ({ db, vaultFolder, keys }: Vault) => ({ db, folder: vaultFolder, vmk: keys.vmk })

const isDue = (desk: Desk, vault: Vault): boolean =>
  backupIsDue({ ...guarded(vault), now: desk.ports.clock.now() })

/** Whether a copy is due here, or the newest one has not reached the second target. */
export const wantsBackup = (desk: Desk, vault: Vault): boolean =>
  isDue(desk, vault) || (desk.ports.settings.get('secondBackupFolder') !== '' && awayIsBehind(guarded(vault)))

const startHere = (desk: Desk, open: OpenDesk): number => {
  const { compactedAt } = readMarks(open.db)
  const now = desk.ports.clock.now()
  const compact = compactedAt === null || now - compactedAt >= week || now < compactedAt
  return desk.jobs.start('backup.run', { compact }, async ({ name }) => {
    const object = `backup:${name}`
    await record(desk, open, { audit: { action: 'backup.made', object }, settings: {} })
    if (!compact) return
    const settings = { [markKeys.compactedAt]: now }
    await record(desk, open, { audit: { action: 'backup.compacted', object }, settings })
  })
}

const startAway = (desk: Desk, open: OpenDesk, target: string): number =>
  desk.jobs.start('backup.copy', { target }, async ({ name }) => {
    const { awayGood, awayTrouble } = readMarks(open.db)
    if (awayGood?.name === name && awayTrouble === null) return
    await record(desk, open, {
      audit: { action: 'backup.copied', object: `backup:${name}` },
      settings: {
        [markKeys.awayGood]: { at: desk.ports.clock.now(), name },
        [markKeys.awayTrouble]: null,
      },
    })
  })

// A target that stays away is told once, not with every try. Not everybody waits for this: it never rejects.
const noteTrouble = async (desk: Desk, open: OpenDesk, id: number): Promise<void> => {
  await desk.jobs.finished(id)
  const view = desk.jobs.view(id)
  if (view?.state !== 'failed' || !view.failure) return
  try {
    if (readMarks(open.db).awayTrouble?.code === view.failure.code) return
    await record(desk, open, {
      audit: { action: 'backup.copy-failed', object: '' },
      settings: { [markKeys.awayTrouble]: view.failure },
    })
  } catch (error) {
    // A disk that is full can't note it either; whoever waits for the end, a lock among them, goes on.
    if (failureOfSqlite(error)?.code === 'disk-full') giveRoom(desk)
    logBug(desk.ports, 'backup.copy-failed', framesOf(error))
  }
}

export type Started = {
  readonly here: number | null
  readonly away: number | null
  /** Fulfilled when both are done and their outcome is recorded, as far as that could be. */
  readonly ended: Promise<void>
}

/** A copy on this PC when one is due or asked for, then the newest one to the second target, where one is set. */
export const startBackup = (desk: Desk, open: OpenDesk, when: 'due' | 'now'): Started => {
  const isOurs = open.session.book === 'main'
  const target = isOurs ? desk.ports.settings.get('secondBackupFolder') : ''
  const here = when === 'now' || isDue(desk, open) ? startHere(desk, open) : null
  const away = target === '' ? null : startAway(desk, open, target)
  const ends = [
    here === null ? Promise.resolve() : desk.jobs.finished(here),
    away === null ? Promise.resolve() : noteTrouble(desk, open, away),
  ]
  return { here, away, ended: Promise.all(ends).then(() => undefined) }
}
