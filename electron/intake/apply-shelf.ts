import { shelfDifferences } from '../../shared/intake/compare.ts'
import type { PlainDate } from '../../shared/plain-date.ts'
import type { Product, ShelfProduct } from '../../shared/product/model.ts'
import type { Write } from '../database/handle.ts'
import { insertProduct, updateProduct } from '../product/repository.ts'
import type { Applied } from './apply-book.ts'

/** One product of the shelf; what left the shelf stays, closed by its own end date. */
export const applyShelfRow = (
  db: Write,
  shelf: ReadonlyMap<string, Product>,
  row: ShelfProduct,
  asOf: PlainDate,
): Applied => {
  const known = shelf.get(row.code)
  if (!known) {
    insertProduct(db, row, asOf)
    return { verdict: 'new', written: true }
  }
  if (shelfDifferences(known, row).length === 0) return { verdict: 'unchanged', written: false }
  updateProduct(db, row, asOf)
  return { verdict: 'updated', written: true }
}
