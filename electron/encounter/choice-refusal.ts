import type { Client } from '../../shared/client/model.ts'
import type { SentEvent } from '../../shared/encounter/sent.ts'
import { regimeOf } from '../../shared/fit/product.ts'
import { currentAssessment } from '../assessment/repository.ts'
import type { Read } from '../database/handle.ts'
import { choicesOf } from '../fit/repository.ts'
import { productById } from '../product/repository.ts'
import { premiumIn } from './flags-of.ts'

type Asking = { readonly db: Read; readonly client: Client; readonly encounterId: number }

export type ChoiceRefusal = 'levelConfirmedAgain' | 'ageIsKnown' | 'amountIsPremium'

type Wanted = { readonly productId: number; readonly amount: number | null; readonly premium: number | null }

const wantedBy = ({ db, encounterId }: Asking, sent: SentEvent): Wanted | null => {
  if (sent.type === 'fit.chosen') return { ...sent, premium: sent.premium?.premium ?? null }
  if (sent.type !== 'intent.agreed') return null
  const row = choicesOf(db, encounterId).find(({ id }) => id === sent.choiceId)
  return row ? { ...row, amount: sent.amount, premium: premiumIn(row)?.premium ?? null } : null
}

/**
 * What is missing for a choice or an intent the machine would take, by the name of the refusal. The declaration of an
 * insurance is computed from premium and age: the intent is for that premium, and the age must be known (Art. 39).
 */
export const choiceRefusal = (asking: Asking, sent: SentEvent): ChoiceRefusal | null => {
  const { db, client } = asking
  const wanted = wantedBy(asking, sent)
  const product = wanted && productById(db, wanted.productId)
  if (!product || regimeOf(product) === 'none') return null
  if (currentAssessment(db, client.id)?.unconfirmed) return 'levelConfirmedAgain'
  if (regimeOf(product) !== 'insurance') return null
  if (client.birthDate === null) return 'ageIsKnown'
  return wanted.amount === wanted.premium ? null : 'amountIsPremium'
}
