import { consents, figures, members } from './sets.ts'
import type { Part } from './part.ts'

/** Family, consents and figures; parents before what refers to them. */
export const familyParts: readonly Part[] = [
  {
    table: 'household_member',
    take: `SELECT * FROM household_member WHERE id IN (${members}) ORDER BY id`,
    put: `INSERT INTO household_member(id, household_id, client_id, name, relation, sex, birth_date, occupation,
      agreed, valid_from, valid_to, seq, created_at)
      VALUES (:id, :household_id, :client_id, :name, :relation, :sex, :birth_date, :occupation, :agreed,
      :valid_from, :valid_to, :seq, :created_at)`,
    drop: `DELETE FROM household_member WHERE id IN (${members})`,
  },
  {
    table: 'consent',
    take: `SELECT * FROM consent WHERE member_id IN (${members}) ORDER BY id`,
    put: `INSERT INTO consent(id, member_id, reach, bank, paper, signed_on, ended_on, staff_id, at)
      VALUES (:id, :member_id, :reach, :bank, :paper, :signed_on, :ended_on, :staff_id, :at)`,
    drop: `DELETE FROM consent WHERE member_id IN (${members})`,
  },
  {
    table: 'figure',
    take: `SELECT * FROM figure WHERE id IN (${figures}) ORDER BY id`,
    put: `INSERT INTO figure(id, household_id, owner_id, kind, amount, period, source, reach, place, as_of, seq,
      removed)
      VALUES (:id, :household_id, :owner_id, :kind, :amount, :period, :source, :reach, :place, :as_of, :seq,
      :removed)`,
    drop: `DELETE FROM figure WHERE id IN (${figures})`,
  },
  {
    table: 'figure_version',
    take: `SELECT * FROM figure_version WHERE figure_id IN (${figures}) ORDER BY figure_id, seq`,
    put: `INSERT INTO figure_version(figure_id, seq, value, removed, encounter_id, staff_id, at)
      VALUES (:figure_id, :seq, :value, :removed, :encounter_id, :staff_id, :at)`,
    drop: `DELETE FROM figure_version WHERE figure_id IN (${figures})`,
  },
  {
    table: 'consent_figure',
    take: `SELECT * FROM consent_figure
      WHERE consent_id IN (${consents}) OR figure_id IN (${figures})
      ORDER BY consent_id, figure_id`,
    put: `INSERT INTO consent_figure(consent_id, figure_id)
      VALUES (:consent_id, :figure_id)`,
    drop: `DELETE FROM consent_figure WHERE consent_id IN (${consents}) OR figure_id IN (${figures})`,
  },
]
