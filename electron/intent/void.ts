import type { Write } from '../database/handle.ts'

/** An intent given under the wrong name that the right client could not have given. */
export const removeIntent = (db: Write, id: number): void => {
  db.run('DELETE FROM intent WHERE id = ?', [id])
}
