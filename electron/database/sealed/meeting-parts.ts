import { assessments, choices, meetings, needs } from './sets.ts'
import type { Part } from './part.ts'

/** Meetings with everything that was said and decided in them. */
export const meetingParts: readonly Part[] = [
  {
    table: 'encounter',
    take: `SELECT * FROM encounter WHERE client_id = :client ORDER BY id`,
    put: `INSERT INTO encounter(id, client_id, staff_id, process_version, step, seq, suspended_at, left_early,
      source, appointment_date, appointment_time, place, continues_id, created_at, changed_at, ended_at)
      VALUES (:id, :client_id, :staff_id, :process_version, :step, :seq, :suspended_at, :left_early,
      :source, :appointment_date, :appointment_time, :place, :continues_id, :created_at, :changed_at,
      :ended_at)`,
    drop: `DELETE FROM encounter WHERE client_id = :client`,
  },
  {
    table: 'encounter_step',
    take: `SELECT * FROM encounter_step WHERE encounter_id IN (${meetings}) ORDER BY encounter_id, seq`,
    put: `INSERT INTO encounter_step(encounter_id, seq, type, step_from, step_to, payload, staff_id, at)
      VALUES (:encounter_id, :seq, :type, :step_from, :step_to, :payload, :staff_id, :at)`,
    drop: `DELETE FROM encounter_step WHERE encounter_id IN (${meetings})`,
  },
  {
    table: 'encounter_answer',
    take: `SELECT * FROM encounter_answer
      WHERE encounter_id IN (${meetings})
      ORDER BY encounter_id, step, field`,
    put: `INSERT INTO encounter_answer(encounter_id, step, field, value, staff_id, at)
      VALUES (:encounter_id, :step, :field, :value, :staff_id, :at)`,
    drop: `DELETE FROM encounter_answer WHERE encounter_id IN (${meetings})`,
  },
  {
    table: 'encounter_present',
    take: `SELECT * FROM encounter_present WHERE encounter_id IN (${meetings}) ORDER BY id`,
    put: `INSERT INTO encounter_present(id, encounter_id, member_id, name, relation)
      VALUES (:id, :encounter_id, :member_id, :name, :relation)`,
    drop: `DELETE FROM encounter_present WHERE encounter_id IN (${meetings})`,
  },
  // The wrong client's past keeps a number, by whom and when: the row stays, without the meeting, the right client and the
  // reason. Files from before this hold whole rows that went away, and put them back whole.
  {
    table: 'encounter_move',
    take: `SELECT * FROM encounter_move WHERE encounter_id IN (${meetings}) ORDER BY id`,
    put: `INSERT INTO encounter_move(id, encounter_id, from_client_id, to_client_id, number, why, requested_by,
      requested_at, confirmed_by, confirmed_at)
      VALUES (:id, :encounter_id, :from_client_id, :to_client_id, :number, :why, :requested_by,
      :requested_at, :confirmed_by, :confirmed_at)
      ON CONFLICT(id) DO UPDATE SET encounter_id = excluded.encounter_id, to_client_id = excluded.to_client_id,
      why = excluded.why`,
    drop: `UPDATE encounter_move SET encounter_id = NULL, to_client_id = NULL, why = ''
      WHERE encounter_id IN (${meetings})`,
  },
  {
    table: 'encounter_move_declined',
    take: `SELECT * FROM encounter_move_declined
      WHERE move_id IN (SELECT id FROM encounter_move WHERE encounter_id IN (${meetings}))
      ORDER BY move_id`,
    put: `INSERT INTO encounter_move_declined(move_id, staff_id, why, at) VALUES (:move_id, :staff_id, :why, :at)`,
    drop: `DELETE FROM encounter_move_declined
      WHERE move_id IN (SELECT id FROM encounter_move WHERE encounter_id IN (${meetings}))`,
  },
  {
    table: 'assessment',
    take: `SELECT * FROM assessment WHERE id IN (${assessments}) ORDER BY id`,
    put: `INSERT INTO assessment(id, client_id, level, date, serial, channel, confirmed_again, encounter_id,
      staff_id, at)
      VALUES (:id, :client_id, :level, :date, :serial, :channel, :confirmed_again, :encounter_id, :staff_id,
      :at)`,
    drop: `DELETE FROM assessment WHERE id IN (${assessments})`,
  },
  {
    table: 'level_confirmation',
    take: `SELECT * FROM level_confirmation
      WHERE assessment_id IN (${assessments}) OR encounter_id IN (${meetings})
      ORDER BY assessment_id, encounter_id`,
    put: `INSERT INTO level_confirmation(assessment_id, encounter_id, staff_id, at)
      VALUES (:assessment_id, :encounter_id, :staff_id, :at)`,
    drop: `DELETE FROM level_confirmation WHERE assessment_id IN (${assessments}) OR encounter_id IN (${meetings})`,
  },
  {
    table: 'need',
    take: `SELECT * FROM need WHERE encounter_id IN (${meetings}) ORDER BY id`,
    put: `INSERT INTO need(id, encounter_id, area, words, amount, for_whom, priority, evidence, latest,
      carried_from, at)
      VALUES (:id, :encounter_id, :area, :words, :amount, :for_whom, :priority, :evidence, :latest,
      :carried_from, :at)`,
    drop: `DELETE FROM need WHERE encounter_id IN (${meetings})`,
  },
  {
    table: 'need_hearer',
    take: `SELECT * FROM need_hearer WHERE need_id IN (${needs}) ORDER BY need_id, member_id`,
    put: `INSERT INTO need_hearer(need_id, member_id)
      VALUES (:need_id, :member_id)`,
    drop: `DELETE FROM need_hearer WHERE need_id IN (${needs})`,
  },
  {
    table: 'fit_choice',
    take: `SELECT * FROM fit_choice WHERE encounter_id IN (${meetings}) ORDER BY id`,
    put: `INSERT INTO fit_choice(id, encounter_id, need_id, product_id, amount, level_check, means_check,
      term_check, senior_care, written_choice, premium, flags, decline_cause, decline_note, at)
      VALUES (:id, :encounter_id, :need_id, :product_id, :amount, :level_check, :means_check, :term_check,
      :senior_care, :written_choice, :premium, :flags, :decline_cause, :decline_note, :at)`,
    drop: `DELETE FROM fit_choice WHERE encounter_id IN (${meetings})`,
  },
  {
    table: 'explanation',
    take: `SELECT * FROM explanation WHERE choice_id IN (${choices}) ORDER BY choice_id, item`,
    put: `INSERT INTO explanation(choice_id, item, at)
      VALUES (:choice_id, :item, :at)`,
    drop: `DELETE FROM explanation WHERE choice_id IN (${choices})`,
  },
  {
    table: 'intent',
    take: `SELECT * FROM intent WHERE encounter_id IN (${meetings}) ORDER BY id`,
    put: `INSERT INTO intent(id, encounter_id, choice_id, amount, recording_number, paper_number, at)
      VALUES (:id, :encounter_id, :choice_id, :amount, :recording_number, :paper_number, :at)`,
    drop: `DELETE FROM intent WHERE encounter_id IN (${meetings})`,
  },
  {
    table: 'intent_refusal',
    take: `SELECT * FROM intent_refusal WHERE encounter_id IN (${meetings}) ORDER BY id`,
    put: `INSERT INTO intent_refusal(id, encounter_id, cause, note, at)
      VALUES (:id, :encounter_id, :cause, :note, :at)`,
    drop: `DELETE FROM intent_refusal WHERE encounter_id IN (${meetings})`,
  },
  {
    table: 'contact_plan',
    take: `SELECT * FROM contact_plan
      WHERE client_id = :client OR encounter_id IN (${meetings})
      ORDER BY encounter_id`,
    put: `INSERT INTO contact_plan(encounter_id, client_id, kind, date, time, channel, provisional, at)
      VALUES (:encounter_id, :client_id, :kind, :date, :time, :channel, :provisional, :at)`,
    drop: `DELETE FROM contact_plan WHERE client_id = :client OR encounter_id IN (${meetings})`,
  },
  {
    table: 'contact_ban',
    take: `SELECT * FROM contact_ban
      WHERE client_id = :client OR encounter_id IN (${meetings})
      ORDER BY client_id`,
    put: `INSERT INTO contact_ban(client_id, encounter_id, at)
      VALUES (:client_id, :encounter_id, :at)`,
    drop: `DELETE FROM contact_ban WHERE client_id = :client OR encounter_id IN (${meetings})`,
  },
]
