import type { ProductKind, ShelfProduct } from '../product/model.ts'
import { cellAmount, cellDate, cellLevel, cellRate, cellText, codeText, unreadable } from './cells.ts'
import type { Cells, RowReading } from './book-row.ts'
import type { ShelfField } from './columns.ts'
import type { Rejection } from './model.ts'

const kinds: readonly (readonly [RegExp, ProductKind])[] = [
  [/存款|存单/, 'deposit'],
  [/国债/, 'treasury'],
  [/理财/, 'wealth'],
  [/基金/, 'fund'],
  [/保险/, 'insurance'],
  [/贵金属|黄金/, 'metal'],
  [/信托|私募/, 'trust'],
  [/其他|其它/, 'other'],
]

const termOf = (text: string): number | null | typeof unreadable => {
  if (text === '' || /^(无固定期限|不定期|长期|活期)$/.test(text)) return null
  const found = /^(\d{1,6})天?$/.exec(text)
  return found && Number(found[1]) > 0 ? Number(found[1]) : unreadable
}

const reject = (reason: Rejection): RowReading<never> => ({ ok: false, reason })

/** One line of the shelf. No fixed term, no return and no end date are values, not errors. */
export const readShelfRow = (cells: Cells<ShelfField>): RowReading<ShelfProduct> => {
  const code = codeText(cells.of('code'))
  const name = cellText(cells.of('name'))
  if (code === '') return reject('no-number')
  if (name === '') return reject('no-name')
  const kind = kinds.find(([words]) => words.test(cellText(cells.of('kind'))))?.[1]
  if (kind === undefined) return reject('unknown-kind')
  const level = cellLevel(cells.of('level'))
  if (level === unreadable || level === null) return reject('broken-level')
  const rate = cellRate(cells.of('rate'))
  if (rate === unreadable) return reject('broken-rate')
  const termDays = termOf(codeText(cells.of('term')))
  const openFrom = cellDate(cells.of('openFrom'))
  const openTo = cellDate(cells.of('openTo'))
  if (termDays === unreadable || openFrom === unreadable || openTo === unreadable)
    return reject('broken-date')
  const minimum = cellAmount(cells.of('minimum'), cells.inTenThousands('minimum'))
  if (minimum === unreadable) return reject('broken-amount')
  const audience = cellText(cells.of('audience'))
  return {
    ok: true,
    row: { code, name, kind, level, rate, termDays, minimum, openFrom, openTo, audience },
    warnings: kind === 'trust' ? ['qualified-investor-not-established'] : [],
  }
}
