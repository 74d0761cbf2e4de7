/** Who handed which client to whom; the present owner stands on the client's row (BH-06). */
export const owner = {
  version: 150,
  name: 'owner',
  sql: `
    CREATE TABLE client_owner (
      id INTEGER PRIMARY KEY,
      client_id INTEGER NOT NULL REFERENCES client(id),
      owner_id INTEGER REFERENCES staff(id),
      previous_id INTEGER REFERENCES staff(id),
      staff_id INTEGER NOT NULL REFERENCES staff(id),
      at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX client_owner_by_client ON client_owner(client_id, id DESC);
  `,
}
