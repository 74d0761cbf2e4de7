import type { PlainDate } from '../plain-date.ts'

export const intakeKinds = ['client-book', 'product-shelf'] as const

export type IntakeKind = (typeof intakeKinds)[number]

/** A file as rows of cells, before anything is understood of it. */
export type Sheet = readonly (readonly string[])[]

/**
 * What became of a row. `repeated`: a later row of the same file holds the same number and wins. `sealed`: its client's
 * dossier is sealed, the row waits for the opening (practice 1).
 */
export const verdicts = ['new', 'updated', 'unchanged', 'repeated', 'rejected', 'sealed'] as const

export type Verdict = (typeof verdicts)[number]

export const rejections = [
  'no-number',
  'no-name',
  'broken-amount',
  'broken-date',
  'broken-level',
  'broken-rate',
  'unknown-kind',
  'too-few-cells',
] as const

export type Rejection = (typeof rejections)[number]

export const warnings = ['id-doubtful', 'level-in-future', 'qualified-investor-not-established'] as const

export type Warning = (typeof warnings)[number]

/** Which heading of the file feeds which field, shown before anything is written. */
export type Mapping = readonly { readonly field: string; readonly heading: string; readonly column: number }[]

/** A row that was understood. `line` counts as the file counts, from 1. */
export type Taken<Row> = { readonly line: number; readonly row: Row; readonly warnings: readonly Warning[] }

export type Rejected = { readonly line: number; readonly number: string; readonly reason: Rejection }

/** The file's own total line against what was added up. */
export type Control = {
  /** Sum over every row of the file, repeated ones too. */
  readonly sum: number
  readonly stated: number | null
  readonly rows: number
  readonly statedRows: number | null
}

export type ReadSheet<Row> = {
  readonly headerLine: number
  readonly asOf: PlainDate | null
  readonly mapping: Mapping
  readonly unknownHeadings: readonly string[]
  readonly taken: readonly Taken<Row>[]
  readonly rejected: readonly Rejected[]
  readonly control: Control
}
