/** Files that were taken in. A file that changed nothing leaves no row, only its audit line. */
export const intake = {
  version: 140,
  name: 'intake',
  sql: `
    CREATE TABLE intake (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('client-book', 'product-shelf')),
      file_name TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      as_of TEXT NOT NULL,
      counts TEXT NOT NULL,
      staff_id INTEGER NOT NULL REFERENCES staff(id),
      at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX intake_by_kind ON intake(kind, as_of DESC, id DESC);
  `,
}
