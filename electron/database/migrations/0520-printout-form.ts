/**
 * The ledger takes every form, not only statements, and forms that belong to no client. A table's checks can't be
 * changed in SQLite: the ledger and what hangs on it are made anew and their rows carried over. `subject` is what a
 * form of this kind is about (a day, a hand-in), so that copies count per sheet and not per kind.
 */
export const printoutForm = {
  version: 520,
  name: 'printout-form',
  sql: `
    ALTER TABLE printout RENAME TO printout_before;
    ALTER TABLE printout_content RENAME TO printout_content_before;
    ALTER TABLE printout_reader RENAME TO printout_reader_before;
    ALTER TABLE printout_figure RENAME TO printout_figure_before;
    ALTER TABLE printout_bank RENAME TO printout_bank_before;
    CREATE TABLE printout (
      id INTEGER PRIMARY KEY,
      year INTEGER NOT NULL,
      sequence INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (kind <> ''),
      client_id INTEGER REFERENCES client(id),
      subject TEXT NOT NULL DEFAULT '',
      as_of TEXT NOT NULL,
      content_hash TEXT NOT NULL,
      copy INTEGER NOT NULL,
      again INTEGER NOT NULL DEFAULT 0,
      duplicate_of INTEGER REFERENCES printout(id),
      way TEXT NOT NULL CHECK (way IN ('save', 'paper')),
      outcome TEXT NOT NULL CHECK (outcome IN ('started', 'saved', 'taken', 'failed', 'void', 'cancelled')),
      returned TEXT NOT NULL DEFAULT 'out' CHECK (returned IN ('out', 'signed', 'recalled', 'lost')),
      staff_id INTEGER NOT NULL REFERENCES staff(id),
      at INTEGER NOT NULL,
      audit_seq INTEGER NOT NULL DEFAULT 0,
      audit_head TEXT NOT NULL DEFAULT '',
      UNIQUE (year, sequence),
      CHECK (kind <> 'statement' OR client_id IS NOT NULL)
    ) STRICT;
    CREATE UNIQUE INDEX printout_copy ON printout(kind, coalesce(client_id, 0), subject, copy);
    CREATE INDEX printout_by_client ON printout(client_id, id DESC);
    CREATE TABLE printout_content (
      printout_id INTEGER PRIMARY KEY REFERENCES printout(id),
      content TEXT NOT NULL
    ) STRICT;
    CREATE TABLE printout_reader (
      printout_id INTEGER NOT NULL REFERENCES printout(id),
      member_id INTEGER NOT NULL REFERENCES household_member(id),
      PRIMARY KEY (printout_id, member_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE printout_figure (
      printout_id INTEGER NOT NULL REFERENCES printout(id),
      figure_id INTEGER NOT NULL REFERENCES figure(id),
      PRIMARY KEY (printout_id, figure_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE printout_bank (
      printout_id INTEGER NOT NULL REFERENCES printout(id),
      member_id INTEGER NOT NULL REFERENCES household_member(id),
      PRIMARY KEY (printout_id, member_id)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO printout(id, year, sequence, kind, client_id, as_of, content_hash, copy, again, duplicate_of, way,
        outcome, returned, staff_id, at, audit_seq, audit_head)
      SELECT id, year, sequence, kind, client_id, as_of, content_hash, copy, again, duplicate_of, way, outcome,
        returned, staff_id, at, audit_seq, audit_head FROM printout_before ORDER BY id;
    INSERT INTO printout_content SELECT printout_id, content FROM printout_content_before;
    INSERT INTO printout_reader SELECT printout_id, member_id FROM printout_reader_before;
    INSERT INTO printout_figure SELECT printout_id, figure_id FROM printout_figure_before;
    INSERT INTO printout_bank SELECT printout_id, member_id FROM printout_bank_before;
    DROP TABLE printout_bank_before;
    DROP TABLE printout_figure_before;
    DROP TABLE printout_reader_before;
    DROP TABLE printout_content_before;
    DROP TABLE printout_before;
  `,
}
