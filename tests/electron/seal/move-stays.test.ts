import { expect, it } from 'vitest'
import Database from 'better-sqlite3'
import { migrations } from '../../../electron/database/migrations/index.ts'

const fill = `
  INSERT INTO staff(id, name, created_at) VALUES (1, '周敏', 0), (2, '李理财', 0);
  INSERT INTO client(id, name, name_key, sex, type, created_at) VALUES (5, '甲', '甲', 'male', 'quality', 0),
    (6, '乙', '乙', 'male', 'quality', 0);
  INSERT INTO encounter(id, client_id, staff_id, process_version, step, source, created_at, changed_at, ended_at)
    VALUES (9, 6, 1, 1, 'done', 'walk-in', 0, 0, 20);
  INSERT INTO encounter_step VALUES (9, 1, 'step.completed', 'preparing', 'greeting', '{}', 1, 10);
  INSERT INTO encounter_move VALUES (1, 9, 5, 6, 1, '看错', 1, 40, 1, 40), (3, 9, 5, 6, 3, '', 1, 50, NULL, NULL),
    (8, 9, 5, 6, 4, '', 1, 60, NULL, NULL);
  DELETE FROM encounter_move WHERE id = 8;
  INSERT INTO household VALUES (1, 0);
  INSERT INTO household_member(id, household_id, client_id, relation, valid_from, created_at) VALUES (16, 1, 5, 'head', 'd', 0);
  INSERT INTO figure(id, household_id, owner_id, kind, amount, period, source, reach, as_of)
    VALUES (18, 1, 16, 'cash', 1, 'year', 'told', '{}', 'd');
  INSERT INTO figure_version VALUES (18, 1, '{}', 0, 9, 1, 15);
  INSERT INTO printout(id, year, sequence, kind, client_id, as_of, content_hash, copy, way, outcome, staff_id, at)
    VALUES (21, 2026, 1, 'statement', 5, 'd', 'h', 1, 'paper', 'void', 1, 5),
      (22, 2026, 2, 'statement', 5, 'd', 'h', 2, 'paper', 'void', 1, 12),
      (23, 2026, 3, 'statement', 5, 'd', 'h', 3, 'paper', 'failed', 1, 13),
      (24, 2026, 4, 'statement', 5, 'd', 'h', 4, 'paper', 'void', 2, 14),
      (25, 2026, 5, 'statement', 5, 'd', 'h', 5, 'paper', 'void', 1, 30),
      (26, 2026, 6, 'statement', 5, 'd', 'h', 6, 'paper', 'void', 1, 31),
      (27, 2026, 7, 'statement', 6, 'd', 'h', 1, 'paper', 'void', 1, 12);
  INSERT INTO printout_figure VALUES (26, 18);
`

it('every move keeps its row, no id is given again, and the sheets of earlier moves know theirs', () => {
  const db = new Database(':memory:')
  db.pragma('foreign_keys=ON')
  const run = (isDue: (version: number) => boolean): void => {
    for (const { sql, version } of migrations) if (isDue(version)) db.transaction(() => db.exec(sql))()
  }
  run((version) => version < 670)
  db.exec(fill)
  const moves = () => db.prepare('SELECT * FROM encounter_move ORDER BY id').all()
  const before = moves()
  run((version) => version === 670)
  expect(moves()).toEqual(before)
  expect(db.prepare('SELECT id, move_id FROM printout ORDER BY id').raw().all()).toEqual([
    [21, null],
    [22, 1],
    [23, 1],
    [24, null],
    [25, null],
    [26, 1],
    [27, null],
  ])
  db.exec(
    `INSERT INTO encounter_move(from_client_id, number, why, requested_by, requested_at) VALUES (5, 5, '', 1, 1)`,
  )
  expect(db.prepare('SELECT max(id) AS id FROM encounter_move').get()).toEqual({ id: 9 })
  expect(db.pragma('foreign_key_check')).toEqual([])
  expect(db.pragma('quick_check', { simple: true })).toBe('ok')
  expect(db.prepare("SELECT 1 FROM sqlite_schema WHERE name LIKE 'kept%'").all()).toEqual([])
  expect(
    db.prepare("SELECT tbl_name FROM sqlite_schema WHERE name = 'encounter_move_by_client'").get(),
  ).toEqual({
    tbl_name: 'encounter_move',
  })
})
