/** Half-written input and the last place of each person, so that a lock comes back to the same field. */
export const draft = {
  version: 40,
  name: 'draft',
  sql: `
    CREATE TABLE draft (
      staff_id INTEGER NOT NULL REFERENCES staff(id),
      place TEXT NOT NULL,
      field TEXT NOT NULL,
      value TEXT NOT NULL,
      at INTEGER NOT NULL,
      PRIMARY KEY (staff_id, place, field)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE place (
      staff_id INTEGER PRIMARY KEY REFERENCES staff(id),
      route TEXT NOT NULL,
      field TEXT NOT NULL,
      at INTEGER NOT NULL
    ) STRICT;
  `,
}
