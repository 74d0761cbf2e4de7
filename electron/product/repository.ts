import type { Product, ShelfProduct } from '../../shared/product/model.ts'
import { shelfStateOf } from '../../shared/product/model.ts'
import type { PlainDate } from '../../shared/plain-date.ts'
import type { Read, Write } from '../database/handle.ts'

const columns = `id, code, name, kind, level, rate, term_days AS termDays, minimum, open_from AS openFrom,
  open_to AS openTo, audience, state`

export const allProducts = (db: Read): readonly Product[] =>
  db.all<Product>(`SELECT ${columns} FROM product ORDER BY id`)

export const productById = (db: Read, id: number): Product | undefined =>
  db.one<Product>(`SELECT ${columns} FROM product WHERE id = ?`, [id])

const valuesOf = (product: ShelfProduct, asOf: PlainDate) => ({
  ...product,
  state: shelfStateOf(product.kind),
  asOf,
})

export const insertProduct = (db: Write, product: ShelfProduct, asOf: PlainDate): number =>
  db.run(
    `INSERT INTO product(code, name, kind, level, rate, term_days, minimum, open_from, open_to, audience, state, as_of)
     VALUES (:code, :name, :kind, :level, :rate, :termDays, :minimum, :openFrom, :openTo, :audience, :state, :asOf)`,
    valuesOf(product, asOf),
  ).id

export const updateProduct = (db: Write, product: ShelfProduct, asOf: PlainDate): void => {
  db.run(
    `UPDATE product SET name = :name, kind = :kind, level = :level, rate = :rate, term_days = :termDays,
       minimum = :minimum, open_from = :openFrom, open_to = :openTo, audience = :audience, state = :state, as_of = :asOf
     WHERE code = :code`,
    valuesOf(product, asOf),
  )
}
