/** What the client said he needs, in his own words, each carried by the meeting it was told in. */
export const need = {
  version: 230,
  name: 'need',
  sql: `
    CREATE TABLE need (
      id INTEGER PRIMARY KEY,
      encounter_id INTEGER NOT NULL REFERENCES encounter(id),
      area TEXT NOT NULL,
      words TEXT NOT NULL,
      amount INTEGER,
      for_whom TEXT NOT NULL,
      priority TEXT NOT NULL,
      evidence TEXT NOT NULL,
      latest TEXT,
      carried_from INTEGER REFERENCES need(id),
      at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX need_by_encounter ON need(encounter_id);
  `,
}
