import type { Counts, IntakeLine } from '../../shared/intake/contract.ts'
import type { OwnerLine } from '../../shared/intake/owners.ts'
import type { Parsed } from './parse.ts'

/** What the job thread made of a file: read, and compared with the vault as it stood then. */
export type Inspected = {
  readonly parsed: Parsed
  readonly lines: readonly IntakeLine[]
  readonly counts: Counts
  readonly owners: readonly OwnerLine[]
  readonly booked: number
}

/** A file that was read and waits for its word; lives in the desk's memory only. */
export type Waiting = Inspected & { readonly id: number }
