/**
 * Where each dossier is: with its manager, on its way to the cabinet, in it, or sealed by key (practice §1). `custody`
 * is the register of every move; a client without a row was never handed in and is open for daily work.
 */
export const dossier = {
  version: 510,
  name: 'dossier',
  sql: `
    CREATE TABLE dossier (
      client_id INTEGER PRIMARY KEY REFERENCES client(id),
      state TEXT NOT NULL CHECK (state IN ('in-use', 'handed-in', 'in-cabinet', 'sealed')),
      holder_id INTEGER REFERENCES staff(id),
      place TEXT NOT NULL DEFAULT '',
      due_at INTEGER,
      retain_until TEXT,
      seq INTEGER NOT NULL DEFAULT 0,
      opened_at INTEGER NOT NULL,
      CHECK (holder_id IS NULL OR state IN ('in-use', 'handed-in'))
    ) STRICT;
    CREATE INDEX dossier_by_state ON dossier(state, holder_id);
    CREATE TABLE custody (
      id INTEGER PRIMARY KEY,
      client_id INTEGER NOT NULL REFERENCES client(id),
      move TEXT NOT NULL,
      staff_id INTEGER NOT NULL REFERENCES staff(id),
      other_id INTEGER REFERENCES staff(id),
      purpose TEXT NOT NULL DEFAULT '',
      due_at INTEGER,
      note TEXT NOT NULL DEFAULT '',
      at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX custody_by_client ON custody(client_id, id DESC);
    CREATE INDEX custody_by_time ON custody(at);
    CREATE TRIGGER custody_kept BEFORE UPDATE ON custody
      BEGIN SELECT RAISE(ABORT, 'the register is only added to'); END;
    CREATE TRIGGER custody_stays BEFORE DELETE ON custody
      BEGIN SELECT RAISE(ABORT, 'the register is only added to'); END;
  `,
}
