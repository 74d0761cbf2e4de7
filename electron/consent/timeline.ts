import type { TimelineSource } from '../client/timeline.ts'

type Row = { readonly id: number; readonly paper: string; readonly at: number; readonly by: string }

/** Consents this client gave; nobody else's. */
export const consentLines: TimelineSource = (db, clientId) =>
  db
    .all<Row>(
      `SELECT c.id, c.paper, c.at, s.name AS by FROM consent AS c
       JOIN household_member AS m ON m.id = c.member_id JOIN staff AS s ON s.id = c.staff_id
       WHERE m.client_id = ? ORDER BY c.id DESC LIMIT 100`,
      [clientId],
    )
    .map((row) => ({
      key: `consent:${row.id}`,
      at: row.at,
      title: 'figure.consent.recorded',
      params: { paper: row.paper },
      note: '',
      by: row.by,
      route: null,
    }))
