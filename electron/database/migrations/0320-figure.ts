/** Figures of tables 2 and 3 with owner and reach, every earlier value, and the consents that widen a reach. */
export const figure = {
  version: 320,
  name: 'figure',
  sql: `
    CREATE TABLE consent (
      id INTEGER PRIMARY KEY,
      member_id INTEGER NOT NULL REFERENCES household_member(id),
      reach TEXT NOT NULL,
      bank INTEGER NOT NULL CHECK (bank IN (0, 1)),
      paper TEXT NOT NULL,
      signed_on TEXT NOT NULL,
      ended_on TEXT,
      staff_id INTEGER NOT NULL REFERENCES staff(id),
      at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX consent_by_member ON consent(member_id);
    CREATE TABLE figure (
      id INTEGER PRIMARY KEY,
      household_id INTEGER NOT NULL REFERENCES household(id),
      owner_id INTEGER REFERENCES household_member(id),
      kind TEXT NOT NULL,
      amount INTEGER NOT NULL CHECK (amount >= 0),
      period TEXT NOT NULL CHECK (period IN ('month', 'year')),
      source TEXT NOT NULL CHECK (source IN ('document', 'told', 'estimate')),
      reach TEXT NOT NULL,
      place TEXT NOT NULL DEFAULT '',
      as_of TEXT NOT NULL,
      consent_id INTEGER REFERENCES consent(id),
      seq INTEGER NOT NULL DEFAULT 1,
      removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))
    ) STRICT;
    CREATE INDEX figure_by_household ON figure(household_id) WHERE removed = 0;
    CREATE INDEX figure_by_consent ON figure(consent_id) WHERE consent_id IS NOT NULL;
    CREATE TABLE figure_version (
      figure_id INTEGER NOT NULL REFERENCES figure(id),
      seq INTEGER NOT NULL,
      value TEXT NOT NULL,
      removed INTEGER NOT NULL,
      encounter_id INTEGER,
      staff_id INTEGER NOT NULL REFERENCES staff(id),
      at INTEGER NOT NULL,
      PRIMARY KEY (figure_id, seq)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER figure_version_kept BEFORE UPDATE ON figure_version
      BEGIN SELECT RAISE(ABORT, 'figure_version is append-only'); END;
  `,
}
