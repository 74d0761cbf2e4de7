import { parse } from 'csv-parse/sync'
import readWorkbook from 'read-excel-file/node'
import type { Sheet } from '../../shared/intake/model.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { decodeText, type TextEncoding } from './decode.ts'
import { safeZip } from './safe-zip.ts'

export type FileReading = { readonly sheets: readonly Sheet[]; readonly encoding: TextEncoding | 'xlsx' }

const isZip = (bytes: Buffer): boolean => bytes.length > 3 && bytes.readUInt32BE(0) === 0x504b0304

// The old binary workbook (.xls) and an empty or zero-filled file are told apart from text.
const isBinary = (bytes: Buffer): boolean => bytes.subarray(0, 4096).includes(0)

const cellText = (cell: unknown): string => {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return typeof cell === 'string' ? cell : String(cell as number | boolean)
}

const readXlsx = async (bytes: Buffer): Promise<Result<FileReading>> => {
  const safe = safeZip(bytes)
  if (!safe.ok) return safe
  try {
    const sheets = await readWorkbook(safe.value)
    return ok({ sheets: sheets.map(({ data }) => data.map((row) => row.map(cellText))), encoding: 'xlsx' })
  } catch {
    return refuse('intake.refusal.no-workbook')
  }
}

const delimiters = [',', '\t', ';', '|'] as const

const delimiterOf = (text: string): string => {
  const head = text.slice(0, 4096)
  const count = (sign: string): number => head.split(sign).length
  return delimiters.toSorted((a, b) => count(b) - count(a))[0] ?? ','
}

const readText = (bytes: Buffer): Result<FileReading> => {
  const { text, encoding } = decodeText(bytes)
  try {
    // Blank lines stay, so that the line numbers are those of the file.
    const options = {
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      bom: true,
    } as const
    return ok({ sheets: [parse(text, { ...options, delimiter: delimiterOf(text) })], encoding })
  } catch {
    return refuse('intake.refusal.no-table')
  }
}

/** The rows of an export, whatever it is written in. */
export const readFileSheets = async (bytes: Buffer): Promise<Result<FileReading>> => {
  if (isZip(bytes)) return readXlsx(bytes)
  if (bytes.length === 0 || isBinary(bytes)) return refuse('intake.refusal.no-table')
  return readText(bytes)
}
