/**
 * The search index keeps its words in blobs of about a thousand bytes, four to a page. The cipher takes 64 bytes of every
 * page for nonce and tag, and then the fourth one no longer fits: a fifth of the pages was left empty. With blobs of 970
 * bytes the encrypted file is as long as a plain one (goal E1).
 */
export const searchPages = {
  version: 600,
  name: 'search-pages',
  sql: `INSERT INTO client_search(client_search, rank) VALUES ('pgsz', 970);`,
}
