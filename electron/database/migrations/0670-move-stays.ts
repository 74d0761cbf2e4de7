/**
 * What the wrong client's past keeps of a move (number, by whom, when) stays when the right client's dossier is sealed:
 * the meeting, the right client and the reason may be away, so these may be empty. No id is given a second time. The
 * ledger says which move recalled a sheet; of sheets recalled before, the audit chain says that they were.
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
    CREATE TABLE recalled AS
      SELECT CAST(substr(object, length('printout:') + 1) AS INTEGER) AS id, at FROM audit
      WHERE action = 'printout.recalled';
    UPDATE printout SET move_id = (
      SELECT m.id FROM encounter_move AS m JOIN recalled AS r ON r.id = printout.id
      WHERE m.from_client_id = printout.client_id AND m.confirmed_at <= r.at ORDER BY m.confirmed_at DESC LIMIT 1)
    WHERE id IN (SELECT id FROM recalled);
    DROP TABLE recalled;
  `,
}
