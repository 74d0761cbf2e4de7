import type { Read, Write } from '../database/handle.ts'
import type { AuditEntry } from './audit-entry.ts'
import type { Ports } from './ports.ts'
import type { Desk } from './desk.ts'
import type { Session } from '../session/session.ts'

/** What a procedure that needs nobody gets. */
export type OpenCall = {
  readonly desk: Desk
  readonly ports: Ports
  /** UTC milliseconds, read once per call. */
  readonly now: number
}

type Signed = OpenCall & {
  readonly session: Session
  /** The branch's zone and the plain date there, `YYYY-MM-DD`. */
  readonly zone: string
  readonly today: string
  /** Tells other windows that something under this topic changed, e.g. `client:17`. */
  readonly notify: (topic: string) => void
}

export type ReadCall = Signed & {
  readonly db: Read
  /** For reads that must leave a trace (revealing a number): one short transaction of its own. */
  readonly note: (entry: AuditEntry) => Promise<void>
}

/** Runs inside one open transaction: synchronous, and everything it writes stands or falls together. */
export type WriteCall = Signed & {
  readonly db: Write
  readonly audit: (entry: AuditEntry) => { readonly seq: number; readonly hash: string }
  /** A line that is kept when this write ends in a refusal and everything else is rolled back. */
  readonly auditRefusal: (entry: AuditEntry) => void
}

/** For work that takes time: `transact` waits for the write gate and runs one synchronous transaction. */
export type ActCall = Signed & {
  readonly db: Read
  readonly transact: <T>(work: (call: WriteCall) => T) => Promise<T>
}
