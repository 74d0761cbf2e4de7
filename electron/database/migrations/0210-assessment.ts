/** The bank's risk assessments, every one ever recorded; the newest date is the one that counts. */
export const assessment = {
  version: 210,
  name: 'assessment',
  sql: `
    CREATE TABLE assessment (
      id INTEGER PRIMARY KEY,
      client_id INTEGER NOT NULL REFERENCES client(id),
      level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5),
      date TEXT NOT NULL,
      serial TEXT NOT NULL DEFAULT '',
      channel TEXT NOT NULL,
      confirmed_again INTEGER NOT NULL DEFAULT 0 CHECK (confirmed_again IN (0, 1)),
      -- The meeting it was entered in, so that it follows when the meeting is moved; empty for imports.
      encounter_id INTEGER REFERENCES encounter(id),
      staff_id INTEGER NOT NULL REFERENCES staff(id),
      at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX assessment_by_client ON assessment(client_id, date DESC, id DESC);
  `,
}
