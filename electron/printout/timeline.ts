import type { PrintKind } from '../../shared/printout/kinds.ts'
import { printNumber } from '../../shared/printout/model.ts'
import type { TimelineSource } from '../client/timeline.ts'

type Row = {
  readonly id: number
  readonly year: number
  readonly sequence: number
  readonly kind: PrintKind
  readonly outcome: string
  readonly at: number
  readonly by: string
}

/** What was printed for this client and how it ended. */
export const printLines: TimelineSource = (db, clientId) =>
  db
    .all<Row>(
      `SELECT p.id, p.year, p.sequence, p.kind, p.outcome, p.at, s.name AS by FROM printout AS p
       JOIN staff AS s ON s.id = p.staff_id WHERE p.client_id = ? ORDER BY p.id DESC LIMIT 100`,
      [clientId],
    )
    .map((row) => ({
      key: `printout:${row.id}`,
      at: row.at,
      title: row.kind === 'statement' ? 'printout.timeline.printed' : 'printout.timeline.form',
      params: { number: printNumber(row.year, row.sequence) },
      words: [
        ...(row.kind === 'statement' ? [] : [`printout.kind.${row.kind}`]),
        `printout.outcome.${row.outcome}`,
      ],
      note: '',
      by: row.by,
      route: '/report',
    }))
