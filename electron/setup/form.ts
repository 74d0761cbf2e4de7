import type { FormContent } from '../../shared/printout/form.ts'
import { setupLines, type SetupFacts } from '../../shared/setup/rules.ts'
import { zhCN } from '../../shared/text/index.ts'

const words = zhCN.setup

/** The list on paper, for the file of the branch: what is done, what is open, and who stands for it. */
export const setupForm = (facts: SetupFacts, asOf: string): FormContent => ({
  title: words.title,
  code: '',
  class: 'internal',
  wide: false,
  asOf,
  subtitle: '',
  facts: [],
  columns: [
    { head: words.column.no, kind: 'short' },
    { head: words.column.step, kind: 'text' },
    { head: words.column.state, kind: 'short' },
  ],
  rows: setupLines(facts).map(({ step, done }, at) => ({
    cells: [String(at + 1), words.step[step], done ? words.state.done : words.state.open],
    strong: !done,
  })),
  empty: '',
  blanks: 0,
  notes: [words.paperNote],
  signatures: [words.signature],
})
