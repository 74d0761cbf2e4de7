import type { IntakeLine, IntakePreview, LineFilter } from '../../shared/intake/contract.ts'
import type { Read } from '../database/handle.ts'
import { knownOwner } from './owner-names.ts'
import { newestIntake } from './repository.ts'
import type { Waiting } from './waiting.ts'

export const previewOf = (db: Read, waiting: Waiting): IntakePreview => {
  const { id, parsed, counts, owners, booked } = waiting
  const { sheet } = parsed
  const ownerOf = knownOwner(db)
  const { sum, stated, statedRows } = sheet.control
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
    counts,
    control: { sum, stated, statedRows, booked },
    owners: owners.map((owner) => ({ ...owner, staffId: ownerOf(owner.name) ?? null })),
  }
}

const linesPerPage = 100

export const pageOfLines = (
  { lines }: Waiting,
  filter: LineFilter,
  from: number,
): { readonly lines: IntakeLine[]; readonly total: number } => {
  const wanted = lines.filter((line) => {
    if (filter === 'all') return true
    return filter === 'warned' ? line.warnings.length > 0 : line.verdict === filter
  })
  return { lines: wanted.slice(from, from + linesPerPage), total: wanted.length }
}
