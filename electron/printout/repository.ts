import type { FormContent } from '../../shared/printout/form.ts'
import type { PrintKind } from '../../shared/printout/kinds.ts'
import { printNumber, type Outcome, type Printout, type Return } from '../../shared/printout/model.ts'
import type { StatementContent } from '../../shared/statement/content.ts'
import type { Read, Write } from '../database/handle.ts'

export type PrintoutRow = Printout & {
  readonly subject: string
  readonly contentHash: string
  readonly head: string
}

type Row = Omit<PrintoutRow, 'number' | 'duplicate'> & {
  readonly year: number
  readonly sequence: number
  readonly duplicateOf: number | null
}

const select = `
  SELECT p.id, p.year, p.sequence, p.kind, p.client_id AS clientId, coalesce(c.name, '') AS clientName, p.subject, p.as_of AS asOf,
    p.content_hash AS contentHash, p.copy, p.again, p.duplicate_of AS duplicateOf, p.way, p.outcome, p.returned, s.name AS by,
    p.at, p.audit_seq AS seq, p.audit_head AS head
  FROM printout AS p LEFT JOIN client AS c ON c.id = p.client_id JOIN staff AS s ON s.id = p.staff_id`

const toPrintout = ({ year, sequence, duplicateOf, ...row }: Row): PrintoutRow => ({
  ...row,
  number: printNumber(year, sequence),
  duplicate: duplicateOf !== null,
})

export const printoutById = (db: Read, id: number): PrintoutRow | undefined => {
  const row = db.one<Row>(`${select} WHERE p.id = ?`, [id])
  return row && toPrintout(row)
}

const page = 100

/** Newest first; one more than a page tells whether there are more. */
export const listPrintouts = (
  db: Read,
  wanted: {
    readonly kinds: readonly PrintKind[]
    readonly clientId?: number | undefined
    readonly before?: number | undefined
  },
): { readonly rows: readonly PrintoutRow[]; readonly more: boolean } => {
  const rows = db.all<Row>(
    `${select} WHERE (:clientId IS NULL OR p.client_id = :clientId) AND (:before IS NULL OR p.id < :before)
       AND p.kind IN (SELECT value FROM json_each(:kinds))
     ORDER BY p.id DESC LIMIT 101`,
    {
      clientId: wanted.clientId ?? null,
      before: wanted.before ?? null,
      kinds: JSON.stringify(wanted.kinds),
    },
  )
  return { rows: rows.slice(0, page).map(toPrintout), more: rows.length > page }
}

export type NewPrintout = {
  readonly year: number
  readonly kind: PrintKind
  readonly clientId: number | null
  /** What a form of this kind is about; copies of one number of it count together. */
  readonly subject: string
  readonly asOf: string
  readonly contentHash: string
  readonly content: string
  readonly duplicateOf: number | null
  readonly way: Printout['way']
  readonly staffId: number
  readonly at: number
}

/** Takes the year's next number and the next copy number of this kind, client and subject. */
export const insertPrintout = (db: Write, { content, ...printout }: NewPrintout): number => {
  const { id } = db.run(
    `INSERT INTO printout(year, sequence, kind, client_id, subject, as_of, content_hash, copy, duplicate_of, way,
       outcome, staff_id, at)
     VALUES (:year, (SELECT coalesce(max(sequence), 0) + 1 FROM printout WHERE year = :year), :kind, :clientId,
       :subject, :asOf, :contentHash,
       (SELECT coalesce(max(copy), 0) + 1 FROM printout
        WHERE kind = :kind AND coalesce(client_id, 0) = coalesce(:clientId, 0) AND subject = :subject),
       :duplicateOf, :way, 'started', :staffId, :at)`,
    printout,
  )
  db.run('INSERT INTO printout_content(printout_id, content) VALUES (:id, :content)', { id, content })
  return id
}

/** What a line of the ledger shows, by its kind: a statement's content has its own pages, all else is a form. */
export type Printed =
  | { readonly kind: 'statement'; readonly content: StatementContent }
  | { readonly kind: 'form'; readonly content: FormContent }

export const contentOf = (db: Read, { id, kind }: Pick<PrintoutRow, 'id' | 'kind'>): Printed | undefined => {
  const row = db.one<{ content: string }>('SELECT content FROM printout_content WHERE printout_id = ?', [id])
  if (!row) return undefined
  return kind === 'statement'
    ? { kind, content: JSON.parse(row.content) as StatementContent }
    : { kind: 'form', content: JSON.parse(row.content) as FormContent }
}

/** The audit row whose head the footer shows. */
export const sealPrintout = (db: Write, id: number, audit: { seq: number; hash: string }): void => {
  db.run('UPDATE printout SET audit_seq = :seq, audit_head = :hash WHERE id = :id', { id, ...audit })
}

export const setOutcome = (db: Write, id: number, outcome: Outcome): void => {
  db.run('UPDATE printout SET outcome = :outcome WHERE id = :id', { id, outcome })
}

export const setReturned = (db: Write, id: number, returned: Return): void => {
  db.run('UPDATE printout SET returned = :returned WHERE id = :id', { id, returned })
}

export const countAgain = (db: Write, id: number): void => {
  db.run(`UPDATE printout SET again = again + 1, outcome = 'started' WHERE id = ?`, [id])
}
