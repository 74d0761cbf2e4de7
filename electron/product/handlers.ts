import type { productContract } from '../../shared/product/contract.ts'
import { ok } from '../../shared/result.ts'
import type { Handlers } from '../desk/handlers-type.ts'
import { allProducts } from './repository.ts'

export const productHandlers: Handlers<typeof productContract> = {
  list: (call) => ok([...allProducts(call.db)]),
}
