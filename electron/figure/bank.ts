import type { BankFigure } from '../../shared/figure/contract.ts'
import type { FigureKind } from '../../shared/figure/kinds.ts'
import type { Member } from '../../shared/household/model.ts'
import type { Consent } from '../../shared/consent/contract.ts'
import { isConsentedFor, widenedForBank } from '../../shared/consent/rules.ts'
import type { Position } from '../../shared/client/model.ts'
import { currentPosition } from '../client/positions.ts'
import type { Read } from '../database/handle.ts'

type Class = Exclude<keyof Position, 'asOf' | 'aum'>

const kindOf: Readonly<Record<Class, FigureKind>> = {
  demand: 'demand',
  time: 'time-deposit',
  wealth: 'wealth',
  fund: 'fund',
  insurance: 'cash-value',
  bond: 'bond',
  metal: 'metal',
  loan: 'bank-loan',
}

const classes = Object.keys(kindOf) as readonly Class[]

export type BankBalance = BankFigure & { readonly widened: BankFigure['reach'] | null }

/** The last class totals of the bank's books, of every member who is a client. They start as 仅本人 (practice §2). */
export const bankBalances = (
  db: Read,
  members: readonly Member[],
  consents: readonly Consent[],
  pageOf: number,
): readonly BankBalance[] =>
  members.flatMap((member) => {
    const position = member.clientId === null ? undefined : currentPosition(db, member.clientId)
    if (!position) return []
    const given = consents.filter((one) => one.memberId === member.id && one.bank)
    return classes
      .filter((name) => position[name] > 0)
      .map((name) => ({
        kind: kindOf[name],
        ownerId: member.id,
        amount: position[name],
        period: 'year' as const,
        source: 'bank' as const,
        reach: { kind: 'own' as const },
        asOf: position.asOf,
        consented: isConsentedFor(given, pageOf),
        widened: widenedForBank(consents, member.id),
      }))
  })
