import { createHash } from 'node:crypto'
import type { BookRow } from '../../shared/intake/book-row.ts'
import { bookDifferences, shelfDifferences } from '../../shared/intake/compare.ts'
import { mergeRepeats, type Merged } from '../../shared/intake/merge.ts'
import type { IntakeKind, ReadSheet } from '../../shared/intake/model.ts'
import { readBook, readShelf, type Heartbeat } from '../../shared/intake/read-sheet.ts'
import type { PlainDate } from '../../shared/plain-date.ts'
import type { ShelfProduct } from '../../shared/product/model.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { readFileSheets, type FileReading } from './read-file.ts'

export type InFile = { readonly name: string; readonly bytes: Uint8Array }

type Understood<Row> = {
  readonly fileName: string
  readonly sha256: string
  readonly encoding: FileReading['encoding']
  readonly sheet: Omit<ReadSheet<Row>, 'taken'>
  readonly merged: Merged<Row>
}

export type Parsed =
  | ({ readonly kind: 'client-book' } & Understood<BookRow>)
  | ({ readonly kind: 'product-shelf' } & Understood<ShelfProduct>)

/** The first sheet that holds a header; a file without one is refused with the reason of its first sheet. */
const firstRead = <Row>(
  reading: FileReading,
  read: (sheet: FileReading['sheets'][number]) => Result<ReadSheet<Row>>,
): Result<ReadSheet<Row>> => {
  let refusal: Result<ReadSheet<Row>> = fail({ code: 'not-found', what: 'rows' })
  for (const [at, sheet] of reading.sheets.entries()) {
    const result = read(sheet)
    if (result.ok) return result
    if (at === 0) refusal = result
  }
  return refusal
}

const understood = <Row>(
  file: InFile,
  reading: FileReading,
  sheet: ReadSheet<Row>,
  numberOf: (row: Row) => string,
  differencesOf: (earlier: Row, later: Row) => readonly string[],
): Understood<Row> => {
  const { taken, ...rest } = sheet
  return {
    fileName: file.name,
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
    encoding: reading.encoding,
    sheet: rest,
    merged: mergeRepeats(taken, numberOf, differencesOf),
  }
}

/** From bytes to understood rows; nothing is written, nothing is compared with the vault yet. */
export const parseIntake = async (
  kind: IntakeKind,
  file: InFile,
  today: PlainDate,
  beat: Heartbeat = () => undefined,
): Promise<Result<Parsed>> => {
  const reading = await readFileSheets(Buffer.from(file.bytes))
  if (!reading.ok) return reading
  if (kind === 'client-book') {
    const sheet = firstRead(reading.value, (rows) => readBook(rows, file.name, today, beat))
    if (!sheet.ok) return sheet
    return ok({ kind, ...understood(file, reading.value, sheet.value, (row) => row.number, bookDifferences) })
  }
  const sheet = firstRead(reading.value, (rows) => readShelf(rows, file.name, beat))
  if (!sheet.ok) return sheet
  return ok({ kind, ...understood(file, reading.value, sheet.value, (row) => row.code, shelfDifferences) })
}
