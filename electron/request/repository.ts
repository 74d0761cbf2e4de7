import type { Read, Write } from '../database/handle.ts'

const keptMs = 24 * 3600 * 1000

/** What a write with this key answered before, if it was done; 'foreign' when another procedure used the key. */
export const rememberedRequest = (
  db: Read,
  key: string,
  procedure: string,
): { result: unknown } | 'foreign' | undefined => {
  const row = db.one<{ procedure: string; result: string }>(
    'SELECT procedure, result FROM request WHERE request_key = ?',
    [key],
  )
  if (!row) return undefined
  // Done, but its answer was put away with a dossier that was sealed since: it is neither done again nor told.
  if (row.procedure !== procedure || row.result === '') return 'foreign'
  return { result: JSON.parse(row.result) as unknown }
}

export const rememberRequest = (
  db: Write,
  key: string,
  procedure: string,
  at: number,
  result: unknown,
): void => {
  db.run('DELETE FROM request WHERE at < ?', [at - keptMs])
  db.run('INSERT INTO request(request_key, procedure, at, result) VALUES (?, ?, ?, ?)', [
    key,
    procedure,
    at,
    JSON.stringify(result ?? null),
  ])
}

export const requestIsDone = (db: Read, key: string): boolean =>
  db.one('SELECT 1 AS done FROM request WHERE request_key = ?', [key]) !== undefined
