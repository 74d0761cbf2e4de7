import { expect, it } from 'vitest'
import Database from 'better-sqlite3'
import { migrations } from '../../../electron/database/migrations/index.ts'

const before = migrations.filter(({ version }) => version < 560)
const after = migrations.filter(({ version }) => version >= 560 && version <= 580)

const fill = `
  INSERT INTO staff(id, name, created_at) VALUES (1, '周敏', 0);
  INSERT INTO client(id, name, name_key, sex, type, created_at) VALUES (5, '甲', '甲', 'male', 'quality', 0);
  INSERT INTO client_type VALUES (7, 5, 'quality', NULL, 1, '', 1, 0);
  INSERT INTO client_change VALUES (3, 5, 'phone', '1', '2', '2026-11-20', 0);
  INSERT INTO client_owner VALUES (4, 5, 1, NULL, 1, 0);
  INSERT INTO product(id, code, name, kind, level, minimum, state, as_of) VALUES (1, 'A', 'A', 'fund', 1, 1, 'open', 'd');
  INSERT INTO encounter(id, client_id, staff_id, process_version, step, source, created_at, changed_at)
    VALUES (9, 5, 1, 1, 'done', 'walk-in', 0, 0);
  INSERT INTO encounter(id, client_id, staff_id, process_version, step, source, created_at, changed_at, continues_id)
    VALUES (11, 5, 1, 1, 'done', 'walk-in', 0, 0, 9);
  INSERT INTO encounter_step VALUES (9, 1, 'meeting.started', 'scheduled', 'greeting', '{}', 1, 0);
  INSERT INTO encounter_answer VALUES (9, 'greeting', 'purpose', '看看', 1, 0);
  INSERT INTO encounter_present VALUES (2, 9, NULL, '乙', 'other');
  INSERT INTO encounter_move VALUES (2, 9, 5, 5, 1, '', 1, 0, NULL, NULL);
  INSERT INTO assessment(id, client_id, level, date, channel, encounter_id, staff_id, at)
    VALUES (6, 5, 3, '2026-11-20', 'import', 9, 1, 0);
  INSERT INTO level_confirmation VALUES (6, 9, 1, 0);
  INSERT INTO need(id, encounter_id, area, words, for_whom, priority, evidence, at) VALUES (8, 9, 'a', 'b', '', 'high', 'said', 0);
  INSERT INTO need(id, encounter_id, area, words, for_whom, priority, evidence, at, carried_from)
    VALUES (12, 11, 'a', 'b', '', 'high', 'said', 0, 8);
  INSERT INTO need_hearer VALUES (8, 1);
  INSERT INTO fit_choice(id, encounter_id, need_id, product_id, level_check, means_check, term_check, senior_care, at)
    VALUES (13, 9, 8, 1, 'fits', 'fits', 'fits', 0, 0);
  INSERT INTO explanation VALUES (13, 'risk', 0);
  INSERT INTO intent(id, encounter_id, choice_id, amount, at) VALUES (14, 9, 13, 1, 0);
  INSERT INTO intent_refusal(id, encounter_id, cause, at) VALUES (15, 9, 'other', 0);
  INSERT INTO contact_plan(encounter_id, client_id, kind, at) VALUES (9, 5, 'agreed', 0);
  INSERT INTO contact_ban VALUES (5, 9, 0);
  INSERT INTO household VALUES (1, 0);
  INSERT INTO household_member(id, household_id, client_id, relation, valid_from, created_at) VALUES (16, 1, 5, 'head', 'd', 0);
  INSERT INTO consent(id, member_id, reach, bank, paper, signed_on, staff_id, at) VALUES (17, 16, '{}', 0, 'p', 'd', 1, 0);
  INSERT INTO figure(id, household_id, owner_id, kind, amount, period, source, reach, as_of)
    VALUES (18, 1, 16, 'cash', 1, 'year', 'told', '{}', 'd');
  INSERT INTO figure_version VALUES (18, 1, '{}', 0, NULL, 1, 0);
  INSERT INTO consent_figure VALUES (17, 18);
`

const once = [
  'client_type',
  'client_change',
  'client_owner',
  'encounter',
  'encounter_present',
  'encounter_move',
  'assessment',
  'need',
  'fit_choice',
  'intent',
  'intent_refusal',
  'household_member',
  'consent',
  'figure',
]

it('the tables are written anew with every row, link and index, and a number that was given is never given again', () => {
  const db = new Database(':memory:')
  db.pragma('foreign_keys=ON')
  for (const { sql } of before) db.transaction(() => db.exec(sql))()
  db.exec(fill)
  const rows = (): unknown => once.map((table) => db.prepare(`SELECT * FROM ${table} ORDER BY id`).all())
  const indexes = (): unknown =>
    db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'index' AND name NOT LIKE 'seal%' ORDER BY name")
      .all()
  const [oldRows, oldIndexes] = [rows(), indexes()]
  for (const { sql } of after) db.transaction(() => db.exec(sql))()
  expect(rows()).toEqual(oldRows)
  expect((indexes() as { name: string }[]).filter(({ name }) => !/autoindex_seal/.test(name))).toEqual(
    oldIndexes,
  )
  expect(db.pragma('foreign_key_check')).toEqual([])
  expect(db.pragma('quick_check', { simple: true })).toBe('ok')
  db.exec(
    'DELETE FROM client_change; INSERT INTO client_change(client_id, field, before, after, as_of, at) VALUES (5, 1, 1, 1, 1, 1)',
  )
  expect(db.prepare('SELECT id FROM client_change').get()).toEqual({ id: 4 })
  expect(() => db.exec('DELETE FROM encounter_step')).toThrow('steps are only added')
  expect(() => db.exec('DELETE FROM client')).toThrow('FOREIGN KEY')
})
