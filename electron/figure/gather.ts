import type { Consent } from '../../shared/consent/contract.ts'
import { widenedBy } from '../../shared/consent/rules.ts'
import { isFlow } from '../../shared/figure/kinds.ts'
import type { Counted } from '../../shared/figure/model.ts'
import type { Member } from '../../shared/household/model.ts'
import { consentsOf } from '../consent/repository.ts'
import type { Read } from '../database/handle.ts'
import { allMembersOf, householdOf, type Belonging } from '../household/repository.ts'
import { bankBalances, type BankBalance } from './bank.ts'
import { figuresOf, type Stored } from './repository.ts'

export type Told = Stored & { readonly widened: Counted['widened'] }

export type Gathered = Belonging & {
  readonly members: readonly Member[]
  readonly consents: readonly Consent[]
  readonly told: readonly Told[]
  readonly bank: readonly BankBalance[]
}

/** Everything known of a client's household, each figure with its own reach and what a consent adds to it. */
export const gatherFigures = (db: Read, clientId: number): Gathered | undefined => {
  const home = householdOf(db, clientId)
  if (!home) return undefined
  const members = allMembersOf(db, home.householdId)
  const consents = consentsOf(db, home.householdId)
  const told = figuresOf(db, home.householdId).map((figure) => ({
    ...figure,
    // A balance has no period; whatever was typed there must not multiply it.
    period: isFlow(figure.kind) ? figure.period : ('year' as const),
    widened: widenedBy(consents, figure.consents),
  }))
  return { ...home, members, consents, told, bank: bankBalances(db, members, consents, home.memberId) }
}
