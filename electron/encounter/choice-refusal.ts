import type { Client } from '../../shared/client/model.ts'
import type { SentEvent } from '../../shared/encounter/sent.ts'
import { regimeOf } from '../../shared/fit/product.ts'
import { currentAssessment } from '../assessment/repository.ts'
import type { Read } from '../database/handle.ts'
import { productById } from '../product/repository.ts'

type Asking = { readonly db: Read; readonly client: Client }

/** What is missing for a choice the machine would take: by the name of the refusal, null when nothing is. */
export const choiceRefusal = ({ db, client }: Asking, sent: SentEvent): 'levelConfirmedAgain' | null => {
  if (sent.type !== 'fit.chosen') return null
  const product = productById(db, sent.productId)
  if (!product || regimeOf(product) === 'none') return null
  return currentAssessment(db, client.id)?.unconfirmed ? 'levelConfirmedAgain' : null
}
