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
  const tell = (bytes: number): void => {
    if (isTold) return
    isTold = true
    const { clock, log } = desk.ports
    log({ at: clock.now(), level: 'warn', code: 'log-grown' })
    desk.notices.tell({ kind: 'log-grown', mebibytes: Math.floor(bytes / mebi) })
  }
  const empty = (): void => {
    // Locked meanwhile, or the one before it has done it.
    if (!desk.open()) return
    let bytes = 0
    try {
      bytes = logBytes()
      if (bytes <= mostLogBytes) return
      checkpoint()
      isTold = false
    } catch (error) {
      // A full disk is told by the write that finds it; and nobody waits here for a log that can't even be measured.
      if (bytes > 0 && !failureOfStorage(error)) tell(bytes)
    }
  }
  // In its turn: a job that writes is no forgotten reader.
  return (): Promise<void> => (logBytes() <= mostLogBytes ? Promise.resolve() : desk.gate.run(empty))
}
