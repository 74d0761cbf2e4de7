import type { ExplanationItem } from '../../shared/fit/explanation.ts'
import { itemsFor } from '../../shared/fit/explanation.ts'
import type { Product } from '../../shared/product/model.ts'
import type { Read } from '../database/handle.ts'
import type { ChoiceRow } from '../fit/repository.ts'
import { choicesOf, toldOf } from '../fit/repository.ts'
import { intentsOf } from '../intent/repository.ts'
import { productById } from '../product/repository.ts'

export type ChoiceState = {
  readonly row: ChoiceRow
  readonly product: Product
  readonly items: readonly { readonly item: ExplanationItem; readonly told: boolean }[]
  readonly explained: boolean
  readonly agreed: boolean
  readonly declined: boolean
}

export const choiceStates = (db: Read, encounterId: number): readonly ChoiceState[] => {
  const agreed = new Set(intentsOf(db, encounterId).map((intent) => intent.choiceId))
  return choicesOf(db, encounterId).map((row) => {
    const product = productById(db, row.productId)
    if (!product) throw new Error(`choice ${row.id} has no product`)
    const told = toldOf(db, row.id)
    const items = itemsFor(product, row.seniorCare === 1).map((item) => ({ item, told: told.includes(item) }))
    return {
      row,
      product,
      items,
      explained: items.every((item) => item.told),
      agreed: agreed.has(row.id),
      declined: row.declineCause !== null,
    }
  })
}
