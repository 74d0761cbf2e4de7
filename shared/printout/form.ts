import type { PlainDate } from '../plain-date.ts'

/** 客户可见 / 内部 / 张贴 (practice 10). An internal form carries 内部资料 严禁外传 on every page. */
export type FormClass = 'client' | 'internal' | 'posted'

export type FormColumn = {
  readonly head: string
  /** `text` may wrap; `short` never does; `number` stands right. */
  readonly kind: 'text' | 'short' | 'number'
}

export type FormRow = {
  readonly cells: readonly string[]
  /** A line of its own weight, such as a sum or the name of a group. */
  readonly strong?: boolean
}

/** Everything an internal form shows, in the words it shows; pure data, kept in the ledger and hashed there. */
export type FormContent = {
  readonly title: string
  /** The form's number in the bank's list, such as F29. */
  readonly code: string
  readonly class: FormClass
  readonly wide: boolean
  readonly asOf: PlainDate
  /** The line under the title: a day, a period, what was filtered. */
  readonly subtitle: string
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly columns: readonly FormColumn[]
  readonly rows: readonly FormRow[]
  /** Said in place of rows when there are none. */
  readonly empty: string
  /** Empty lines below the rows for a hand to write in. */
  readonly blanks: number
  readonly notes: readonly string[]
  /** Who signs; each gets a line for the name and one for the date. */
  readonly signatures: readonly string[]
}
