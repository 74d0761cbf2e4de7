import { ownersOf } from '../../shared/intake/owners.ts'
import type { IntakeLine, IntakePreview, LineFilter } from '../../shared/intake/contract.ts'
import { newestDay } from '../client/list.ts'
import type { Read } from '../database/handle.ts'
import { countLines, judgeLines } from './judge.ts'
import { missingFrom } from './missing.ts'
import { knownOwner } from './owner-names.ts'
import type { Parsed } from './parse.ts'
import { newestIntake } from './repository.ts'

/** A file that was read and waits for its word; lives in the desk's memory only. */
export type Waiting = { readonly id: number; readonly parsed: Parsed }

const ownersIn = (db: Read, parsed: Parsed): IntakePreview['owners'] => {
  if (parsed.kind !== 'client-book') return []
  const ownerOf = knownOwner(db)
  return ownersOf(parsed.merged.kept).map((owner) => ({ ...owner, staffId: ownerOf(owner.name) ?? null }))
}

const sumOf = (parsed: Parsed): number =>
  parsed.kind === 'client-book' ? parsed.merged.kept.reduce((sum, { row }) => sum + row.amounts.aum, 0) : 0

export const previewOf = (db: Read, { id, parsed }: Waiting): IntakePreview => {
  const lines = judgeLines(db, parsed)
  const isFirst = parsed.kind === 'client-book' && newestDay(db) === null
  const { sheet } = parsed
  return {
    previewId: id,
    kind: parsed.kind,
    fileName: parsed.fileName,
    encoding: parsed.encoding,
    headerLine: sheet.headerLine,
    asOf: sheet.asOf,
    newest: newestIntake(db, parsed.kind)?.asOf ?? null,
    mapping: sheet.mapping.map(({ field, heading }) => ({ field, heading })),
    unknownHeadings: [...sheet.unknownHeadings],
    rows: sheet.control.rows,
    counts: countLines(lines, isFirst ? 0 : missingFrom(db, parsed)),
    control: {
      sum: sheet.control.sum,
      stated: sheet.control.stated,
      statedRows: sheet.control.statedRows,
      booked: sumOf(parsed),
    },
    owners: ownersIn(db, parsed),
  }
}

export const linesPerPage = 100

export const pageOfLines = (
  db: Read,
  { parsed }: Waiting,
  filter: LineFilter,
  from: number,
): { readonly lines: IntakeLine[]; readonly total: number } => {
  const lines = judgeLines(db, parsed).filter((line) => {
    if (filter === 'all') return true
    return filter === 'warned' ? line.warnings.length > 0 : line.verdict === filter
  })
  return { lines: lines.slice(from, from + linesPerPage), total: lines.length }
}
