import { isPersonal, type FigureKind } from '../figure/kinds.ts'
import { yearly, type Counted } from '../figure/model.ts'
import type { Member } from '../household/model.ts'
import { divided } from '../money.ts'
import type { BalanceGroup, FlowLine, Mark } from './content.ts'

// Lines are made per kind (and per person where a person earns it), so that their order and number depend on nothing
// but the figures the readers may see.

const markOrder: readonly Mark[] = ['bank', 'document', 'told', 'estimate']

const marksOf = (figures: readonly Counted[]): Mark[] =>
  markOrder.filter((mark) => figures.some((figure) => figure.source === mark))

/** A sum that would lose fen is a bug, not a number. */
export const sumOf = (amounts: readonly number[]): number => {
  const sum = amounts.reduce((a, b) => a + b, 0)
  if (!Number.isSafeInteger(sum)) throw new Error('a sum of amounts is out of exact range')
  return sum
}

const sumYearly = (figures: readonly Counted[]): number => sumOf(figures.map(yearly))

const flowLine = (kind: FigureKind, person: string, figures: readonly Counted[]): FlowLine => ({
  kind,
  person,
  monthly: figures.every((f) => f.period === 'month') ? sumOf(figures.map((f) => f.amount)) : null,
  yearly: sumYearly(figures),
  marks: marksOf(figures),
})

const linesOfKind = (
  kind: FigureKind,
  figures: readonly Counted[],
  members: readonly Member[],
): FlowLine[] => {
  const owners: readonly (Member | null)[] = isPersonal(kind) ? [...members, null] : []
  if (owners.length === 0) return figures.length === 0 ? [] : [flowLine(kind, '', figures)]
  return owners.flatMap((owner) => {
    const own = figures.filter((figure) => figure.ownerId === (owner?.id ?? null))
    return own.length === 0 ? [] : [flowLine(kind, owner?.name ?? '', own)]
  })
}

export const flowLines = (
  kinds: readonly FigureKind[],
  figures: readonly Counted[],
  members: readonly Member[],
): FlowLine[] =>
  kinds.flatMap((kind) =>
    linesOfKind(
      kind,
      figures.filter((f) => f.kind === kind),
      members,
    ),
  )

/** Share of a whole in tenths of a percent, as the paper shows it. */
export const shareOf = (part: number, whole: number): number | null => divided(part, whole, 1000)

export const balanceGroup = (
  group: BalanceGroup['group'],
  kinds: readonly FigureKind[],
  figures: readonly Counted[],
  whole: number,
): BalanceGroup => {
  const lines = kinds.flatMap((kind) => {
    const own = figures.filter((figure) => figure.kind === kind)
    if (own.length === 0) return []
    const amount = sumOf(own.map((figure) => figure.amount))
    return [{ kind, amount, share: shareOf(amount, whole), marks: marksOf(own) }]
  })
  const amount = sumOf(lines.map((line) => line.amount))
  return { group, amount, share: shareOf(amount, whole), lines }
}
