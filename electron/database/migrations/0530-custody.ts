/**
 * The register keeps the place of each move; a dossier keeps its number of the year. Standing loans (长期调阅) and
 * check-outs (调阅) beside it. `seq` of a dossier counts its moves: two people can't move one at the same time.
 */
export const custody = {
  version: 530,
  name: 'custody',
  sql: `
    ALTER TABLE custody ADD COLUMN place TEXT NOT NULL DEFAULT '';
    ALTER TABLE dossier ADD COLUMN year INTEGER;
    ALTER TABLE dossier ADD COLUMN sequence INTEGER;
    ALTER TABLE dossier ADD COLUMN since INTEGER NOT NULL DEFAULT 0;
    CREATE UNIQUE INDEX dossier_by_number ON dossier(year, sequence) WHERE year IS NOT NULL;
    CREATE INDEX custody_by_staff ON custody(staff_id, at);
    CREATE INDEX client_type_by_staff ON client_type(staff_id, at);
    CREATE INDEX encounter_step_by_staff ON encounter_step(staff_id, at);
    CREATE INDEX figure_version_by_staff ON figure_version(staff_id, at);
    CREATE INDEX consent_by_staff ON consent(staff_id, at);
    CREATE INDEX printout_by_staff ON printout(staff_id, at);
    CREATE TABLE loan (
      id INTEGER PRIMARY KEY,
      staff_id INTEGER NOT NULL REFERENCES staff(id),
      from_day TEXT NOT NULL,
      until_day TEXT NOT NULL,
      granted_by INTEGER NOT NULL REFERENCES staff(id),
      at INTEGER NOT NULL,
      revoked_by INTEGER REFERENCES staff(id),
      revoked_at INTEGER,
      CHECK (from_day <= until_day),
      CHECK ((revoked_by IS NULL) = (revoked_at IS NULL))
    ) STRICT;
    CREATE INDEX loan_by_staff ON loan(staff_id, id DESC);
    CREATE TABLE checkout (
      id INTEGER PRIMARY KEY,
      client_id INTEGER NOT NULL REFERENCES client(id),
      staff_id INTEGER NOT NULL REFERENCES staff(id),
      purpose TEXT NOT NULL CHECK (purpose <> ''),
      due_at INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('asked', 'approved', 'declined', 'withdrawn', 'issued', 'returned')),
      asked_at INTEGER NOT NULL,
      decided_by INTEGER REFERENCES staff(id),
      decided_at INTEGER,
      reason TEXT NOT NULL DEFAULT '',
      issued_by INTEGER REFERENCES staff(id),
      issued_at INTEGER,
      returned_at INTEGER,
      CHECK (decided_by IS NULL OR decided_by <> staff_id),
      CHECK (issued_by IS NULL OR issued_by <> staff_id)
    ) STRICT;
    CREATE INDEX checkout_open ON checkout(state, id) WHERE state IN ('asked', 'approved', 'issued');
    CREATE INDEX checkout_by_staff ON checkout(staff_id, id DESC);
    CREATE UNIQUE INDEX checkout_once ON checkout(client_id, staff_id) WHERE state IN ('asked', 'approved', 'issued');
  `,
}
