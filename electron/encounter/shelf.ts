import type { ShelfLine } from '../../shared/encounter/contract.ts'
import { regimeOf } from '../../shared/fit/product.ts'
import type { Client } from '../../shared/client/model.ts'
import type { PlainDate } from '../../shared/plain-date.ts'
import type { Read } from '../database/handle.ts'
import { choicesOf } from '../fit/repository.ts'
import { needsOf } from '../need/repository.ts'
import { allProducts } from '../product/repository.ts'
import { fitOf, isOffered } from './fit-of.ts'

/** The shelf for one need: what is not open to this person is not in it at all (practice 6). */
export const shelfOf = (
  db: Read,
  at: { readonly encounterId: number; readonly needId: number | null },
  client: Client,
  today: PlainDate,
): ShelfLine[] => {
  const need = needsOf(db, at.encounterId).find((line) => line.id === at.needId)
  const chosen = new Set(
    choicesOf(db, at.encounterId)
      .filter((choice) => choice.declineCause === null && choice.needId === at.needId)
      .map((choice) => choice.productId),
  )
  const wish = { amount: null, latest: need?.latest ?? null, written: false }
  return allProducts(db)
    .filter((product) => isOffered(product, today))
    .map((product) => ({
      productId: product.id,
      code: product.code,
      name: product.name,
      kind: product.kind,
      level: product.level,
      termDays: product.termDays,
      minimum: product.minimum,
      report: fitOf(db, client, product, wish, today),
      isInsurance: regimeOf(product) === 'insurance',
      chosen: chosen.has(product.id),
    }))
}
