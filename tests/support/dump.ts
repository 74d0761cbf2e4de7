import type { Read } from '../../electron/database/handle.ts'

const tablesOf = (db: Read): readonly { name: string; rowid: number }[] =>
  db.all(
    `SELECT m.name, NOT w.wr AS rowid FROM sqlite_schema AS m JOIN pragma_table_list AS w ON w.name = m.name
     WHERE m.type = 'table' AND w.schema = 'main' ORDER BY m.name`,
  )

/** Every row of every table with its key, as text; left out are those in which work leaves its own traces. */
export const dumpOf = (
  db: Read,
  without: readonly string[] = [],
): Readonly<Record<string, readonly string[]>> => {
  const dump: Record<string, readonly string[]> = {}
  for (const { name, rowid } of tablesOf(db)) {
    if (without.includes(name)) continue
    const columns = rowid === 1 ? 'rowid AS rowid_, *' : '*'
    const rows = db.all<Record<string, unknown>>(`SELECT ${columns} FROM "${name}"`)
    dump[name] = rows
      .map((row) =>
        JSON.stringify(row, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
      )
      .toSorted()
  }
  return dump
}
