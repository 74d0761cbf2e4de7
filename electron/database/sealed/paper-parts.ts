import { figures, members, ownDrafts, ownSheets, sheets } from './sets.ts'
import type { Part } from './part.ts'

/** What was printed, the grounds of each print, and half-written input. The ledger lines themselves stay. */
export const paperParts: readonly Part[] = [
  {
    table: 'printout_reader',
    take: `SELECT * FROM printout_reader
      WHERE printout_id IN (${ownSheets}) OR member_id IN (${members})
      ORDER BY printout_id, member_id`,
    put: `INSERT INTO printout_reader(printout_id, member_id)
      VALUES (:printout_id, :member_id)`,
    drop: `DELETE FROM printout_reader WHERE printout_id IN (${ownSheets}) OR member_id IN (${members})`,
  },
  {
    table: 'printout_figure',
    take: `SELECT * FROM printout_figure
      WHERE printout_id IN (${ownSheets}) OR figure_id IN (${figures})
      ORDER BY printout_id, figure_id`,
    put: `INSERT INTO printout_figure(printout_id, figure_id)
      VALUES (:printout_id, :figure_id)`,
    drop: `DELETE FROM printout_figure WHERE printout_id IN (${ownSheets}) OR figure_id IN (${figures})`,
  },
  {
    table: 'printout_bank',
    take: `SELECT * FROM printout_bank
      WHERE printout_id IN (${ownSheets}) OR member_id IN (${members})
      ORDER BY printout_id, member_id`,
    put: `INSERT INTO printout_bank(printout_id, member_id)
      VALUES (:printout_id, :member_id)`,
    drop: `DELETE FROM printout_bank WHERE printout_id IN (${ownSheets}) OR member_id IN (${members})`,
  },
  {
    table: 'printout_content',
    take: `SELECT * FROM printout_content WHERE printout_id IN (${sheets}) ORDER BY printout_id`,
    put: `INSERT INTO printout_content(printout_id, content)
      VALUES (:printout_id, :content)`,
    drop: `DELETE FROM printout_content WHERE printout_id IN (${sheets})`,
  },
  {
    table: 'draft',
    take: `SELECT * FROM draft WHERE ${ownDrafts} ORDER BY staff_id, place, field`,
    put: `INSERT INTO draft(staff_id, place, field, value, at)
      VALUES (:staff_id, :place, :field, :value, :at)`,
    drop: `DELETE FROM draft WHERE ${ownDrafts}`,
  },
]
