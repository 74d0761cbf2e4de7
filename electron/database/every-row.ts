import type { Database as Connection } from 'better-sqlite3'
import { orDamaged } from './sqlite-failure.ts'

// Reads a damaged database row by row: a page that can't be read costs the rows on it and no others. The statements are
// put together by SQLite itself from its own list of tables, each name quoted by format('%w'); no value is ever in them.

const tablesOf = `
  SELECT name, without_rowid,
    format('SELECT rowid AS salvage_at, * FROM "%w" WHERE rowid >= ? ORDER BY rowid LIMIT 1', name) AS at,
    format('SELECT rowid AS salvage_at FROM "%w" ORDER BY rowid DESC LIMIT 1', name) AS last,
    format('SELECT * FROM "%w" ORDER BY %s', name, keys) AS forward,
    format('SELECT * FROM "%w" ORDER BY %s', name, replace(keys, ' ASC', ' DESC')) AS backward
  FROM (
    SELECT t.name, t.wr AS without_rowid,
      (SELECT group_concat(format('"%w" ASC', name), ', ') FROM
        (SELECT name FROM pragma_table_xinfo(t.name) WHERE pk > 0 ORDER BY pk)) AS keys
    FROM pragma_table_list AS t
    WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\')
  ORDER BY name`

type Table = {
  readonly name: string
  readonly without_rowid: 0 | 1
  readonly at: string
  readonly last: string
  readonly forward: string
  readonly backward: string
}

type Row = Readonly<Record<string, unknown>>
/** Says whether the row was taken. */
export type Take = (table: string, row: Row) => boolean

/**
 * What a table gave. `lost` are ids on pages that can't be read; of a table without ids only that some are gone is known.
 * `isEndLost`: what came last can't be read, so nobody can say how many rows there were.
 */
export type TableRead = {
  readonly table: string
  readonly rows: number
  readonly lost: readonly number[]
  readonly isEndLost: boolean
}

/**
 * Ids in a row that may fail before the rest of a table without a readable end is given up for lost. Each is asked for by
 * itself (some 20 µs, so about four seconds at most): a page may hold one large row, and a step over eight ids would miss it.
 */
const longestGap = 200_000

const readById = (connection: Connection, table: Table, take: Take): TableRead => {
  const at = connection.prepare<[number], Row & { salvage_at: number }>(table.at)
  const end = orDamaged(
    () => connection.prepare<[], { salvage_at: number }>(table.last).get()?.salvage_at ?? 0,
  )
  const lost: number[] = []
  let rows = 0
  let gap = 0
  let tried = -1
  while (end === 'damaged' ? gap < longestGap : tried < end) {
    const found = orDamaged(() => at.get(tried + 1))
    if (found === undefined) break
    if (found === 'damaged') {
      tried += 1
      lost.push(tried)
      gap += 1
    } else {
      const { salvage_at: foundAt, ...row } = found
      if (take(table.name, row)) rows += 1
      else lost.push(foundAt)
      gap = 0
      tried = foundAt
    }
  }
  const isEndLost = end === 'damaged'
  return { table: table.name, rows, lost: isEndLost ? lost.slice(0, lost.length - gap) : lost, isEndLost }
}

/** From both ends to the first page that can't be read. */
const readByKey = (connection: Connection, table: Table, take: Take): TableRead => {
  const seen = new Set<string>()
  let rows = 0
  const readOf = (isWhole: boolean): TableRead => {
    const isEndLost = !isWhole || rows < seen.size
    return { table: table.name, rows, lost: [], isEndLost }
  }
  for (const sql of [table.forward, table.backward]) {
    const ended = orDamaged(() => {
      for (const row of connection.prepare<[], Row>(sql).iterate()) {
        const mark = JSON.stringify(row)
        if (!seen.has(mark) && take(table.name, row)) rows += 1
        seen.add(mark)
      }
      return 'whole'
    })
    if (ended === 'whole') return readOf(true)
  }
  return readOf(false)
}

export const readEveryRow = (connection: Connection, take: Take): readonly TableRead[] =>
  connection
    .prepare<[], Table>(tablesOf)
    .all()
    .map((table) =>
      table.without_rowid === 1 ? readByKey(connection, table, take) : readById(connection, table, take),
    )

const insertsOf = `
  SELECT t.name, (SELECT format('INSERT OR IGNORE INTO "%w" (%s) VALUES (%s)', t.name,
      group_concat(format('"%w"', name), ', '), group_concat(format(':%s', name), ', '))
    FROM pragma_table_xinfo(t.name) WHERE hidden = 0) AS put
  FROM pragma_table_list AS t WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`

/** Puts rows into tables of the same names and columns, except one that would stand beside another like it. */
export const rowWriter = (connection: Connection): Take => {
  const tables = connection.prepare<[], { name: string; put: string }>(insertsOf).all()
  const puts = new Map(tables.map(({ name, put }) => [name, connection.prepare<[Row]>(put)] as const))
  return (table, row) => {
    const put = puts.get(table)
    if (!put) throw new Error(`no table ${table} to put rows into`)
    return put.run(row).changes > 0
  }
}
