/**
 * A number that was given once is never given again, also when its row has gone into a sealed file: what comes back out
 * of it must find its place free, and an audit line of `encounter:57` must mean one meeting for ever. Every table whose
 * rows a sealing takes away is written anew with AUTOINCREMENT; rows, columns and indexes stay as they were. The foreign
 * keys are looked at when the migration commits.
 */
export const numberOnce = {
  version: 570,
  name: 'number-once',
  sql: `
    PRAGMA defer_foreign_keys = ON;
    CREATE TABLE kept AS SELECT * FROM client_type;
    DROP TABLE client_type;
    CREATE TABLE client_type (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      client_id INTEGER NOT NULL REFERENCES client(id),
      type TEXT NOT NULL,
      previous TEXT,
      confirmed INTEGER NOT NULL CHECK (confirmed IN (0, 1)),
      reason TEXT NOT NULL,
      staff_id INTEGER NOT NULL REFERENCES staff(id),
      at INTEGER NOT NULL
    ) STRICT;
    INSERT INTO client_type SELECT * FROM kept;
    DROP TABLE kept;
    CREATE INDEX client_type_by_client ON client_type(client_id, id DESC);
    CREATE INDEX client_type_by_staff ON client_type(staff_id, at);
    CREATE TABLE kept AS SELECT * FROM client_change;
    DROP TABLE client_change;
    CREATE TABLE client_change (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      client_id INTEGER NOT NULL REFERENCES client(id),
      field TEXT NOT NULL,
      before TEXT NOT NULL,
      after TEXT NOT NULL,
      as_of TEXT NOT NULL,
      at INTEGER NOT NULL
    ) STRICT;
    INSERT INTO client_change SELECT * FROM kept;
    DROP TABLE kept;
    CREATE INDEX client_change_by_client ON client_change(client_id, id DESC);
    CREATE TABLE kept AS SELECT * FROM client_owner;
    DROP TABLE client_owner;
    CREATE TABLE client_owner (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      client_id INTEGER NOT NULL REFERENCES client(id),
      owner_id INTEGER REFERENCES staff(id),
      previous_id INTEGER REFERENCES staff(id),
      staff_id INTEGER NOT NULL REFERENCES staff(id),
      at INTEGER NOT NULL
    ) STRICT;
    INSERT INTO client_owner SELECT * FROM kept;
    DROP TABLE kept;
    CREATE INDEX client_owner_by_client ON client_owner(client_id, id DESC);
    CREATE TABLE kept AS SELECT * FROM encounter;
    DROP TABLE encounter;
    CREATE TABLE encounter (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
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
    INSERT INTO encounter SELECT * FROM kept;
    DROP TABLE kept;
    CREATE INDEX encounter_by_client ON encounter(client_id, id DESC);
    CREATE INDEX encounter_open ON encounter(staff_id, id DESC) WHERE ended_at IS NULL;
    CREATE TABLE kept AS SELECT * FROM assessment;
    DROP TABLE assessment;
    CREATE TABLE assessment (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      client_id INTEGER NOT NULL REFERENCES client(id),
      level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5),
      date TEXT NOT NULL,
      serial TEXT NOT NULL DEFAULT '',
      channel TEXT NOT NULL,
      confirmed_again INTEGER NOT NULL DEFAULT 0 CHECK (confirmed_again IN (0, 1)),
      -- The meeting it was entered in, so that it follows when the meeting is moved; empty for imports.
      encounter_id INTEGER REFERENCES encounter(id),
      staff_id INTEGER NOT NULL REFERENCES staff(id),
      at INTEGER NOT NULL
    ) STRICT;
    INSERT INTO assessment SELECT * FROM kept;
    DROP TABLE kept;
    CREATE INDEX assessment_by_client ON assessment(client_id, date DESC, id DESC);
    CREATE TABLE kept AS SELECT * FROM encounter_present;
    DROP TABLE encounter_present;
    CREATE TABLE encounter_present (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      encounter_id INTEGER NOT NULL REFERENCES encounter(id),
      member_id INTEGER,
      name TEXT NOT NULL DEFAULT '',
      relation TEXT NOT NULL DEFAULT ''
    ) STRICT;
    INSERT INTO encounter_present SELECT * FROM kept;
    DROP TABLE kept;
    CREATE INDEX encounter_present_by_encounter ON encounter_present(encounter_id);
    CREATE TABLE kept AS SELECT * FROM encounter_move;
    DROP TABLE encounter_move;
    CREATE TABLE encounter_move (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
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
    INSERT INTO encounter_move SELECT * FROM kept;
    DROP TABLE kept;
    CREATE INDEX encounter_move_by_client ON encounter_move(from_client_id, number);
    CREATE TABLE kept AS SELECT * FROM need;
    DROP TABLE need;
    CREATE TABLE need (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      encounter_id INTEGER NOT NULL REFERENCES encounter(id),
      area TEXT NOT NULL,
      words TEXT NOT NULL,
      amount INTEGER,
      for_whom TEXT NOT NULL,
      priority TEXT NOT NULL,
      evidence TEXT NOT NULL,
      latest TEXT,
      carried_from INTEGER REFERENCES need(id),
      at INTEGER NOT NULL
    ) STRICT;
    INSERT INTO need SELECT * FROM kept;
    DROP TABLE kept;
    CREATE INDEX need_by_encounter ON need(encounter_id);
  `,
}
