/** The print ledger. The printed content stands apart, so that sealing can take it away and leave the line. */
export const printout = {
  version: 330,
  name: 'printout',
  sql: `
    CREATE TABLE printout (
      id INTEGER PRIMARY KEY,
      year INTEGER NOT NULL,
      sequence INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('statement')),
      client_id INTEGER NOT NULL REFERENCES client(id),
      as_of TEXT NOT NULL,
      content_hash TEXT NOT NULL,
      copy INTEGER NOT NULL,
      again INTEGER NOT NULL DEFAULT 0,
      duplicate_of INTEGER REFERENCES printout(id),
      way TEXT NOT NULL CHECK (way IN ('save', 'paper')),
      outcome TEXT NOT NULL CHECK (outcome IN ('started', 'saved', 'taken', 'failed', 'void', 'cancelled')),
      staff_id INTEGER NOT NULL REFERENCES staff(id),
      at INTEGER NOT NULL,
      audit_seq INTEGER NOT NULL DEFAULT 0,
      audit_head TEXT NOT NULL DEFAULT '',
      UNIQUE (year, sequence),
      UNIQUE (client_id, kind, copy)
    ) STRICT;
    CREATE TABLE printout_content (
      printout_id INTEGER PRIMARY KEY REFERENCES printout(id),
      content TEXT NOT NULL
    ) STRICT;
  `,
}
