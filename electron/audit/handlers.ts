import { fail, ok } from '../../shared/result.ts'
import type { auditContract } from '../../shared/audit/contract.ts'
import type { Handlers } from '../desk/handlers-type.ts'
import { checkWholeChain } from './check.ts'
import { acknowledgedObject, salvageAcknowledged, salvageNews } from './salvage-news.ts'

type Row = {
  seq: number
  at: number
  staff: string
  channel: 'window' | 'cli'
  action: string
  object: string
  head: string
}

const page = `
  SELECT a.seq, a.at, coalesce(s.name, '') AS staff, a.channel, a.action, a.object, substr(a.hash, 1, 8) AS head
  FROM audit AS a LEFT JOIN staff AS s ON s.id = a.staff
  WHERE a.seq < :before ORDER BY a.seq DESC LIMIT :limit`

export const auditHandlers: Handlers<typeof auditContract> = {
  list: (call, { before, limit }) =>
    ok(call.db.all<Row>(page, { before: before ?? Number.MAX_SAFE_INTEGER, limit })),
  verify: (call) => ok({ jobId: checkWholeChain(call.desk) }),
  verdict: (call) => ok(call.desk.verdict.value),
  acknowledge: (call, { salvage }) => {
    const open = call.desk.open()
    if (!open) return fail({ code: 'locked' })
    // Of two windows the later one has nothing left to say; one salvage more is told by itself.
    if (salvageNews(call.db, open.auditKey) === salvage)
      call.audit({ action: salvageAcknowledged, object: acknowledgedObject(salvage) })
    return ok({ salvage: salvageNews(call.db, open.auditKey) })
  },
}
