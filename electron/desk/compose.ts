import { listPages } from '../../shared/audit/damaged-pages.ts'
import { contract } from '../../shared/contract.ts'
import { startBackup } from '../backup/back-up.ts'
import { createGate } from './gate.ts'
import { createJobs } from './jobs.ts'
import { jobKinds } from './job-kinds.ts'
import { createNotices } from './notices.ts'
import { createUploads } from './uploads.ts'
import { handlers } from './handlers.ts'
import { framesOf } from '../log/log.ts'
import { giveRoom } from './give-room.ts'
import { logBug } from './log-bug.ts'
import { buildRouter } from './router.ts'
import { closing } from './unattended.ts'
import { clockAt, plainDateAt } from './zone.ts'
import { boot } from './boot.ts'
import { releaseFolder } from '../session/state.ts'
import type { AnyRouter } from '@orpc/server'
import type { Desk, OpenDesk } from './desk.ts'
import type { JobStart } from './job-message.ts'
import type { Ports } from './ports.ts'

const jobPatienceMs = 3000
const backupPatienceMs = 30_000

// What every job thread starts with: who asked, when, and copies of the keys for its own connection.
const jobBase = (ports: Ports, open: OpenDesk | null): Omit<JobStart, 'kind' | 'input' | 'cancelFlag'> => {
  if (!open) throw new Error('no job without a session')
  const now = ports.clock.now()
  const zone = open.zone()
  return {
    session: open.session,
    now,
    today: plainDateAt(now, zone),
    zone,
    vaultFolder: open.vaultFolder,
    descriptor: open.database.descriptor,
    suite: open.keys.suite,
    vaultId: open.keys.vaultId,
    dbk: Uint8Array.from(open.keys.dbk),
    vmk: Uint8Array.from(open.keys.vmk),
    boot,
    monotonicOffset: ports.clock.monotonic(),
    channel: ports.channel ?? 'window',
  }
}

/** Whatever a step of the lock meets, the next one follows, and the process ends. */
const unhindered = async (ports: Ports, work: () => void | Promise<void>): Promise<void> => {
  try {
    await work()
  } catch (error) {
    logBug(ports, 'lock', framesOf(error))
  }
}

/** The whole desk from its ports: no process, no channel, no clock of its own. */
export const composeDesk = (ports: Ports): { readonly desk: Desk; readonly router: AnyRouter } => {
  const gate = createGate()
  const notices = createNotices()
  let open: OpenDesk | null = null
  let close: () => Promise<void> = () => Promise.resolve()
  let locking: Promise<void> | null = null

  const jobs = createJobs({
    gate,
    writes: (name) => jobKinds[name].writes,
    base: () => jobBase(ports, open),
    changed: (jobId) => notices.tell({ kind: 'job', jobId }),
    failed: (frames) => logBug(ports, 'job', frames),
    noRoom: () => giveRoom(desk),
  })

  // A backup that takes too long is left half done: its temporary name marks it, and the next start clears it.
  const backUp = async (from: OpenDesk): Promise<void> => {
    const { ended } = startBackup(desk, from, 'due')
    const late = new Promise<void>((resolve) => setTimeout(resolve, backupPatienceMs).unref())
    await Promise.race([ended, late])
    await jobs.stop(jobPatienceMs)
  }

  // During the day the next person is at the keyboard, and his desk makes the backup after the unlock by itself. From
  // closing time on, and when the program ends, nobody comes: then it is made here.
  const isLeftToNext = async (now: OpenDesk): Promise<boolean> => {
    if (clockAt(ports.clock.now(), now.zone()) >= closing) return false
    const standing = await ports.quick?.standing()
    return (standing?.open.length ?? 0) > 0
  }

  const lockNow = async (isLast: boolean): Promise<void> => {
    // Every window goes blank before anything else is waited for.
    notices.tell({ kind: 'locked' })
    notices.close()
    await unhindered(ports, () => jobs.stop(jobPatienceMs))
    await unhindered(ports, async () => {
      if (ports.unattended && open?.wantsBackup() && (isLast || !(await isLeftToNext(open))))
        await backUp(open)
    })
    await unhindered(ports, close)
    open = null
    for (const book of ['main', 'sample'] as const) await unhindered(ports, () => releaseFolder(desk, book))
    ports.exit(0)
  }

  const desk: Desk = {
    ports,
    gate,
    peopleGate: createGate(),
    notices,
    jobs,
    uploads: createUploads(),
    shelf: new Map(),
    verdict: { value: { verdict: 'unchecked', row: null, at: null, ...listPages([]) } },
    open: () => (locking ? null : open),
    setOpen: (next, end) => {
      open = next
      close = end
    },
    change: (part) => {
      open = open && { ...open, ...part }
    },
    isLocking: () => locking !== null,
    lock: (isLast = false) => (locking ??= lockNow(isLast)),
  }
  return { desk, router: buildRouter(desk, contract, handlers) }
}
