/**
 * Clients, what the bank's books say of them on each day, and how their type and their bank data changed. `name_key`
 * is the name without dots and blanks: bearers of one key are namesakes.
 */
export const client = {
  version: 110,
  name: 'client',
  sql: `
    CREATE TABLE client (
      id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 4294967295),
      number TEXT UNIQUE,
      dossier_number TEXT UNIQUE,
      name TEXT NOT NULL,
      name_key TEXT NOT NULL,
      sex TEXT NOT NULL CHECK (sex IN ('male', 'female', 'unknown')),
      document_kind TEXT NOT NULL DEFAULT 'other',
      document_number TEXT NOT NULL DEFAULT '',
      id_doubtful INTEGER NOT NULL DEFAULT 0 CHECK (id_doubtful IN (0, 1)),
      birth_date TEXT,
      phone TEXT NOT NULL DEFAULT '',
      employer TEXT NOT NULL DEFAULT '',
      occupation TEXT NOT NULL DEFAULT '',
      owner_id INTEGER REFERENCES staff(id),
      next_owner_id INTEGER REFERENCES staff(id),
      band INTEGER NOT NULL DEFAULT 9 CHECK (band BETWEEN 0 AND 9),
      aum INTEGER NOT NULL DEFAULT 0,
      as_of TEXT,
      type TEXT NOT NULL CHECK (type IN ('quality', 'potential', 'to-win', 'ordinary')),
      type_confirmed INTEGER NOT NULL DEFAULT 0 CHECK (type_confirmed IN (0, 1)),
      seq INTEGER NOT NULL DEFAULT 0,
      created_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX client_by_worth ON client(aum DESC, id DESC);
    CREATE INDEX client_by_owner ON client(owner_id, aum DESC, id DESC);
    CREATE INDEX client_by_type ON client(type, aum DESC, id DESC);
    CREATE INDEX client_by_owner_type ON client(owner_id, type, aum DESC, id DESC);
    CREATE INDEX client_by_name ON client(name_key, band, id);
    CREATE INDEX client_by_day ON client(as_of);
    CREATE INDEX client_sums ON client(owner_id, as_of, aum);
    CREATE TABLE client_position (
      client_id INTEGER NOT NULL REFERENCES client(id),
      as_of TEXT NOT NULL,
      aum INTEGER NOT NULL,
      demand INTEGER NOT NULL,
      time INTEGER NOT NULL,
      wealth INTEGER NOT NULL,
      fund INTEGER NOT NULL,
      insurance INTEGER NOT NULL,
      bond INTEGER NOT NULL,
      metal INTEGER NOT NULL,
      loan INTEGER NOT NULL,
      PRIMARY KEY (client_id, as_of)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE client_type (
      id INTEGER PRIMARY KEY,
      client_id INTEGER NOT NULL REFERENCES client(id),
      type TEXT NOT NULL,
      previous TEXT,
      confirmed INTEGER NOT NULL CHECK (confirmed IN (0, 1)),
      reason TEXT NOT NULL,
      staff_id INTEGER NOT NULL REFERENCES staff(id),
      at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX client_type_by_client ON client_type(client_id, id DESC);
    CREATE TABLE client_change (
      id INTEGER PRIMARY KEY,
      client_id INTEGER NOT NULL REFERENCES client(id),
      field TEXT NOT NULL,
      before TEXT NOT NULL,
      after TEXT NOT NULL,
      as_of TEXT NOT NULL,
      at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX client_change_by_client ON client_change(client_id, id DESC);
  `,
}
