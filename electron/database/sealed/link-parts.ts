import { meetings, needs } from './sets.ts'
import type { Part } from './part.ts'

// A meeting that was moved to the right client may go on from one of the wrong client's. The meeting stays, its link
// goes into the file and comes back with it.
export const linkParts: readonly Part[] = [
  {
    table: 'encounter:continues',
    take: `SELECT id, continues_id FROM encounter
      WHERE client_id <> :client AND continues_id IN (${meetings}) ORDER BY id`,
    put: 'UPDATE encounter SET continues_id = :continues_id WHERE id = :id',
    drop: `UPDATE encounter SET continues_id = NULL WHERE client_id <> :client AND continues_id IN (${meetings})`,
  },
  {
    table: 'need:carried',
    take: `SELECT id, carried_from FROM need
      WHERE id NOT IN (${needs}) AND carried_from IN (${needs}) ORDER BY id`,
    put: 'UPDATE need SET carried_from = :carried_from WHERE id = :id',
    drop: `UPDATE need SET carried_from = NULL WHERE id NOT IN (${needs}) AND carried_from IN (${needs})`,
  },
]
