import type { Database, Statement } from 'better-sqlite3'
import type { Param, Params, Write } from './handle.ts'

type Prepared = Statement<unknown[]>

const isList = (params: Params): params is readonly Param[] => Array.isArray(params)

const bound = (params: Params | undefined): unknown[] => {
  if (params === undefined) return []
  return isList(params) ? [...params] : [params]
}

/** The handle over one connection; statements are prepared once per SQL text. */
export const makeHandle = (database: Database): Write => {
  const prepared = new Map<string, Prepared>()
  const statement = (sql: string): Prepared => {
    const known = prepared.get(sql)
    // One that is still being walked through can't be used again; it gets a twin.
    if (known && !known.busy) return known
    const fresh = database.prepare<unknown[]>(sql)
    prepared.set(sql, fresh)
    return fresh
  }
  return {
    // The row type is the caller's word for what its constant SQL selects.
    one: <Row>(sql: string, params?: Params) => statement(sql).get(...bound(params)) as Row | undefined,
    all: <Row>(sql: string, params?: Params) => statement(sql).all(...bound(params)) as Row[],
    each: <Row>(sql: string, params?: Params) =>
      statement(sql).iterate(...bound(params)) as IterableIterator<Row>,
    run: (sql, params) => {
      const { changes, lastInsertRowid } = statement(sql).run(...bound(params))
      return { changes, id: Number(lastInsertRowid) }
    },
    // Immediate: the lock is taken at the start, so that no transaction fails half-way for want of it.
    transact: (work) => database.transaction(work).immediate(),
  }
}
