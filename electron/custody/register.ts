import type { custodyContract, RegisterRow } from '../../shared/custody/contract.ts'
import { addDays, type PlainDate } from '../../shared/plain-date.ts'
import { ok } from '../../shared/result.ts'
import type { Read } from '../database/handle.ts'
import type { ReadCall } from '../desk/call.ts'
import type { Handlers } from '../desk/handlers-type.ts'
import { instantAt } from '../desk/zone.ts'
import { countByState, outLines, placesUsed } from './repository.ts'
import { isClosed, lineView, nameFor } from './view.ts'

// The register (F29): every move of every dossier, only added to.

type Wanted = {
  readonly from: number
  readonly until: number
  readonly number: string
  readonly staffId: number | null
  readonly before: number | null
  readonly most: number
}

const select = `
  SELECT m.id, m.at, m.client_id AS clientId, c.name, c.number AS clientNumber, c.dossier_number AS dossierNumber,
    m.move, s.name AS by, coalesce(o.name, '') AS other, m.purpose, m.place, m.due_at AS dueAt, m.note
  FROM custody AS m JOIN client AS c ON c.id = m.client_id JOIN staff AS s ON s.id = m.staff_id
    LEFT JOIN staff AS o ON o.id = m.other_id
  WHERE m.at >= :from AND m.at < :until AND (:staffId IS NULL OR m.staff_id = :staffId OR m.other_id = :staffId)
    AND (:number = '' OR c.number = :number OR upper(c.dossier_number) = :number
         OR (length(:number) = 4 AND (substr(c.number, -4) = :number OR substr(c.dossier_number, -4) = :number)))`

const newestFirst = `${select} AND (:before IS NULL OR m.id < :before) ORDER BY m.id DESC LIMIT :most`
const oldestFirst = `${select} AND (:before IS NULL OR m.id < :before) ORDER BY m.id LIMIT :most`

const rowsOf = (db: Read, wanted: Wanted): readonly RegisterRow[] => db.all<RegisterRow>(newestFirst, wanted)

type Period = { readonly from: PlainDate; readonly until: PlainDate }

const rangeOf = (call: Pick<ReadCall, 'zone'>, { from, until }: Period) => ({
  from: instantAt(from, '00:00', call.zone),
  until: instantAt(addDays(until, 1), '00:00', call.zone),
})

const page = 100
const mostPrinted = 2_000

type Here = Pick<ReadCall, 'db' | 'session' | 'zone'>

/** The lines of a period in the order they were written, as they may be shown to this person. */
export const registerLines = (call: Here, period: Period): readonly RegisterRow[] =>
  call.db
    .all<RegisterRow>(oldestFirst, {
      ...rangeOf(call, period),
      number: '',
      staffId: null,
      before: null,
      most: mostPrinted,
    })
    .map((row) => ({ ...row, name: nameFor(call, row.name) }))

export const registerHandlers: Pick<Handlers<typeof custodyContract>, 'register' | 'out' | 'counts'> = {
  register: async (call, { from, until, number, staffId, before }) => {
    // Looking for one dossier is a query of the archive and leaves its line (AR-03).
    if (number !== '') await call.note({ action: 'register.queried', object: '', detail: number })
    const rows = rowsOf(call.db, {
      ...rangeOf(call, { from, until }),
      number: number.toUpperCase(),
      staffId,
      before: before ?? null,
      most: page + 1,
    })
    const shown = rows.slice(0, page).map((row) => ({ ...row, name: nameFor(call, row.name) }))
    return ok({ rows: shown, more: rows.length > page })
  },
  out: (call) => ok({ rows: outLines(call.db).map((row) => lineView(call, row)), closed: isClosed(call) }),
  counts: (call) => {
    const states = new Map(countByState(call.db).map(({ state, count }) => [state, count]))
    const out = outLines(call.db).map((row) => lineView(call, row))
    const overdue = new Set(out.filter(({ late }) => late !== null).map(({ place }) => place))
    const places = placesUsed(call.db).map((each) => ({ ...each, late: overdue.has(each.place) }))
    return ok({
      inCabinet: states.get('in-cabinet') ?? 0,
      out: out.length,
      late: out.filter(({ late }) => late !== null).length,
      waiting: states.get('handed-in') ?? 0,
      sealed: states.get('sealed') ?? 0,
      places,
    })
  },
}
