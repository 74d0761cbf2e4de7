import type { Read } from './handle.ts'
import { failureOfSqlite } from './sqlite-failure.ts'

// What SQLite's own check says of the pages. From the first page the cipher refuses, the rest of that one statement calls
// every page bad: so only its first page is believed, and each table is asked by a statement of its own.

const bounds = /^\*\*\*/

type Line = { quick_check: string }

const linesOf = (rows: Iterable<Line>): string[] => {
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

/** What is wrong, line by line; empty when nothing is. */
export const quickCheck = (db: Read): readonly string[] => linesOf(db.each<Line>('PRAGMA quick_check'))

/** Which tables can't be read whole; `pages` has the first bad page of each, and so at least one of every damage. */
export type PageDamage = {
  readonly isSound: boolean
  readonly pages: readonly number[]
  readonly tables: readonly string[]
}

const tables = `
  SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow') ORDER BY name`

const pageOf = (line: string): number | undefined => {
  const found = /\bpage (\d+)/.exec(line)?.[1]
  return found === undefined ? undefined : Number(found)
}

const oneTable = 'SELECT quick_check FROM pragma_quick_check(:name)'

/** The check, and where it found something: as exactly as SQLite tells it. */
export const pageDamage = (db: Read): PageDamage => {
  const [whole] = quickCheck(db)
  if (whole === undefined) return { isSound: true, pages: [], tables: [] }
  const found = db.all<{ name: string }>(tables).flatMap(({ name }) => {
    const [first] = linesOf(db.each<Line>(oneTable, { name }))
    return first === undefined ? [] : [{ name, page: pageOf(first) }]
  })
  const pages = [pageOf(whole), ...found.map(({ page }) => page)].flatMap((page) => page ?? [])
  return {
    isSound: false,
    pages: [...new Set(pages)].toSorted((left, right) => left - right),
    tables: found.map(({ name }) => name),
  }
}
