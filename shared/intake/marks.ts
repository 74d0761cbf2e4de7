import { plainDate, type PlainDate } from '../plain-date.ts'
import { cellText } from './cells.ts'
import type { Sheet } from './model.ts'

export type RowMark = 'blank' | 'total' | 'signature' | 'row'

const filled = (cells: readonly string[]): readonly string[] =>
  cells.map(cellText).filter((cell) => cell !== '')

/** Rows of a printed list that are no client: blank ones, the total, the line for signatures. */
export const markOf = (cells: readonly string[]): RowMark => {
  const [first] = filled(cells)
  if (first === undefined) return 'blank'
  if (/^(合计|总计|小计|共计|汇总)/.test(first)) return 'total'
  if (/^(制表|复核|审核|经办|打印|填表|负责人|备注|说明|注)[^,，]{0,12}[:：]/.test(first)) return 'signature'
  return 'row'
}

/** 303户 in the total line. */
export const statedRowsOf = (cells: readonly string[]): number | null => {
  const found = cells
    .map((cell) => /(\d+)\s*(?:户|人|条|笔)/.exec(cellText(cell)))
    .find((match) => match !== null)
  return found ? Number(found[1]) : null
}

const written = /(\d{4})\s*[年/.-]\s*(\d{1,2})\s*[月/.-]\s*(\d{1,2})|(?<!\d)(20\d{2})(\d{2})(\d{2})(?!\d)/

const dateIn = (text: string): PlainDate | null => {
  const found = written.exec(text)
  if (!found) return null
  return plainDate(Number(found[1] ?? found[4]), Number(found[2] ?? found[5]), Number(found[3] ?? found[6]))
}

/** The day the file speaks of: from the lines above the header, else from its name; null: it has to be asked. */
export const asOfOf = (sheet: Sheet, headerIndex: number, fileName: string): PlainDate | null => {
  for (const cell of sheet.slice(0, headerIndex).flat()) {
    const date = dateIn(cellText(cell))
    if (date !== null) return date
  }
  return dateIn(fileName)
}
