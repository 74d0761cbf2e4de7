import { columnsOf } from '../../shared/intake/columns.ts'
import type { Parsed } from './parse.ts'

/** Fields of the kind that this file has no column for. */
export const absentFields = (parsed: Parsed): ReadonlySet<string> => {
  const there = new Set(parsed.sheet.mapping.map(({ field }) => field))
  return new Set(columnsOf[parsed.kind].map(({ field }) => field).filter((field) => !there.has(field)))
}
