/** The product shelf; a code stays the same product through every new file. */
export const product = {
  version: 120,
  name: 'product',
  sql: `
    CREATE TABLE product (
      id INTEGER PRIMARY KEY,
      code TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      kind TEXT NOT NULL,
      level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5),
      rate INTEGER,
      term_days INTEGER,
      minimum INTEGER NOT NULL,
      open_from TEXT,
      open_to TEXT,
      audience TEXT NOT NULL DEFAULT '',
      state TEXT NOT NULL,
      as_of TEXT NOT NULL
    ) STRICT;
  `,
}
