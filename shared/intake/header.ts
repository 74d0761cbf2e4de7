import { cellText } from './cells.ts'
import type { ColumnSpec } from './columns.ts'
import type { Mapping, Sheet } from './model.ts'

/** A heading without its unit and blanks: 时点金融资产(元) → 时点金融资产. */
export const headingName = (cell: string): string =>
  cellText(cell)
    .replace(/[（([【][^（）()[\]【】]*[）)\]】]/g, '')
    .replace(/\s/g, '')
    .toUpperCase()

export const isInTenThousands = (heading: string): boolean => /万/.test(heading)

export type Header = {
  readonly index: number
  readonly mapping: Mapping
  readonly unknown: readonly string[]
}

const mappingOf = (cells: readonly string[], columns: readonly ColumnSpec[]): Mapping =>
  columns.flatMap((spec) => {
    const names = spec.headings.map((heading) => heading.toUpperCase())
    // A head that appears twice: the first one counts, the second is shown as unknown.
    const column = cells.findIndex((cell) => names.includes(headingName(cell)))
    return column === -1 ? [] : [{ field: spec.field, heading: cellText(cells[column]), column }]
  })

const searched = 30

/** The row that holds the most known headings and all required ones; undefined when there is none. */
export const findHeader = (sheet: Sheet, columns: readonly ColumnSpec[]): Header | undefined => {
  let best: Header | undefined
  for (const [index, cells] of sheet.slice(0, searched).entries()) {
    const mapping = mappingOf(cells, columns)
    const fields = new Set(mapping.map(({ field }) => field))
    if (columns.some((spec) => spec.required && !fields.has(spec.field))) continue
    if (best && best.mapping.length >= mapping.length) continue
    const used = new Set(mapping.map(({ column }) => column))
    const unknown = cells.filter((cell, at) => cellText(cell) !== '' && !used.has(at)).map(cellText)
    best = { index, mapping, unknown }
  }
  return best
}
