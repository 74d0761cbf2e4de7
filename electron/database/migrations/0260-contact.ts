/** The agreed next contact of a meeting, or its honest exit; and who asked not to be contacted. */
export const contact = {
  version: 260,
  name: 'contact',
  sql: `
    CREATE TABLE contact_plan (
      encounter_id INTEGER PRIMARY KEY REFERENCES encounter(id),
      client_id INTEGER NOT NULL REFERENCES client(id),
      kind TEXT NOT NULL CHECK (kind IN ('agreed', 'call-back', 'left-to-client', 'declined')),
      date TEXT,
      time TEXT NOT NULL DEFAULT '',
      channel TEXT,
      provisional INTEGER NOT NULL DEFAULT 0 CHECK (provisional IN (0, 1)),
      at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX contact_plan_by_date ON contact_plan(date) WHERE date IS NOT NULL;
    CREATE INDEX contact_plan_by_client ON contact_plan(client_id, at DESC);
    CREATE TABLE contact_ban (
      client_id INTEGER PRIMARY KEY REFERENCES client(id),
      encounter_id INTEGER NOT NULL REFERENCES encounter(id),
      at INTEGER NOT NULL
    ) STRICT;
  `,
}
