/**
 * What the wrong client's past keeps of a move (number, by whom, when) stays when the right client's dossier is sealed:
 * the meeting, the right client and the reason may be away, so these may be empty. No id is given a second time. The
 * ledger says to which move a sheet belongs; of earlier moves by the same rule, and their failed sheets are not printed again.
 */
export const moveStays = {
  version: 670,
  name: 'move-stays',
  sql: `
    CREATE TABLE kept AS SELECT * FROM encounter_move;
    CREATE TABLE kept_last AS SELECT seq FROM sqlite_sequence WHERE name = 'encounter_move';
    DROP TABLE encounter_move;
    CREATE TABLE encounter_move (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      encounter_id INTEGER REFERENCES encounter(id),
      from_client_id INTEGER NOT NULL REFERENCES client(id),
      to_client_id INTEGER REFERENCES client(id),
      number INTEGER NOT NULL,
      why TEXT NOT NULL,
      requested_by INTEGER NOT NULL REFERENCES staff(id),
      requested_at INTEGER NOT NULL,
      confirmed_by INTEGER REFERENCES staff(id),
      confirmed_at INTEGER
    ) STRICT;
    INSERT INTO encounter_move SELECT * FROM kept;
    DELETE FROM sqlite_sequence WHERE name = 'encounter_move';
    INSERT INTO sqlite_sequence(name, seq) SELECT 'encounter_move', seq FROM kept_last;
    DROP TABLE kept;
    DROP TABLE kept_last;
    CREATE INDEX encounter_move_by_client ON encounter_move(from_client_id, number);
    ALTER TABLE printout ADD COLUMN move_id INTEGER REFERENCES encounter_move(id);
    UPDATE printout SET move_id = (
      SELECT m.id FROM encounter_move AS m JOIN encounter AS e ON e.id = m.encounter_id
      WHERE m.from_client_id = printout.client_id AND m.confirmed_at IS NOT NULL AND printout.at <= m.confirmed_at AND (
        (printout.staff_id = e.staff_id AND printout.at <= coalesce(e.ended_at, m.confirmed_at) AND printout.at >= (
          SELECT min(s.at) FROM encounter_step AS s WHERE s.encounter_id = e.id AND s.step_to = 'greeting'))
        OR EXISTS (
          SELECT 1 FROM printout_figure AS g JOIN figure_version AS v ON v.figure_id = g.figure_id
          WHERE g.printout_id = printout.id AND v.encounter_id = e.id AND v.at <= printout.at))
      ORDER BY m.id LIMIT 1)
    WHERE kind = 'statement' AND outcome IN ('void', 'cancelled', 'failed');
  `,
}
