/** Meetings: where each stands, its append-only list of steps, its answers, who is present. */
export const encounter = {
  version: 220,
  name: 'encounter',
  sql: `
    CREATE TABLE encounter (
      id INTEGER PRIMARY KEY,
      client_id INTEGER NOT NULL REFERENCES client(id),
      staff_id INTEGER NOT NULL REFERENCES staff(id),
      process_version INTEGER NOT NULL,
      step TEXT NOT NULL,
      seq INTEGER NOT NULL DEFAULT 0,
      suspended_at INTEGER,
      left_early INTEGER NOT NULL DEFAULT 0 CHECK (left_early IN (0, 1)),
      source TEXT NOT NULL,
      appointment_date TEXT,
      appointment_time TEXT NOT NULL DEFAULT '',
      place TEXT NOT NULL DEFAULT '',
      continues_id INTEGER REFERENCES encounter(id),
      created_at INTEGER NOT NULL,
      changed_at INTEGER NOT NULL,
      ended_at INTEGER
    ) STRICT;
    CREATE INDEX encounter_by_client ON encounter(client_id, id DESC);
    CREATE INDEX encounter_open ON encounter(staff_id, id DESC) WHERE ended_at IS NULL;
    CREATE TABLE encounter_step (
      encounter_id INTEGER NOT NULL REFERENCES encounter(id),
      seq INTEGER NOT NULL,
      type TEXT NOT NULL,
      step_from TEXT NOT NULL,
      step_to TEXT NOT NULL,
      payload TEXT NOT NULL,
      staff_id INTEGER NOT NULL REFERENCES staff(id),
      at INTEGER NOT NULL,
      PRIMARY KEY (encounter_id, seq)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER encounter_step_keeps BEFORE UPDATE ON encounter_step
      BEGIN SELECT RAISE(ABORT, 'steps are only added'); END;
    CREATE TRIGGER encounter_step_stays BEFORE DELETE ON encounter_step
      BEGIN SELECT RAISE(ABORT, 'steps are only added'); END;
    CREATE TABLE encounter_answer (
      encounter_id INTEGER NOT NULL REFERENCES encounter(id),
      step TEXT NOT NULL,
      field TEXT NOT NULL,
      value TEXT NOT NULL,
      staff_id INTEGER NOT NULL REFERENCES staff(id),
      at INTEGER NOT NULL,
      PRIMARY KEY (encounter_id, step, field)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE encounter_present (
      id INTEGER PRIMARY KEY,
      encounter_id INTEGER NOT NULL REFERENCES encounter(id),
      member_id INTEGER,
      name TEXT NOT NULL DEFAULT '',
      relation TEXT NOT NULL DEFAULT ''
    ) STRICT;
    CREATE INDEX encounter_present_by_encounter ON encounter_present(encounter_id);
    CREATE TABLE encounter_move (
      id INTEGER PRIMARY KEY,
      encounter_id INTEGER NOT NULL REFERENCES encounter(id),
      from_client_id INTEGER NOT NULL REFERENCES client(id),
      to_client_id INTEGER NOT NULL REFERENCES client(id),
      number INTEGER NOT NULL,
      why TEXT NOT NULL,
      requested_by INTEGER NOT NULL REFERENCES staff(id),
      requested_at INTEGER NOT NULL,
      confirmed_by INTEGER REFERENCES staff(id),
      confirmed_at INTEGER
    ) STRICT;
    CREATE INDEX encounter_move_by_client ON encounter_move(from_client_id, number);
  `,
}
