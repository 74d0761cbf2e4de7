import type { Migration } from '../migration.ts'

/** Rows are only ever added at the end: anything else is refused by the database itself. */
export const audit: Migration = {
  version: 30,
  name: 'audit',
  sql: `
    CREATE TABLE audit (
      seq INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      boot TEXT NOT NULL,
      mono INTEGER NOT NULL,
      slot TEXT NOT NULL,
      staff INTEGER NOT NULL,
      channel TEXT NOT NULL CHECK (channel IN ('window', 'cli')),
      action TEXT NOT NULL,
      object TEXT NOT NULL,
      detail TEXT NOT NULL,
      prev TEXT NOT NULL,
      hash TEXT NOT NULL,
      mac TEXT NOT NULL
    ) STRICT;
    CREATE INDEX audit_by_object ON audit (object, seq);
    CREATE TRIGGER audit_only_at_the_end BEFORE INSERT ON audit
      WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM audit)
      BEGIN SELECT raise(ABORT, 'audit rows are added at the end'); END;
    CREATE TRIGGER audit_never_changed BEFORE UPDATE ON audit
      BEGIN SELECT raise(ABORT, 'audit rows are never changed'); END;
    CREATE TRIGGER audit_never_removed BEFORE DELETE ON audit
      BEGIN SELECT raise(ABORT, 'audit rows are never removed'); END;
  `,
}
