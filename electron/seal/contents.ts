import { z } from 'zod'
import type { TakenTable } from '../database/sealed/rows.ts'

// What is inside a sealed file: JSON, one value a line. The first line says what it is, then each table names itself and
// its columns, followed by its rows as lists. A reader needs nothing of this program to make sense of it.

const cell = z.union([z.string(), z.number(), z.null()])
const frontSchema = z.strictObject({
  fmt: z.literal('dossier'),
  v: z.literal(1),
  schema: z.int(),
  number: z.string().nullable(),
  dossier: z.string().nullable(),
  tables: z.int().min(0),
})
const tableSchema = z.strictObject({
  table: z.string(),
  columns: z.array(z.string()).min(1),
  rows: z.int().min(1),
})

export type Contents = {
  readonly schema: number
  readonly number: string | null
  readonly dossier: string | null
  readonly tables: readonly TakenTable[]
}

const plainCell = (value: unknown): string | number | null => cell.parse(value)

const linesOf = ({ table, rows }: TakenTable): readonly string[] => {
  const columns = Object.keys(rows[0] ?? {})
  const head = { table, columns, rows: rows.length }
  return [head, ...rows.map((row) => columns.map((name) => plainCell(row[name])))].map((line) =>
    JSON.stringify(line),
  )
}

export const encodeContents = ({ schema, number, dossier, tables }: Contents): Buffer => {
  const filled = tables.filter(({ rows }) => rows.length > 0)
  const front = JSON.stringify({ fmt: 'dossier', v: 1, schema, number, dossier, tables: filled.length })
  return Buffer.from([front, ...filled.flatMap(linesOf), ''].join('\n'), 'utf8')
}

type Lines = IterableIterator<string>

const next = (lines: Lines): unknown => {
  const { done, value } = lines.next()
  if (done === true) throw new Error('a sealed dossier ends too early')
  return JSON.parse(value)
}

const readTable = (lines: Lines): TakenTable => {
  const { table, columns, rows: count } = tableSchema.parse(next(lines))
  const rowSchema = z.array(cell).length(columns.length)
  const rows = Array.from({ length: count }, () => {
    const cells = rowSchema.parse(next(lines))
    return Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? null]))
  })
  return { table, rows }
}

/** Authentic bytes only: whatever can't be read here is a fault of this program, not of the file. */
export const decodeContents = (plain: Buffer): Contents => {
  const lines = plain.toString('utf8').split('\n').values()
  const { schema, number, dossier, tables } = frontSchema.parse(next(lines))
  return { schema, number, dossier, tables: Array.from({ length: tables }, () => readTable(lines)) }
}
