import type { DocumentKind, Position, Sex } from '../client/model.ts'
import { readResidentId } from '../client/identity.ts'
import type { PlainDate } from '../plain-date.ts'
import { cellAmount, cellDate, cellLevel, cellText, codeText, unreadable } from './cells.ts'
import type { BookField } from './columns.ts'
import type { Rejection, Warning } from './model.ts'

export type BookRow = {
  readonly number: string
  readonly name: string
  readonly sex: Sex
  readonly documentKind: DocumentKind
  readonly documentNumber: string
  readonly idDoubtful: boolean
  readonly birthDate: PlainDate | null
  readonly phone: string
  readonly employer: string
  readonly occupation: string
  /** As written in the file; empty: nobody. */
  readonly owner: string
  readonly amounts: Omit<Position, 'asOf'>
  readonly level: number | null
  readonly levelDate: PlainDate | null
}

export type RowReading<Row> =
  | { readonly ok: true; readonly row: Row; readonly warnings: readonly Warning[] }
  | { readonly ok: false; readonly reason: Rejection }

/** The cell of a field, or undefined where the file has no such column. */
export type Cells<Field extends string> = {
  readonly of: (field: Field) => string | undefined
  readonly inTenThousands: (field: Field) => boolean
}

const documentKindOf = (text: string): DocumentKind => {
  if (/临时/.test(text)) return 'temporary-id'
  if (/港澳台居民居住证|居住证/.test(text)) return 'residence-permit'
  if (/外国人.*(永久|居留)/.test(text)) return 'foreign-permanent-id'
  if (/台湾|台胞/.test(text)) return 'taiwan-permit'
  if (/港澳/.test(text)) return 'hong-kong-macao-permit'
  if (/身份证/.test(text)) return 'resident-id'
  if (/户口/.test(text)) return 'household-book'
  if (/军|武警/.test(text)) return 'military-id'
  return /护照/.test(text) ? 'passport' : 'other'
}

const sexOf = (text: string): Sex =>
  /^(男|1|M)/i.test(text) ? 'male' : /^(女|2|F)/i.test(text) ? 'female' : 'unknown'

const amountFields = [
  'aum',
  'demand',
  'time',
  'wealth',
  'fund',
  'insurance',
  'bond',
  'metal',
  'loan',
] as const

const amountsOf = (cells: Cells<BookField>): Omit<Position, 'asOf'> | null => {
  const read = amountFields.map(
    (field) => [field, cellAmount(cells.of(field), cells.inTenThousands(field))] as const,
  )
  if (read.some(([, amount]) => amount === unreadable)) return null
  return Object.fromEntries(read) as Omit<Position, 'asOf'>
}

const reject = (reason: Rejection): RowReading<never> => ({ ok: false, reason })

// A name keeps one blank between words, whatever blanks the file has.
const nameText = (cell: string | undefined): string => cellText(cell).replace(/[\s\u3000]+/g, ' ')

// No client is born tomorrow. A level of a day to come would outlive every later slip: it is left out, the row is kept.
const warningsOf = (idDoubtful: boolean, levelInFuture: boolean): readonly Warning[] => [
  ...(idDoubtful ? (['id-doubtful'] as const) : []),
  ...(levelInFuture ? (['level-in-future'] as const) : []),
]

/** One line of the client book. A wrong id check is a warning on a kept row, looked at when the client next comes. */
export const readBookRow = (cells: Cells<BookField>, today: PlainDate): RowReading<BookRow> => {
  const number = codeText(cells.of('number'))
  const name = nameText(cells.of('name'))
  if (number === '') return reject('no-number')
  if (name === '') return reject('no-name')
  const amounts = amountsOf(cells)
  if (amounts === null) return reject('broken-amount')
  const birthDate = cellDate(cells.of('birthDate'))
  const levelDate = cellDate(cells.of('levelDate'))
  if (birthDate === unreadable || levelDate === unreadable) return reject('broken-date')
  if (birthDate !== null && birthDate > today) return reject('broken-date')
  const level = cellLevel(cells.of('level'))
  if (level === unreadable) return reject('broken-level')
  const levelInFuture = levelDate !== null && levelDate > today
  const documentKind = documentKindOf(cellText(cells.of('documentKind')))
  const documentNumber = codeText(cells.of('documentNumber')).toUpperCase()
  const idDoubtful =
    documentKind === 'resident-id' && documentNumber !== '' && readResidentId(documentNumber, today) === null
  const row: BookRow = {
    number,
    name,
    sex: sexOf(codeText(cells.of('sex'))),
    documentKind,
    documentNumber,
    idDoubtful,
    birthDate,
    phone: codeText(cells.of('phone')),
    employer: cellText(cells.of('employer')),
    occupation: cellText(cells.of('occupation')),
    owner: nameText(cells.of('owner')),
    amounts,
    level: levelInFuture ? null : level,
    levelDate: levelInFuture ? null : levelDate,
  }
  return { ok: true, row, warnings: warningsOf(idDoubtful, levelInFuture) }
}
