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

// Printed in a stranger's meeting that stood under this name: the ledger asks it back, and the past of the wrong client
// keeps only the correction (practice 3).
const isStrangers = `EXISTS (
  SELECT 1 FROM encounter_move AS m WHERE m.id = p.move_id AND m.from_client_id = p.client_id)`

/** What was printed for this client and how it ended. */
export const printLines: TimelineSource = (db, clientId) =>
  db
    .all<Row>(
      `SELECT p.id, p.year, p.sequence, p.kind, p.outcome, p.at, s.name AS by FROM printout AS p
       JOIN staff AS s ON s.id = p.staff_id WHERE p.client_id = ? AND NOT (${isStrangers}) ORDER BY p.id DESC LIMIT 100`,
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
