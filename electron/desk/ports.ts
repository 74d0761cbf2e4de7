import type { Settings } from '../settings/settings.ts'
import type { Log } from '../log/log.ts'
import type { Quick } from '../quick/port.ts'
import type { Step } from '../vault/step.ts'

/** Everything the desk takes from outside. The product passes the real ones; tests pass a fake clock and a recorder. */
export type Ports = {
  readonly clock: { readonly now: () => number; readonly monotonic: () => number }
  /** Root of the data folder: `vault/`, `sample/`, `settings.json`, `attempts.json`, `logs/`. */
  readonly dataFolder: string
  readonly settings: Settings
  readonly log: Log
  readonly random: (bytes: number) => Buffer
  /** Argon2id cost for new slots; null means: calibrate on this machine. */
  readonly kdfCost: { readonly m: number; readonly t: number; readonly p: number } | null
  /** Whether checks after unlock and backups at lock run by themselves. Tests of other things start them by hand. */
  readonly unattended: boolean
  /** The host's memory for quick doors; null where no host outlives this desk, as on the command line. */
  readonly quick: Quick | null
  /** Ends the process: the only wipe of keys that can be trusted. */
  readonly exit: (code: number) => void
  /** The door calls come through, as the audit chain names it; absent: a window. */
  readonly channel?: 'cli'
  /** Named before each step that can't be taken back, so that a drill can kill there; the product leaves it out. */
  readonly step?: Step
  /** Test evidence; the product leaves it out. */
  readonly recorder?: { readonly called: (procedure: string) => void }
}
