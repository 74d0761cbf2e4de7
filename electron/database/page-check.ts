import type { Database as Connection } from 'better-sqlite3'
import { failureOfSqlite } from './sqlite-failure.ts'

// What SQLite's own check says of the pages. From the first page the cipher refuses, the rest of that one statement calls
// every page bad: so only its first page is believed, and each table is asked by a statement of its own.

const bounds = /^\*\*\*/

const linesOf = (rows: Iterable<{ quick_check: string }>): string[] => {
  const lines: string[] = []
  try {
    for (const row of rows) lines.push(...row.quick_check.split('\n'))
  } catch (error) {
    // At a damaged page the check may end with an error, which is then its last line.
    if (failureOfSqlite(error)?.code !== 'damaged') throw error
    lines.push(String(error))
  }
  return lines.filter((line) => line !== 'ok' && !bounds.test(line))
}

type Line = { quick_check: string }

/** What is wrong, line by line; empty when nothing is. */
export const quickCheck = (connection: Connection): string[] =>
  linesOf(connection.prepare<[], Line>('PRAGMA quick_check').iterate())

/** Which tables can't be read whole; `pages` has the first bad page of each, and so at least one of every damage. */
export type PageDamage = { readonly pages: readonly number[]; readonly tables: readonly string[] }

const tables = `
  SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow') ORDER BY name`

const pageOf = (line: string): number | undefined => {
  const found = /\bpage (\d+)/.exec(line)?.[1]
  return found === undefined ? undefined : Number(found)
}

/** After a check that found something: where it is, as exactly as SQLite tells it. */
export const pageDamage = (connection: Connection): PageDamage => {
  const whole = quickCheck(connection)
  if (whole.length === 0) return { pages: [], tables: [] }
  const pages = new Set([whole[0] ?? ''].flatMap((line) => pageOf(line) ?? []))
  const bad: string[] = []
  const one = connection.prepare<[string], Line>('SELECT quick_check FROM pragma_quick_check(?)')
  const names = connection.prepare<[], { name: string }>(tables).all()
  for (const { name } of names) {
    const [first] = linesOf(one.iterate(name))
    if (first === undefined) continue
    bad.push(name)
    const page = pageOf(first)
    if (page !== undefined) pages.add(page)
  }
  return { pages: [...pages].toSorted((left, right) => left - right), tables: bad }
}
