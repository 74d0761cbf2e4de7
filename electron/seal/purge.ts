import type { Read, Write } from '../database/handle.ts'

type Purge = { readonly id: number; readonly by: number; readonly at: number }

export const waitingPurge = (db: Read): Purge | null =>
  db.one<Purge>(
    'SELECT id, asked_by AS "by", asked_at AS at FROM seal_purge WHERE confirmed_by IS NULL ORDER BY id LIMIT 1',
  ) ?? null

export const insertPurge = (db: Write, by: number, at: number): number =>
  db.run('INSERT INTO seal_purge(asked_by, asked_at) VALUES (:by, :at)', { by, at }).id

export const confirmPurge = (db: Write, id: number, by: number, at: number): void => {
  db.run('UPDATE seal_purge SET confirmed_by = :by, confirmed_at = :at WHERE id = :id', { id, by, at })
}
