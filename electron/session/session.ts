import type { Right, Role } from '../../shared/staff/rights.ts'

/** Who is unlocked, and what he may do. */
export type Session = {
  readonly staffId: number
  readonly slotId: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly rights: readonly Right[]
  readonly book: 'main' | 'sample'
  /** The passphrase was chosen by somebody else: nothing else is answered before it is changed. */
  readonly mustChange: boolean
}
