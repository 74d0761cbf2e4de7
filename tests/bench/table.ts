import type { Outcome } from './judge.ts'

const shown = (figure: number, unit: string): string =>
  unit === '×' ? `${figure.toFixed(figure < 1.1 ? 3 : 2)}×` : `${figure.toPrecision(3)} ${unit}`

const limitOf = ({ goal, accept, unit }: Outcome): string =>
  accept === null ? shown(goal, unit) : `${shown(goal, unit)} (${shown(accept, unit)})`

const rowOf = (outcome: Outcome): readonly string[] => {
  const { id, what, floorIs, floor, value, figure, unit, spread, rounds, verdict, note } = outcome
  return [
    id,
    what,
    limitOf(outcome),
    `${value.toPrecision(3)} / ${floor.toPrecision(3)} (${floorIs})`,
    shown(figure, unit),
    `[${spread.map((end) => end.toFixed(2)).join('–')}] ${rounds}`,
    note === '' ? verdict : `${verdict}: ${note}`,
  ]
}

const heads = ['goal', 'what', 'limit (accepted)', 'measured / floor', 'figure', 'spread, rounds', 'verdict']

/** A table that reads well on a terminal and is one in Markdown. */
export const tableOf = (outcomes: readonly Outcome[]): string =>
  [heads, heads.map(() => '---'), ...outcomes.map(rowOf)]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
