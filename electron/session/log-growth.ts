import type { OpenDatabase } from '../database/open.ts'
import { failureOfStorage } from '../database/sqlite-failure.ts'
import type { Desk } from '../desk/desk.ts'

// Every commit may move the write-ahead log into the database, and usually does: it stays at some MiB. Something that
// reads on and on keeps it from that, and the log then grows until the disk is full (vault.md, check R10).

const mebi = 1024 * 1024

/**
 * Emptying so much holds up the desk's thread for 120 to 165 ms, measured on two cores and a solid-state disk with 115 MiB
 * of rows, changed all over the database or added at its end. It grows with the log, so it is not left to grow further.
 */
export const mostLogBytes = 64 * mebi

/** Empties a log that has grown too large; where it can't be emptied it says so, once until it could be again. */
export const watchLog = (desk: Desk, { logBytes, checkpoint }: OpenDatabase) => {
  let isTold = false
  const tell = (): void => {
    if (isTold) return
    isTold = true
    const { clock, log } = desk.ports
    log({ at: clock.now(), level: 'warn', code: 'log-grown' })
    desk.notices.tell({ kind: 'log-grown', mebibytes: Math.floor(logBytes() / mebi) })
  }
  const empty = (): void => {
    // Locked meanwhile, or the one before it has done it.
    if (!desk.open() || logBytes() <= mostLogBytes) return
    try {
      checkpoint()
      isTold = false
    } catch (error) {
      // A full disk is told by the write that finds it.
      if (!failureOfStorage(error)) tell()
    }
  }
  // In its turn: a job that writes is no forgotten reader.
  return (): Promise<void> => (logBytes() <= mostLogBytes ? Promise.resolve() : desk.gate.run(empty))
}
