/** Answers of writes by their request key: a repeated write is answered, not done twice. */
export const request = {
  version: 50,
  name: 'request',
  sql: `
    CREATE TABLE request (
      request_key TEXT PRIMARY KEY,
      procedure TEXT NOT NULL,
      at INTEGER NOT NULL,
      result TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX request_by_time ON request(at);
  `,
}
