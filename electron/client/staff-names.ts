import type { Read } from '../database/handle.ts'

/** Names of everybody who works or worked here, by id. */
export const staffNames = (db: Read): ReadonlyMap<number, string> =>
  new Map(
    db.all<{ id: number; name: string }>('SELECT id, name FROM staff').map(({ id, name }) => [id, name]),
  )
