import { appendAudit } from '../audit/chain.ts'
import type { AuditEntry } from '../desk/audit-entry.ts'
import type { Desk, OpenDesk } from '../desk/desk.ts'
import { putSetting } from '../setting/repository.ts'

type Note = {
  readonly audit: AuditEntry
  readonly settings: Readonly<Record<string, unknown>>
}

/** What a backup leaves in the vault: dated settings and one audit line, in their turn of the write gate. */
export const record = (desk: Desk, open: OpenDesk, { audit, settings }: Note): Promise<void> =>
  desk.gate.run(() => {
    const now = desk.ports.clock.now()
    open.db.transact(() => {
      for (const [key, value] of Object.entries(settings))
        putSetting(open.db, key, value, now, open.session.staffId)
      appendAudit(open.db, open.auditKey, open.stamp(now, audit))
    })
    desk.notices.tell({ kind: 'changed', topics: ['backup'] })
  })
