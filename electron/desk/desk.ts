import type { KeyObject } from 'node:crypto'
import type { Write } from '../database/handle.ts'
import type { OpenDatabase } from '../database/open.ts'
import type { VaultKeys } from '../vault/vault-keys.ts'
import type { ReadOnly } from '../../shared/session/contract.ts'
import type { VerdictView } from '../session/verdict.ts'
import type { Session } from '../session/session.ts'
import type { Stamp } from './stamp.ts'
import type { Gate } from './gate.ts'
import type { Jobs } from './jobs.ts'
import type { Notices } from './notices.ts'
import type { Ports } from './ports.ts'
import type { Uploads } from './uploads.ts'

/** The unlocked half of the desk: gone with the process. */
export type OpenDesk = {
  readonly session: Session
  readonly db: Write
  readonly database: OpenDatabase
  readonly keys: VaultKeys
  readonly auditKey: KeyObject
  readonly stamp: Stamp
  readonly zone: () => string
  /** Called after every committed write: anchors, backups and idle clocks hang on it. */
  readonly changed: () => void
  /** Whether this session's changes want a backup before the desk ends. */
  readonly wantsBackup: () => boolean
  /** Writes a checkpoint of the audit chain now: at lock, print, backup. */
  readonly anchor: () => void
  readonly touch: (meeting: boolean) => void
  readonly vaultFolder: string
  readonly samplePassphrase: string | null
  readonly clockSuspect: boolean
  /** Why nothing can be written in this session; null where everything can. */
  readonly readOnly: ReadOnly | null
  /** When the passphrase (or the card) was last typed for this session; a PIN doesn't renew it. */
  readonly provedAt: number
  readonly byPin: boolean
}

export type Desk = {
  readonly ports: Ports
  readonly gate: Gate
  /** Acts about people and their keys, one after the other: each judges by what the one before it left. */
  readonly peopleGate: Gate
  readonly notices: Notices
  readonly uploads: Uploads
  readonly jobs: Jobs
  readonly open: () => OpenDesk | null
  readonly setOpen: (open: OpenDesk, close: () => Promise<void>) => void
  /** Puts what changed about the session in its place: roles, keys, a passphrase that was changed. */
  readonly change: (part: Partial<Pick<OpenDesk, 'session' | 'keys'>>) => void
  /** Whether this process is on its way out: nothing may be opened in it any more. */
  readonly isLocking: () => boolean
  /** Cancels work, backs up if due, checkpoints, closes and ends the process. `isLast`: the program ends with it. */
  readonly lock: (isLast?: boolean) => Promise<void>
  /** What the last check of the audit chain said. */
  readonly verdict: { value: VerdictView }
  /** A place for features to keep what must not outlive the process (import previews, print jobs). */
  readonly shelf: Map<string, unknown>
}
