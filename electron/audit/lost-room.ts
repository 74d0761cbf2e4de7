import type { Read } from '../database/handle.ts'
import { orDamaged } from '../database/sqlite-failure.ts'

// How many rows of the chain can have stood on the pages nobody can read. A salvage excuses no more than that: an older
// database put back with one page spoilt would otherwise pass for a page that held every row since.

/** A row keeps three keyed sums and two names of 16 bytes: no page of 4 KiB holds more of them. */
const mostOnPage = 20

/** What a page that can be read may hold less than one that can't. */
const leeway = 2

type Page = { readonly path: string; readonly kind: 'internal' | 'leaf' | 'overflow'; readonly cells: number }

const pagesOf = "SELECT path, pagetype AS kind, ncell AS cells FROM dbstat WHERE name = 'audit'"

/** The pages of the chain in their order, as far as the first one that can't be read. */
const walk = (db: Read): readonly Page[] => {
  const seen: Page[] = []
  orDamaged(() => {
    for (const page of db.each<Page>(pagesOf)) if (page.kind !== 'overflow') seen.push(page)
  })
  return seen
}

const depthOf = ({ path }: Page): number => path.split('/').length

/** Whether a page leads to pages of rows: it does if one was seen there, or if it leads to enough of them for all rows. */
const leadsToRows = (page: Page, seen: readonly Page[], rows: number): boolean => {
  const leaf = seen.find(({ kind }) => kind === 'leaf')
  return leaf ? depthOf(leaf) === depthOf(page) + 1 : rows <= (page.cells + 1) * mostOnPage
}

/** Pages of rows the walk did not come to; a page between that can't be read may have led to any number of them. */
const unseenLeaves = (seen: readonly Page[], rows: number, pages: number): number => {
  if (seen.length === 0) return pages
  const unseen = seen
    .filter(({ kind }) => kind === 'internal')
    .map((page) => {
      const below = seen.filter(
        (other) => depthOf(other) === depthOf(page) + 1 && other.path.startsWith(page.path),
      )
      const missing = page.cells + 1 - below.length
      return leadsToRows(page, seen, rows) ? missing : missing * pages
    })
  return Math.min(
    pages,
    unseen.reduce((sum, one) => sum + one, 0),
  )
}

/** Rows that may be lost at most, where `rows` of the chain could be read in `copy`. */
export const roomOnPages = (copy: Read, rows: number): number => {
  const seen = walk(copy)
  const cells = seen.filter(({ kind }) => kind === 'leaf').map((leaf) => leaf.cells)
  const [counted] = copy.all<{ pages: number }>('SELECT page_count AS pages FROM pragma_page_count')
  const unseen = unseenLeaves(seen, rows, counted?.pages ?? 0)
  if (unseen === 0) return 0
  // Most pages the walk did not come to can be read by themselves: what stands there is no longer missing.
  const behind = rows - cells.reduce((sum, one) => sum + one, 0)
  const fullest = cells.length === 0 ? mostOnPage : Math.max(...cells, Math.ceil(behind / unseen)) + leeway
  return Math.max(0, unseen * fullest - behind)
}

/** The same of a log: each of its frames is a page, and one that can't be read shuts off all behind it. */
export const roomInLog = (frames: number): number => frames * mostOnPage
