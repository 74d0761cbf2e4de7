import type { Read, Write } from '../database/handle.ts'

const keptMs = 24 * 3600 * 1000

/** A key is its sender's: who he is and what he called with it. */
export type Asked = { readonly key: string; readonly procedure: string; readonly staffId: number }

type Row = { readonly procedure: string; readonly result: string; readonly staffId: number }

/** What a write with this key answered before, if it was done; 'foreign' when it was another's or another call's. */
export const rememberedRequest = (
  db: Read,
  { key, procedure, staffId }: Asked,
): { result: unknown } | 'foreign' | undefined => {
  const row = db.one<Row>(
    'SELECT procedure, result, staff_id AS staffId FROM request WHERE request_key = ?',
    [key],
  )
  if (!row) return undefined
  // Done, but its answer was put away with a dossier since: it is neither done again nor told.
  if (row.procedure !== procedure || row.staffId !== staffId || row.result === '') return 'foreign'
  return { result: JSON.parse(row.result) as unknown }
}

export const rememberRequest = (db: Write, asked: Asked, at: number, result: unknown): void => {
  db.run('DELETE FROM request WHERE at < ?', [at - keptMs])
  db.run(
    `INSERT INTO request(request_key, procedure, staff_id, at, result)
     VALUES (:key, :procedure, :staffId, :at, :result)`,
    { ...asked, at, result: JSON.stringify(result ?? null) },
  )
}

/** Which of the kept answers show a client can't be told from a key: all of them are emptied, the keys stay. */
export const forgetAnswers = (db: Write): void => {
  db.run("UPDATE request SET result = '' WHERE result <> ''")
}

/** Asked by its sender; whether somebody else's call went through is not told. */
export const requestIsDone = (db: Read, key: string, staffId: number): boolean =>
  db.one('SELECT 1 AS done FROM request WHERE request_key = :key AND staff_id = :staffId', {
    key,
    staffId,
  }) !== undefined
