import type { Fill, Part } from '../chart/bars.ts'
import { formatFen, formatShare } from '../money.ts'
import type { StatementContent } from './content.ts'
import { shareOf, sumOf } from './lines.ts'

// The two charts of a statement as parts of bars; words come from outside so that screen and paper share this.

export type PartWords = Readonly<
  Record<
    | 'work'
    | 'passive'
    | 'consumption'
    | 'premium'
    | 'loans'
    | 'surplus'
    | 'deficit'
    | 'liquid'
    | 'financial'
    | 'real'
    | 'debts'
    | 'net'
    | 'other',
    string
  >
> & { readonly salaryOf: (name: string) => string }

export type Chart = {
  readonly scale: number
  readonly first: readonly Part[]
  readonly second: readonly Part[]
}

const passiveKinds: readonly string[] = ['rent-income', 'interest', 'dividend', 'investment-income']
const salaryFills: readonly Fill[] = [3, 5]

const withAmount = (key: string, word: string, value: number, fill: Fill): Part => ({
  key,
  label: `${word} ${formatFen(value)}`,
  value,
  fill,
})

// A label has no room to wrap: the full name of somebody with a very long one stands in the table beside the chart.
const longestName = 12

const salaryWord = (person: string, words: PartWords): string =>
  words.salaryOf([...person].length > longestName ? '' : person)

const incomeParts = (content: StatementContent, words: PartWords): readonly Part[] => {
  const { lines } = content.income
  const salaries = lines.filter((line) => line.kind === 'salary')
  const apart = salaries.slice(0, salaryFills.length)
  const passive = lines.filter((line) => passiveKinds.includes(line.kind))
  const rest = lines.filter((line) => !apart.includes(line) && !passive.includes(line))
  const amount = (some: typeof lines): number => sumOf(some.map((line) => line.yearly))
  return [
    ...apart.map((line, index) =>
      withAmount(`salary-${index}`, salaryWord(line.person, words), line.yearly, salaryFills[index] ?? 5),
    ),
    withAmount('work', words.work, amount(rest), 4),
    withAmount('passive', words.passive, amount(passive), 2),
  ]
}

/** Where the money comes from and goes: both bars on one scale, what is missing or left closes the shorter one. */
export const flowChart = (content: StatementContent, words: PartWords): Chart => {
  const { surplus } = content
  const amountOf = (kind: string): number =>
    sumOf(content.expense.lines.filter((line) => line.kind === kind).map((line) => line.yearly))
  const loans = amountOf('loan-payment')
  const premium = amountOf('premium')
  return {
    scale: Math.max(content.income.total, content.expense.total),
    first: [...incomeParts(content, words), withAmount('deficit', words.deficit, Math.max(0, -surplus), 2)],
    second: [
      withAmount('consumption', words.consumption, content.expense.total - loans - premium, 4),
      withAmount('premium', words.premium, premium, 5),
      withAmount('loans', words.loans, loans, 2),
      withAmount('surplus', words.surplus, Math.max(0, surplus), 1),
    ],
  }
}

const withShare = (key: string, word: string, value: number, whole: number, fill: Fill): Part => {
  const share = shareOf(value, whole)
  return { key, label: share === null ? word : `${word} ${formatShare(share)}`, value, fill }
}

/** What the household has, and whose it is: debts first, the rest is its own. */
export const structureChart = (content: StatementContent, words: PartWords): Chart => {
  const { total } = content.assets
  const fills: readonly Fill[] = [5, 2, 3]
  return {
    scale: Math.max(total, content.debts.total),
    first: content.assets.groups.map((group, index) =>
      withShare(group.group, words[group.group as 'liquid'], group.amount, total, fills[index] ?? 5),
    ),
    second: [
      withShare('debts', words.debts, content.debts.total, total, 4),
      withShare('net', words.net, Math.max(0, content.netWorth), total, 1),
    ],
  }
}
