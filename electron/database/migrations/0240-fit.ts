/** Products chosen for a need, with the checks as they stood then, and what was explained about each. */
export const fit = {
  version: 240,
  name: 'fit',
  sql: `
    CREATE TABLE fit_choice (
      id INTEGER PRIMARY KEY,
      encounter_id INTEGER NOT NULL REFERENCES encounter(id),
      need_id INTEGER NOT NULL REFERENCES need(id),
      product_id INTEGER NOT NULL REFERENCES product(id),
      amount INTEGER,
      level_check TEXT NOT NULL,
      means_check TEXT NOT NULL,
      term_check TEXT NOT NULL,
      senior_care INTEGER NOT NULL CHECK (senior_care IN (0, 1)),
      written_choice TEXT NOT NULL DEFAULT '',
      premium TEXT,
      flags TEXT NOT NULL DEFAULT '[]',
      decline_cause TEXT,
      decline_note TEXT NOT NULL DEFAULT '',
      at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX fit_choice_by_encounter ON fit_choice(encounter_id);
    CREATE TABLE explanation (
      choice_id INTEGER NOT NULL REFERENCES fit_choice(id),
      item TEXT NOT NULL,
      at INTEGER NOT NULL,
      PRIMARY KEY (choice_id, item)
    ) STRICT, WITHOUT ROWID;
  `,
}
