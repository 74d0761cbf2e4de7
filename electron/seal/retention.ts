import { retainUntil } from '../../shared/seal/retention.ts'
import type { Read, Write } from '../database/handle.ts'
import { plainDateAt } from '../desk/zone.ts'
import { currentPolicy } from '../setting/repository.ts'
import type { Proposal } from './proposal.ts'

const funds = `
  SELECT EXISTS (SELECT 1 FROM client_position WHERE client_id = :clientId AND fund > 0)
    OR EXISTS (SELECT 1 FROM fit_choice AS f JOIN encounter AS e ON e.id = f.encounter_id
               JOIN product AS p ON p.id = f.product_id WHERE e.client_id = :clientId AND p.kind = 'fund') AS had`

/** Read while the rows are still there: afterwards nobody can tell what he ever held or was shown to fit. */
export const retentionOf = (
  db: Read,
  { clientId, reason }: Pick<Proposal, 'clientId' | 'reason'>,
  now: number,
): string | null =>
  retainUntil({
    reason,
    on: plainDateAt(now, currentPolicy(db).zone),
    hadFunds: db.one<{ had: number }>(funds, { clientId })?.had === 1,
  })

/** Opened again, a dossier is worked with: what is counted begins anew with the next end, so the day is never too early. */
export const setRetention = (db: Write, clientId: number, day: string | null): void => {
  db.run('UPDATE dossier SET retain_until = :day WHERE client_id = :clientId', { clientId, day })
}
