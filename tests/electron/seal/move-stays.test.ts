import { expect, it } from 'vitest'
import Database from 'better-sqlite3'
import { migrations } from '../../../electron/database/migrations/index.ts'

const fill = `
  INSERT INTO staff(id, name, created_at) VALUES (1, '周敏', 0);
  INSERT INTO client(id, name, name_key, sex, type, created_at) VALUES (5, '甲', '甲', 'male', 'quality', 0),
    (6, '乙', '乙', 'male', 'quality', 0);
  INSERT INTO encounter(id, client_id, staff_id, process_version, step, source, created_at, changed_at)
    VALUES (9, 6, 1, 1, 'done', 'walk-in', 0, 0);
  INSERT INTO encounter_move VALUES (1, 9, 5, 6, 1, '看错', 1, 10, 1, 10), (2, 9, 5, 6, 2, '看错', 1, 30, 1, 30),
    (3, 9, 5, 6, 3, '', 1, 50, NULL, NULL), (8, 9, 5, 6, 4, '', 1, 60, NULL, NULL);
  DELETE FROM encounter_move WHERE id = 8;
  INSERT INTO printout(id, year, sequence, kind, client_id, as_of, content_hash, copy, way, outcome, staff_id, at)
    VALUES (21, 2026, 1, 'statement', 5, 'd', 'h', 1, 'paper', 'void', 1, 5),
      (22, 2026, 2, 'statement', 5, 'd', 'h', 2, 'paper', 'void', 1, 6),
      (23, 2026, 3, 'statement', 5, 'd', 'h', 3, 'paper', 'void', 1, 20),
      (24, 2026, 4, 'statement', 6, 'd', 'h', 1, 'paper', 'taken', 1, 20);
  INSERT INTO audit VALUES
    (1, 10, '', 0, '', 1, 'window', 'printout.recalled', 'printout:21', '', '', '', ''),
    (2, 12, '', 0, '', 1, 'window', 'printout.void', 'printout:22', '', '', '', ''),
    (3, 30, '', 0, '', 1, 'window', 'printout.recalled', 'printout:23', '', '', '', '');
`

it('every move keeps its row, no id is given again, and a sheet recalled before knows its move', () => {
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
    [21, 1],
    [22, null],
    [23, 2],
    [24, null],
  ])
  db.exec(
    `INSERT INTO encounter_move(from_client_id, number, why, requested_by, requested_at) VALUES (5, 5, '', 1, 1)`,
  )
  expect(db.prepare('SELECT max(id) AS id FROM encounter_move').get()).toEqual({ id: 9 })
  expect(db.pragma('foreign_key_check')).toEqual([])
  expect(db.pragma('quick_check', { simple: true })).toBe('ok')
  expect(
    db.prepare("SELECT 1 FROM sqlite_schema WHERE name LIKE 'kept%' OR name = 'recalled'").all(),
  ).toEqual([])
  expect(
    db.prepare("SELECT tbl_name FROM sqlite_schema WHERE name = 'encounter_move_by_client'").get(),
  ).toEqual({
    tbl_name: 'encounter_move',
  })
})
