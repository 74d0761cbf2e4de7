/** Everybody who works here; `slot_id` names the door in the header for those who unlock. */
export const staff = {
  version: 20,
  name: 'staff',
  sql: `
    CREATE TABLE staff (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      post TEXT NOT NULL DEFAULT '',
      roles TEXT NOT NULL DEFAULT '[]',
      slot_id TEXT UNIQUE,
      active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
      created_at INTEGER NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX staff_by_name ON staff(name) WHERE active = 1;
  `,
}
