/** Branch policy as dated rows: the newest row of a key holds, older ones stay as history. */
export const setting = {
  version: 10,
  name: 'setting',
  sql: `
    CREATE TABLE setting (
      id INTEGER PRIMARY KEY,
      key TEXT NOT NULL,
      value TEXT NOT NULL,
      valid_from INTEGER NOT NULL,
      staff_id INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX setting_by_key ON setting(key, valid_from, id);
  `,
}
