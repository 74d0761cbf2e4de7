/** Wishes to buy, to be carried out by a teller. No deal: nothing here names a teller. */
export const intent = {
  version: 250,
  name: 'intent',
  sql: `
    CREATE TABLE intent (
      id INTEGER PRIMARY KEY,
      encounter_id INTEGER NOT NULL REFERENCES encounter(id),
      choice_id INTEGER NOT NULL UNIQUE REFERENCES fit_choice(id),
      amount INTEGER NOT NULL,
      recording_number TEXT NOT NULL DEFAULT '',
      paper_number TEXT NOT NULL DEFAULT '',
      at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX intent_by_encounter ON intent(encounter_id);
    CREATE TABLE intent_refusal (
      id INTEGER PRIMARY KEY,
      encounter_id INTEGER NOT NULL REFERENCES encounter(id),
      cause TEXT NOT NULL,
      note TEXT NOT NULL DEFAULT '',
      at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX intent_refusal_by_encounter ON intent_refusal(encounter_id);
  `,
}
