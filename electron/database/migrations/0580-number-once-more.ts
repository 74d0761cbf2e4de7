/** The second half of 0570: products chosen, intents, families, consents and figures. */
export const numberOnceMore = {
  version: 580,
  name: 'number-once-more',
  sql: `
    PRAGMA defer_foreign_keys = ON;
    CREATE TABLE kept AS SELECT * FROM fit_choice;
    DROP TABLE fit_choice;
    CREATE TABLE fit_choice (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
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
    INSERT INTO fit_choice SELECT * FROM kept;
    DROP TABLE kept;
    CREATE INDEX fit_choice_by_encounter ON fit_choice(encounter_id);
    CREATE TABLE kept AS SELECT * FROM intent;
    DROP TABLE intent;
    CREATE TABLE intent (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      encounter_id INTEGER NOT NULL REFERENCES encounter(id),
      choice_id INTEGER NOT NULL UNIQUE REFERENCES fit_choice(id),
      amount INTEGER NOT NULL,
      recording_number TEXT NOT NULL DEFAULT '',
      paper_number TEXT NOT NULL DEFAULT '',
      at INTEGER NOT NULL
    ) STRICT;
    INSERT INTO intent SELECT * FROM kept;
    DROP TABLE kept;
    CREATE INDEX intent_by_encounter ON intent(encounter_id);
    CREATE TABLE kept AS SELECT * FROM intent_refusal;
    DROP TABLE intent_refusal;
    CREATE TABLE intent_refusal (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      encounter_id INTEGER NOT NULL REFERENCES encounter(id),
      cause TEXT NOT NULL,
      note TEXT NOT NULL DEFAULT '',
      at INTEGER NOT NULL
    ) STRICT;
    INSERT INTO intent_refusal SELECT * FROM kept;
    DROP TABLE kept;
    CREATE INDEX intent_refusal_by_encounter ON intent_refusal(encounter_id);
    CREATE TABLE kept AS SELECT * FROM household_member;
    DROP TABLE household_member;
    CREATE TABLE household_member (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
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
    INSERT INTO household_member SELECT * FROM kept;
    DROP TABLE kept;
    CREATE INDEX household_member_by_household ON household_member(household_id);
    CREATE UNIQUE INDEX household_member_by_client ON household_member(client_id)
      WHERE client_id IS NOT NULL AND valid_to IS NULL;
    CREATE TABLE kept AS SELECT * FROM consent;
    DROP TABLE consent;
    CREATE TABLE consent (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      member_id INTEGER NOT NULL REFERENCES household_member(id),
      reach TEXT NOT NULL,
      bank INTEGER NOT NULL CHECK (bank IN (0, 1)),
      paper TEXT NOT NULL,
      signed_on TEXT NOT NULL,
      ended_on TEXT,
      staff_id INTEGER NOT NULL REFERENCES staff(id),
      at INTEGER NOT NULL
    ) STRICT;
    INSERT INTO consent SELECT * FROM kept;
    DROP TABLE kept;
    CREATE INDEX consent_by_member ON consent(member_id);
    CREATE INDEX consent_by_staff ON consent(staff_id, at);
    CREATE TABLE kept AS SELECT * FROM figure;
    DROP TABLE figure;
    CREATE TABLE figure (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      household_id INTEGER NOT NULL REFERENCES household(id),
      owner_id INTEGER REFERENCES household_member(id),
      kind TEXT NOT NULL,
      amount INTEGER NOT NULL CHECK (amount >= 0),
      period TEXT NOT NULL CHECK (period IN ('month', 'year')),
      source TEXT NOT NULL CHECK (source IN ('document', 'told', 'estimate')),
      reach TEXT NOT NULL,
      place TEXT NOT NULL DEFAULT '',
      as_of TEXT NOT NULL,
      seq INTEGER NOT NULL DEFAULT 1,
      removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))
    ) STRICT;
    INSERT INTO figure SELECT * FROM kept;
    DROP TABLE kept;
    CREATE INDEX figure_by_household ON figure(household_id) WHERE removed = 0;
  `,
}
