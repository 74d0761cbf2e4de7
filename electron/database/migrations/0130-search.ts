/**
 * The search index f6: tokens only, no content of its own. rowid = band · 2^32 + client id, so that the order of the
 * rowids is already the order of the answers.
 */
export const search = {
  version: 130,
  name: 'search',
  sql: `
    CREATE VIRTUAL TABLE client_search USING fts5(
      t, tokenize='unicode61', content='', contentless_delete=1, detail=none, prefix='1 2 3 4 5 6'
    );
  `,
}
