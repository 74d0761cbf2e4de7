import { checkWholeChain } from '../audit/check.ts'
import { startBackup } from '../backup/back-up.ts'
import { hasReserve } from '../vault/reserve.ts'
import { framesOf } from '../log/log.ts'
import type { Desk } from './desk.ts'
import { logBug } from './log-bug.ts'
import { clockAt } from './zone.ts'

const everyMs = 10 * 60_000
export const closing = '18:00'

// Who comes back by PIN was checked by passphrase before; the first seconds belong to him.
const patienceMs = 5_000

// Nobody waits for what is done here: what it meets, a page that can't be read among it, must not end the desk under
// somebody's hands.
const onItsOwn = async (desk: Desk, what: string, work: () => void | Promise<void>): Promise<void> => {
  try {
    await work()
  } catch (error) {
    logBug(desk.ports, what, framesOf(error))
  }
}

/** Backs up when it is due, and tells the windows when that failed here. */
export const backUpIfDue = (desk: Desk): Promise<void> =>
  onItsOwn(desk, 'backup.run', async () => {
    const open = desk.open()
    if (!open?.wantsBackup()) return
    const { here, ended } = startBackup(desk, open, 'due')
    await ended
    const view = here === null ? undefined : desk.jobs.view(here)
    if (view?.state === 'failed') desk.notices.tell({ kind: 'backup-failed' })
  })

const keepBallast = (desk: Desk): void => {
  const open = desk.open()
  if (open?.session.book === 'main' && !hasReserve(open.vaultFolder)) desk.jobs.start('reserve.keep', {})
}

/** What the desk does by itself after an unlock: the whole check, a backup that was missed, and one at closing time. */
export const startUnattended = (desk: Desk, byPin: boolean): void => {
  setTimeout(
    () => {
      if (!desk.open()) return
      checkWholeChain(desk)
      keepBallast(desk)
      void backUpIfDue(desk)
    },
    byPin ? patienceMs : 0,
  ).unref()
  const timer = setInterval(() => {
    const open = desk.open()
    if (!open) return clearInterval(timer)
    keepBallast(desk)
    void onItsOwn(desk, 'backup.run', async () => {
      if (clockAt(desk.ports.clock.now(), open.zone()) >= closing) await backUpIfDue(desk)
    })
  }, everyMs)
  timer.unref()
}
