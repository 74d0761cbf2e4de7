/**
 * Sealing by key (decisions 1, 2). `sealed_dossier` is the stub of a dossier whose rows are in a file: the file's name
 * and sum, its data key wrapped to the archive key, and a keyed hash by which a keeper finds a full name. Rows of an
 * import wait wrapped in `sealed_row`. A step of a meeting may be removed only while its client has a stub: that is the
 * one transaction that puts it into the file.
 */
export const seal = {
  version: 560,
  name: 'seal',
  sql: `
    CREATE TABLE seal_proposal (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      client_id INTEGER NOT NULL REFERENCES client(id),
      reason TEXT NOT NULL,
      note TEXT NOT NULL DEFAULT '',
      state TEXT NOT NULL CHECK (state IN ('waiting', 'sealed', 'withdrawn', 'refused')),
      proposed_by INTEGER NOT NULL REFERENCES staff(id),
      proposed_at INTEGER NOT NULL,
      decided_by INTEGER REFERENCES staff(id),
      decided_at INTEGER,
      why TEXT NOT NULL DEFAULT ''
    ) STRICT;
    CREATE UNIQUE INDEX seal_proposal_waiting ON seal_proposal(client_id) WHERE state = 'waiting';
    CREATE INDEX seal_proposal_by_client ON seal_proposal(client_id, id DESC);
    CREATE TABLE sealed_dossier (
      client_id INTEGER PRIMARY KEY REFERENCES client(id),
      file TEXT NOT NULL UNIQUE CHECK (length(file) = 16),
      sha256 TEXT NOT NULL,
      bytes INTEGER NOT NULL,
      wrapped BLOB NOT NULL,
      name_hash TEXT NOT NULL,
      proposal_id INTEGER NOT NULL REFERENCES seal_proposal(id),
      sealed_by INTEGER NOT NULL REFERENCES staff(id),
      sealed_at INTEGER NOT NULL,
      audit_seq INTEGER NOT NULL,
      audit_head TEXT NOT NULL
    ) STRICT;
    CREATE INDEX sealed_dossier_by_name ON sealed_dossier(name_hash);
    CREATE TABLE sealed_row (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      client_id INTEGER NOT NULL REFERENCES sealed_dossier(client_id),
      as_of TEXT NOT NULL,
      file_sha256 TEXT NOT NULL,
      wrapped BLOB NOT NULL,
      at INTEGER NOT NULL,
      UNIQUE (client_id, as_of, file_sha256)
    ) STRICT;
    CREATE TABLE seal_emergency (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      client_id INTEGER NOT NULL REFERENCES client(id),
      opened_by INTEGER NOT NULL REFERENCES staff(id),
      second_id INTEGER NOT NULL REFERENCES staff(id),
      way TEXT NOT NULL CHECK (way IN ('key', 'card')),
      reason TEXT NOT NULL,
      at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE seal_seen (
      emergency_id INTEGER NOT NULL REFERENCES seal_emergency(id),
      staff_id INTEGER NOT NULL REFERENCES staff(id),
      at INTEGER NOT NULL,
      PRIMARY KEY (emergency_id, staff_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE seal_purge (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      asked_by INTEGER NOT NULL REFERENCES staff(id),
      asked_at INTEGER NOT NULL,
      confirmed_by INTEGER REFERENCES staff(id),
      confirmed_at INTEGER,
      CHECK (confirmed_by IS NULL OR confirmed_by <> asked_by)
    ) STRICT;
    DROP TRIGGER encounter_step_stays;
    CREATE TRIGGER encounter_step_stays BEFORE DELETE ON encounter_step
      WHEN NOT EXISTS (
        SELECT 1 FROM encounter AS e JOIN sealed_dossier AS s ON s.client_id = e.client_id
        WHERE e.id = OLD.encounter_id)
      BEGIN SELECT RAISE(ABORT, 'steps are only added'); END;
  `,
}
