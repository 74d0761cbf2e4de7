import { assetGroups, assetKinds, debtGroups, debtKinds, expenseKinds, incomeKinds } from '../figure/kinds.ts'
import { isFlow, type FigureKind } from '../figure/kinds.ts'
import { yearly, type Counted } from '../figure/model.ts'
import { coveredFor } from '../figure/reach.ts'
import { inTableOrder, isMemberOn, type Member } from '../household/model.ts'
import type { PlainDate } from '../plain-date.ts'
import { ratiosOf, type Sums } from '../ratio/ratio.ts'
import { referenceSets, type ReferenceSet } from '../ratio/reference.ts'
import type { StatementContent } from './content.ts'
import { balanceGroup, flowLines, shareOf, sumOf } from './lines.ts'

export type StatementParts = {
  readonly client: StatementContent['client'] & { readonly id: number }
  readonly members: readonly Member[]
  /** Masked identity numbers of members who are clients, by member id. */
  readonly documents: ReadonlyMap<number, string>
  readonly figures: readonly Counted[]
  readonly readers: readonly number[]
  readonly asOf: PlainDate
  readonly reference: ReferenceSet['key']
}

const all = (groups: Readonly<Record<string, readonly FigureKind[]>>): readonly FigureKind[] =>
  Object.values(groups).flat()

const sumKinds = (figures: readonly Counted[], kinds: readonly FigureKind[]): number =>
  sumOf(figures.filter((f) => kinds.includes(f.kind)).map((f) => (isFlow(f.kind) ? yearly(f) : f.amount)))

const sumsOf = (figures: readonly Counted[]): Sums => {
  const sum = (kinds: readonly FigureKind[]): number => sumKinds(figures, kinds)
  return {
    income: sum(incomeKinds),
    expense: sum(expenseKinds),
    assets: sum(all(assetKinds)),
    debts: sum(all(debtKinds)),
    liquid: sum(assetKinds.liquid),
    invested: sum([...assetKinds.financial, 'let-home']),
    investmentDebts: sum(['let-home-loan']),
    loanPayments: sum(['loan-payment']),
    premiums: sum(['premium']),
    passive: sum(['rent-income', 'interest', 'dividend', 'investment-income']),
  }
}

// Seen from the client the sheet is for: he is 本人, also when somebody else is the head.
const relationFor = (member: Member, clientId: number, members: readonly Member[]): string => {
  if (member.clientId === clientId) return 'self'
  const self = members.find((m) => m.clientId === clientId)
  const isSpouse = self?.relation === 'husband' || self?.relation === 'wife'
  if (member.relation === 'head' && isSpouse) return 'spouse'
  if (member.relation === 'husband' || member.relation === 'wife')
    return self?.relation === 'head' ? 'spouse' : member.relation
  return member.relation
}

const memberLines = (parts: StatementParts, members: readonly Member[], figures: readonly Counted[]) =>
  members.map((member) => {
    const pay = figures.filter((f) => f.kind === 'salary' && f.ownerId === member.id)
    return {
      name: member.name,
      relation: relationFor(member, parts.client.id, members),
      sex: member.sex,
      birth: member.birth,
      document: parts.documents.get(member.id) ?? '',
      occupation: member.occupation,
      salary: pay.length === 0 ? null : sumOf(pay.map(yearly)),
    }
  })

// Empty when nothing comes from the bank's books.
const newestBankDay = (figures: readonly Counted[]): PlainDate =>
  figures
    .filter((figure) => figure.source === 'bank')
    .map((figure) => figure.asOf)
    .reduce((newest, day) => (day > newest ? day : newest), '')

/** What enters a statement: figures that every reader may see, of people who belong to the household on its day. */
export const figuresFor = <F extends Counted>(
  figures: readonly F[],
  { members, readers, asOf }: Pick<StatementParts, 'members' | 'readers' | 'asOf'>,
): readonly F[] => {
  const known = new Set(members.filter((member) => isMemberOn(member, asOf)).map((member) => member.id))
  return coveredFor(
    figures.filter((figure) => figure.ownerId === null || known.has(figure.ownerId)),
    readers,
  )
}

/** Only figures that every reader may see enter – in lines, totals, shares and ratios alike (FT-13). */
export const buildStatement = (parts: StatementParts): StatementContent => {
  const members = inTableOrder(parts.members.filter((member) => isMemberOn(member, parts.asOf)))
  const figures = figuresFor(parts.figures, parts)
  const sums = sumsOf(figures)
  const netWorth = sums.assets - sums.debts
  const { id: _, ...client } = parts.client
  return {
    client,
    asOf: parts.asOf,
    bankAsOf: newestBankDay(figures),
    readers: members.filter((member) => parts.readers.includes(member.id)).map((member) => member.name),
    reference: parts.reference,
    members: memberLines(parts, members, figures),
    income: { lines: flowLines(incomeKinds, figures, members), total: sums.income },
    expense: { lines: flowLines(expenseKinds, figures, members), total: sums.expense },
    surplus: sums.income - sums.expense,
    assets: {
      groups: assetGroups.map((group) => balanceGroup(group, assetKinds[group], figures, sums.assets)),
      total: sums.assets,
    },
    debts: {
      groups: debtGroups.map((group) => balanceGroup(group, debtKinds[group], figures, sums.assets)),
      total: sums.debts,
      share: shareOf(sums.debts, sums.assets),
    },
    guarantee: sumKinds(figures, ['guarantee']),
    netWorth,
    netShare: shareOf(netWorth, sums.assets),
    ratios: ratiosOf(sums, referenceSets[parts.reference]).map((ratio) => ({ ...ratio })),
  }
}
