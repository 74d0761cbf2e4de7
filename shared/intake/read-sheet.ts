import type { ShelfProduct } from '../product/model.ts'
import type { PlainDate } from '../plain-date.ts'
import { fail, ok, refuse, type Result } from '../result.ts'
import { cellAmount, codeText, unreadable } from './cells.ts'
import { readBookRow, type BookRow, type Cells, type RowReading } from './book-row.ts'
import { columnsOf, type BookField, type ColumnSpec, type ShelfField } from './columns.ts'
import { findHeader, isInTenThousands, type Header } from './header.ts'
import { asOfOf, markOf, statedRowsOf } from './marks.ts'
import type { Control, ReadSheet, Rejected, Sheet, Taken } from './model.ts'
import { readShelfRow } from './shelf-row.ts'

export const greatestRows = 200_000

type Reader<Field extends string, Row> = {
  readonly columns: readonly ColumnSpec[]
  readonly read: (cells: Cells<Field>) => RowReading<Row>
  /** The amount that the total line adds up; null: this kind of file has none. */
  readonly totalOf: ((row: Row) => number) | null
  readonly totalField: Field
  readonly numberField: Field
}

/** Told now and then; a throw ends the reading. */
export type Heartbeat = (done: number, total: number) => void

const cellsOf = <Field extends string>(header: Header) => {
  const columnOf = new Map(header.mapping.map(({ field, column, heading }) => [field, { column, heading }]))
  return (cells: readonly string[]): Cells<Field> => ({
    of: (field) => {
      const at = columnOf.get(field)
      return at === undefined ? undefined : cells[at.column]
    },
    inTenThousands: (field) => isInTenThousands(columnOf.get(field)?.heading ?? ''),
  })
}

// Amounts must all be there; what stands behind them (level and date) may be cut off.
const leastCells = (header: Header, columns: readonly ColumnSpec[]): number => {
  const needed = new Set(columns.filter((spec) => spec.required || spec.amount).map(({ field }) => field))
  return Math.max(...header.mapping.filter(({ field }) => needed.has(field)).map(({ column }) => column)) + 1
}

type Rows<Row> = Pick<ReadSheet<Row>, 'taken' | 'rejected'> & Pick<Control, 'stated' | 'statedRows'>

/** Every row below the header, taken or rejected with its reason; the total line is kept for the control. */
const readRows = <Field extends string, Row>(
  sheet: Sheet,
  header: Header,
  reader: Reader<Field, Row>,
  beat: Heartbeat,
): Rows<Row> => {
  const cellsIn = cellsOf<Field>(header)
  const least = leastCells(header, reader.columns)
  const taken: Taken<Row>[] = []
  const rejected: Rejected[] = []
  let total: Pick<Control, 'stated' | 'statedRows'> = { stated: null, statedRows: null }
  for (let index = header.index + 1; index < sheet.length; index += 1) {
    beat(index, sheet.length)
    const raw = sheet[index] ?? []
    const cells = cellsIn(raw)
    const mark = markOf(raw)
    if (mark === 'total') total = totalIn(raw, cells, reader)
    if (mark !== 'row') continue
    const line = index + 1
    const reading: RowReading<Row> =
      raw.length < least ? { ok: false, reason: 'too-few-cells' } : reader.read(cells)
    if (reading.ok) taken.push({ line, row: reading.row, warnings: reading.warnings })
    else rejected.push({ line, number: codeText(cells.of(reader.numberField)), reason: reading.reason })
  }
  return { taken, rejected, ...total }
}

const totalIn = <Field extends string, Row>(
  raw: readonly string[],
  cells: Cells<Field>,
  { totalField }: Reader<Field, Row>,
): Pick<Control, 'stated' | 'statedRows'> => {
  const stated = cellAmount(cells.of(totalField), cells.inTenThousands(totalField))
  return { stated: stated === unreadable ? null : stated, statedRows: statedRowsOf(raw) }
}

const read = <Field extends string, Row>(
  sheet: Sheet,
  fileName: string,
  reader: Reader<Field, Row>,
  beat: Heartbeat,
): Result<ReadSheet<Row>> => {
  if (sheet.length > greatestRows)
    return refuse('intake.refusal.too-many-rows', { rows: sheet.length, most: greatestRows })
  const header = findHeader(sheet, reader.columns)
  if (!header) return refuse('intake.refusal.no-header')
  const { taken, rejected, ...total } = readRows(sheet, header, reader, beat)
  const rows = taken.length + rejected.length
  if (rows === 0) return fail({ code: 'not-found', what: 'rows' })
  const { totalOf } = reader
  const sum = totalOf === null ? 0 : taken.reduce((all, { row }) => all + totalOf(row), 0)
  return ok({
    headerLine: header.index + 1,
    asOf: asOfOf(sheet, header.index, fileName),
    mapping: header.mapping,
    unknownHeadings: header.unknown,
    taken,
    rejected,
    control: { ...total, sum, rows },
  })
}

const quiet: Heartbeat = () => undefined

export const readBook = (
  sheet: Sheet,
  fileName: string,
  today: PlainDate,
  beat: Heartbeat = quiet,
): Result<ReadSheet<BookRow>> =>
  read<BookField, BookRow>(
    sheet,
    fileName,
    {
      columns: columnsOf['client-book'],
      read: (cells) => readBookRow(cells, today),
      totalOf: (row) => row.amounts.aum,
      totalField: 'aum',
      numberField: 'number',
    },
    beat,
  )

export const readShelf = (
  sheet: Sheet,
  fileName: string,
  beat: Heartbeat = quiet,
): Result<ReadSheet<ShelfProduct>> =>
  read<ShelfField, ShelfProduct>(
    sheet,
    fileName,
    {
      columns: columnsOf['product-shelf'],
      read: readShelfRow,
      totalOf: null,
      totalField: 'minimum',
      numberField: 'code',
    },
    beat,
  )
