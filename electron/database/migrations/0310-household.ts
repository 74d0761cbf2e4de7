/** Households and their dated members. A member who is a client keeps name and birth in the client row alone. */
export const household = {
  version: 310,
  name: 'household',
  sql: `
    CREATE TABLE household (
      id INTEGER PRIMARY KEY,
      created_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE household_member (
      id INTEGER PRIMARY KEY,
      household_id INTEGER NOT NULL REFERENCES household(id),
      client_id INTEGER REFERENCES client(id),
      name TEXT NOT NULL DEFAULT '',
      relation TEXT NOT NULL,
      sex TEXT NOT NULL DEFAULT 'unknown' CHECK (sex IN ('male', 'female', 'unknown')),
      birth_date TEXT NOT NULL DEFAULT '',
      occupation TEXT NOT NULL DEFAULT '',
      agreed INTEGER NOT NULL DEFAULT 0 CHECK (agreed IN (0, 1)),
      valid_from TEXT NOT NULL,
      valid_to TEXT,
      seq INTEGER NOT NULL DEFAULT 1,
      created_at INTEGER NOT NULL,
      CHECK (client_id IS NOT NULL OR name <> '')
    ) STRICT;
    CREATE INDEX household_member_by_household ON household_member(household_id);
    CREATE UNIQUE INDEX household_member_by_client ON household_member(client_id)
      WHERE client_id IS NOT NULL AND valid_to IS NULL;
  `,
}
