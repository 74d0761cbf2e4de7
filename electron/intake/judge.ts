import type { BookRow } from '../../shared/intake/book-row.ts'
import { maskName } from '../../shared/client/mask.ts'
import { shelfDifferences } from '../../shared/intake/compare.ts'
import type { Counts, IntakeLine } from '../../shared/intake/contract.ts'
import type { Verdict } from '../../shared/intake/model.ts'
import { staffNames } from '../client/staff-names.ts'
import type { Read } from '../database/handle.ts'
import { allProducts } from '../product/repository.ts'
import { absentFields } from './absent-fields.ts'
import { compareRow } from './known-client.ts'
import { knownOwner } from './owner-names.ts'
import type { Parsed } from './parse.ts'
import { sealedByNumber } from './sealed.ts'

const verdictOf = (known: boolean, differences: readonly string[]): Verdict => {
  if (!known) return 'new'
  return differences.length === 0 ? 'unchanged' : 'updated'
}

type Judged = { readonly verdict: Verdict; readonly differences: readonly string[] }

const judgeBook = (db: Read, absent: ReadonlySet<string>): ((row: BookRow) => Judged) => {
  const comparing = { ownerOf: knownOwner(db), ownerNames: staffNames(db), absent }
  const sealed = sealedByNumber(db)
  return (row) => {
    if (sealed.has(row.number)) return { verdict: 'sealed', differences: [] }
    const compared = compareRow(db, row, comparing)
    if (compared.client === undefined) return { verdict: 'new', differences: [] }
    return { verdict: verdictOf(true, compared.differences), differences: compared.differences }
  }
}

/** Every row of the file with what would become of it, in the order of the file. */
export const judgeLines = (db: Read, parsed: Parsed): readonly IntakeLine[] => {
  const lines = parsed.kind === 'client-book' ? bookLines(db, parsed) : shelfLines(db, parsed)
  const rejected = parsed.sheet.rejected.map(({ line, number, reason }): IntakeLine => ({
    ...plain(line, number, ''),
    verdict: 'rejected',
    reason,
  }))
  return [...lines, ...rejected].toSorted((a, b) => a.line - b.line)
}

const plain = (line: number, number: string, name: string): IntakeLine => ({
  line,
  number,
  name,
  verdict: 'new',
  reason: null,
  warnings: [],
  differences: [],
  by: null,
})

const bookLines = (db: Read, parsed: Extract<Parsed, { kind: 'client-book' }>): readonly IntakeLine[] => {
  const judge = judgeBook(db, absentFields(parsed))
  const kept = parsed.merged.kept.map(({ line, row, warnings }): IntakeLine => {
    const { verdict, differences } = judge(row)
    const base = plain(line, row.number, maskName(row.name))
    return { ...base, verdict, differences: [...differences], warnings: [...warnings] }
  })
  const repeated = parsed.merged.repeats.map(({ line, by, row, differences }): IntakeLine => {
    const base = plain(line, row.number, maskName(row.name))
    return { ...base, verdict: 'repeated', by, differences: [...differences] }
  })
  return [...kept, ...repeated]
}

const shelfLines = (db: Read, parsed: Extract<Parsed, { kind: 'product-shelf' }>): readonly IntakeLine[] => {
  const shelf = new Map(allProducts(db).map((product) => [product.code, product]))
  const kept = parsed.merged.kept.map(({ line, row, warnings }): IntakeLine => {
    const known = shelf.get(row.code)
    const differences = known ? shelfDifferences(known, row) : []
    const verdict = verdictOf(known !== undefined, differences)
    return {
      ...plain(line, row.code, row.name),
      verdict,
      differences: [...differences],
      warnings: [...warnings],
    }
  })
  const repeated = parsed.merged.repeats.map(({ line, by, row, differences }): IntakeLine => {
    const base = plain(line, row.code, row.name)
    return { ...base, verdict: 'repeated', by, differences: [...differences] }
  })
  return [...kept, ...repeated]
}

export const countLines = (lines: readonly IntakeLine[], missing: number): Counts => {
  const of = (verdict: Verdict): number => lines.filter((line) => line.verdict === verdict).length
  return {
    new: of('new'),
    updated: of('updated'),
    unchanged: of('unchanged'),
    repeated: of('repeated'),
    rejected: of('rejected'),
    sealed: of('sealed'),
    warned: lines.filter((line) => line.warnings.length > 0).length,
    missing,
  }
}
