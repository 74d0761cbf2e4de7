import type { TouchReason } from '../../shared/custody/contract.ts'
import type { Read } from '../database/handle.ts'

type Touch = { readonly clientId: number; readonly reason: TouchReason }

type Range = { readonly staffId: number; readonly from: number; readonly until: number }

// One table after the other, each by its index on who and when; a figure belongs to its owner's dossier, or to the head's
// when it is the family's.
const touches = `
  SELECT e.client_id AS clientId, 'meeting' AS reason FROM encounter_step AS s JOIN encounter AS e ON e.id = s.encounter_id
    WHERE s.staff_id = :staffId AND s.at >= :from AND s.at < :until
  UNION
  SELECT coalesce(o.client_id, h.client_id), 'figure' FROM figure_version AS v JOIN figure AS f ON f.id = v.figure_id
    LEFT JOIN household_member AS o ON o.id = f.owner_id
    LEFT JOIN household_member AS h ON h.household_id = f.household_id AND h.relation = 'head'
    WHERE v.staff_id = :staffId AND v.at >= :from AND v.at < :until
  UNION
  SELECT coalesce(m.client_id, h.client_id), 'consent' FROM consent AS n
    JOIN household_member AS m ON m.id = n.member_id
    LEFT JOIN household_member AS h ON h.household_id = m.household_id AND h.relation = 'head'
    WHERE n.staff_id = :staffId AND n.at >= :from AND n.at < :until
  UNION
  SELECT client_id, 'type' FROM client_type
    WHERE staff_id = :staffId AND at >= :from AND at < :until AND previous IS NOT NULL AND confirmed = 1
  UNION
  SELECT client_id, 'print' FROM printout
    WHERE staff_id = :staffId AND at >= :from AND at < :until AND client_id IS NOT NULL AND kind = 'statement'
  UNION
  SELECT client_id, 'opened' FROM custody
    WHERE staff_id = :staffId AND at >= :from AND at < :until AND move = 'opened'
  UNION
  SELECT client_id, 'held' FROM dossier WHERE state = 'in-use' AND holder_id = :staffId`

/** Every dossier this person worked with on the day, or still has, with why. */
export const touchedBy = (db: Read, range: Range): ReadonlyMap<number, readonly TouchReason[]> => {
  const found = new Map<number, TouchReason[]>()
  for (const { clientId, reason } of db.all<Touch>(touches, range))
    if (clientId !== null) found.set(clientId, [...(found.get(clientId) ?? []), reason])
  return found
}
